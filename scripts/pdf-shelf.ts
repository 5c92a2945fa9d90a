import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MadePdf } from './made-pdf.ts';
import { listPdfs } from './pdf-list.ts';

/** The PDFs that were made, kept apart from the site: a site that is built anew gets them back. */
export interface Shelf {
  list: () => readonly MadePdf[];
  find: (path: string) => MadePdf | undefined;
  put: (made: MadePdf, bytes: Uint8Array) => Promise<void>;
  /** Writes down what is there, and throws away what is not asked for any more. */
  save: () => Promise<void>;
  /** Leaves out everything that is not among these. */
  keepOnly: (paths: ReadonlySet<string>) => void;
  /** Puts all of them into a built site, with a list of them. */
  publish: (dir: string) => Promise<void>;
}

/** Opens the shelf of a project; a record that cannot be read is no record. */
export async function openShelf(root: string): Promise<Shelf> {
  const folder = path.join(root, '.cache', 'pdf');
  const record = path.join(folder, 'made.json');
  const toFile = ({ digest }: MadePdf) => path.join(folder, `${digest}.pdf`);
  const made = new Map<string, MadePdf>();
  for (const pdf of await readRecord(record)) if (existsSync(toFile(pdf))) made.set(pdf.path, pdf);
  const save = async () => {
    await mkdir(folder, { recursive: true });
    await writeWhole(record, JSON.stringify([...made.values()], undefined, 1));
    const used = new Set([...made.values()].map((pdf) => `${pdf.digest}.pdf`));
    for (const name of await readdir(folder))
      if (name !== 'made.json' && !used.has(name)) await rm(path.join(folder, name));
  };
  return {
    list: () => [...made.values()],
    find: (wanted) => made.get(wanted),
    put: async (pdf, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeWhole(toFile(pdf), bytes);
      made.set(pdf.path, pdf);
    },
    save,
    keepOnly: (paths) => {
      for (const known of [...made.keys()]) if (!paths.has(known)) made.delete(known);
    },
    publish: (dir) => publish(dir, [...made.values()], toFile),
  };
}

async function publish(
  dir: string,
  pdfs: readonly MadePdf[],
  toFile: (pdf: MadePdf) => string,
): Promise<void> {
  const texts = new Map<string, Promise<string | undefined>>();
  const listed = await Promise.all(
    pdfs.map(async (pdf) => {
      const text = await toTextDigest(dir, pdf.sources, texts);
      return text === undefined ? [] : [{ ...pdf, changed: text !== pdf.textDigest }];
    }),
  );
  const there = listed.flat();
  await removePdfs(dir, new Set(there.map((pdf) => pdf.path)));
  for (const pdf of there) {
    const file = path.join(dir, pdf.path);
    await mkdir(path.dirname(file), { recursive: true });
    await copyFile(toFile(pdf), `${file}.new`);
    await rename(`${file}.new`, file);
  }
  await listPdfs(dir, there);
}

/** A digest of the text of some pages of a site; undefined when one of them is not there. */
export async function toTextDigest(
  dir: string,
  sources: readonly string[],
  known = new Map<string, Promise<string | undefined>>(),
): Promise<string | undefined> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const reading = known.get(source) ?? readText(path.join(dir, source, 'index.html'));
    known.set(source, reading);
    const text = await reading;
    if (text === undefined) return undefined;
    hash.update(text);
  }
  return hash.digest('hex');
}

/** What stands between `<main>` and `</main>`, without programs: those may change while the text does not. */
async function readText(file: string): Promise<string | undefined> {
  const html = await readFile(file, 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  const text = html
    .slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
    .replaceAll(/<script\b[^]*?<\/script>/g, '');
  return createHash('sha256').update(text).digest('hex');
}

async function removePdfs(dir: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const folder of ['pdf', 'en/pdf']) {
    const names = await readdir(path.join(dir, folder)).catch(() => []);
    for (const name of names)
      if (name.endsWith('.pdf') && !wanted.has(`/${folder}/${name}`))
        await rm(path.join(dir, folder, name));
  }
}

async function readRecord(file: string): Promise<MadePdf[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as MadePdf[];
  } catch {
    return [];
  }
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
