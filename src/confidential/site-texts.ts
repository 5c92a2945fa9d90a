import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Writing } from './read-escape.ts';

/** What a file of a built site says. */
export interface SiteText {
  /** Path in the site, with forward slashes. */
  file: string;
  text: string;
  writing: Writing;
}

const writings: Readonly<Record<string, Writing>> = {
  ...Object.fromEntries(
    ['html', 'htm', 'xml', 'svg', 'atom', 'rss', 'xhtml', 'xsl'].map(
      (ending) => [ending, 'markup'] as const,
    ),
  ),
  ...Object.fromEntries(
    ['json', 'js', 'mjs', 'css', 'map', 'webmanifest', 'ics'].map(
      (ending) => [ending, 'escaped'] as const,
    ),
  ),
  ...Object.fromEntries(
    ['txt', 'md', 'csv', 'vtt', 'yml'].map((ending) => [ending, 'plain'] as const),
  ),
};

const packings = {
  gz: gunzipSync,
  br: brotliDecompressSync,
  zst: zstdDecompressSync,
} as const;

/**
 * Everything a built site says, file by file: pages, feeds, data, programs, the search index, the text of PDFs. Packed
 * files are read when what is in them is not there unpacked. Pictures and fonts say nothing but their names.
 */
export async function* readSite(folder: string): AsyncGenerator<SiteText> {
  const files = await listSite(folder);
  const known = new Set<string>();
  const there = new Set(files);
  for (const file of files) {
    const packing = /\.(gz|br|zst)$/.exec(file)?.[1];
    const inner = packing === undefined ? file : file.slice(0, -packing.length - 1);
    if (packing !== undefined && there.has(inner)) continue;
    const ending = path.extname(inner).slice(1).toLowerCase();
    const writing = writings[ending];
    if (writing === undefined && ending !== 'pdf') continue;
    const bytes = readFileSync(path.join(folder, file));
    const unpacked =
      packing === undefined ? bytes : packings[packing as keyof typeof packings](bytes);
    if (ending === 'pdf') yield { file, text: await readPdf(unpacked), writing: 'plain' };
    else {
      const text = toText(unpacked, ending);
      yield {
        file,
        text: ending === 'html' ? dropKnown(text, known) : text,
        writing: writing ?? 'plain',
      };
    }
  }
}

/** Every file of a site, by its path in it. */
export async function listSite(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
}

function toText(bytes: Uint8Array, ending: string): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = Buffer.from(isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  // A calendar breaks its lines anywhere, also in a word.
  return ending === 'ics' ? text.replaceAll(/\r?\n[ \t]/g, '') : text;
}

/**
 * A page without its parts that an earlier page had word for word, like its style, its programs, its head and its foot: that
 * is more than half of every page.
 */
function dropKnown(html: string, known: Set<string>): string {
  const parts: string[] = [];
  let done = 0;
  for (const { index, 1: name = '' } of html.matchAll(repeated)) {
    if (index < done) continue;
    const end = html.indexOf(`</${name}>`, index);
    if (end === -1) continue;
    const block = html.slice(index, end);
    parts.push(html.slice(done, known.has(block) ? index : end));
    known.add(block);
    done = end;
  }
  parts.push(html.slice(done));
  return parts.join('');
}

const repeated = /<(style|script|header|footer|nav|dialog|template|svg)\b/g;

/** The words of a PDF and what it says of itself. The reader of PDFs is big, and loads only when there is one. */
async function readPdf(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: true });
  const { info, metadata } = await getMeta(document);
  return `${text}\n${JSON.stringify(info)}\n${JSON.stringify(metadata)}`;
}
