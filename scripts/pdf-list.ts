import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse, serialize } from 'parse5';
import { toPath } from '../src/model/address.ts';
import { languages, type Language } from '../src/model/language.ts';
import { escapeHtml } from '../src/print/document.ts';
import { findElements, hasAttribute, setHtml } from '../src/serving/page-tree.ts';
import { toWords } from '../src/words/index.ts';
import { documentKinds, type MadePdf } from './made-pdf.ts';

/** A PDF as readers see it listed. */
export interface ListedPdf extends MadePdf {
  /** Whether the text it was made of is different by now. */
  changed: boolean;
}

/** Writes into the page about PDFs, in every language, which there are; without any it says so, as it was built. */
export async function listPdfs(dir: string, pdfs: readonly ListedPdf[]): Promise<void> {
  for (const language of languages) {
    const file = path.join(dir, toPath({ kind: 'pdfs' }, language), 'index.html');
    if (!existsSync(file)) continue;
    const filled = fillList(
      await readFile(file, 'utf8'),
      pdfs.filter((pdf) => pdf.language === language),
      language,
    );
    await writeWhole(file, filled);
    // What a server sends instead must say the same.
    if (existsSync(`${file}.br`)) await writeWhole(`${file}.br`, brotliCompressSync(filled));
    if (existsSync(`${file}.gz`)) await writeWhole(`${file}.gz`, gzipSync(filled, { level: 9 }));
  }
}

/** The page with its list, in place of any list it had. */
export function fillList(html: string, pdfs: readonly ListedPdf[], language: Language): string {
  const document = parse(html);
  const list = findElements(document, (each) => hasAttribute(each, 'data-pdfs'))[0];
  if (!list) return html;
  setHtml(list, pdfs.length === 0 ? toNone(language) : toGroups(pdfs, language));
  return serialize(document);
}

const toNone = (language: Language): string =>
  `<p class="deel">${escapeHtml(toWords(language).print.none)}</p>`;

function toGroups(pdfs: readonly ListedPdf[], language: Language): string {
  const { kinds } = toWords(language).print;
  return documentKinds
    .map((kind) => ({ kind, rows: pdfs.filter((pdf) => pdf.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => {
      const list = rows.map((pdf) => toRow(pdf, language)).join('');
      return `<section class="deel" aria-labelledby="pdf-${kind}"><h2 id="pdf-${kind}">${escapeHtml(kinds[kind])}</h2><ul>${list}</ul></section>`;
    })
    .join('');
}

function toRow({ path: href, title, pages, bytes, changed }: ListedPdf, language: Language) {
  const { print } = toWords(language);
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes / (bytes < 1_000_000 ? 1000 : 1_000_000));
  const facts = [print.facts(pages, size), ...(changed ? [print.changed] : [])].join('. ');
  return `<li><a href="${escapeHtml(href)}" type="application/pdf">${escapeHtml(title)}</a><span>${escapeHtml(facts)}</span></li>`;
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.new`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}
