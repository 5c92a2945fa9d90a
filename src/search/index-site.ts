import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { languages } from '../model/language.ts';
import { toFactFilePath, type FactFile } from '../model/search-facts.ts';
import { toVoiceArchivePath, type ArchivedVoice } from '../model/voice-feed.ts';
import { buildIndex, type Item } from './index-build.ts';
import { createSplitter, type Splitter } from './index-compounds.ts';
import { toPageItem, toVoiceItem } from './index-items.ts';
import { readPage, type ReadPage } from './index-page.ts';
import { toWords } from './text.ts';

interface Built extends ReadPage {
  href: string;
}

/**
 * Reads a built site and writes `search-index/` into it: one index per language, of every page that can be found and
 * every published voice from the archive that was built along. What the content told of pages is taken away again.
 * @returns how many pages and voices were indexed
 */
export async function writeSearchIndex(folder: string): Promise<{ pages: number; voices: number }> {
  await rm(path.join(folder, 'search-index'), { recursive: true, force: true });
  const built = await readPages(folder);
  let voiceCount = 0;
  for (const language of languages) {
    const pages = built.filter((page) => page.language === language);
    const voices = await readJson<ArchivedVoice[]>(folder, toVoiceArchivePath(language), []);
    const facts = await readJson<FactFile>(folder, toFactFilePath(language), {
      pages: {},
      names: [],
    });
    const items = [
      ...pages.map((page) => toPageItem(page, facts.pages[page.href])),
      ...voices.map(toVoiceItem),
    ];
    const split = language === 'nl' ? createSplitter(listWords(items)) : asOne;
    const files = buildIndex({ language, items, names: facts.names, split });
    await writeFiles(folder, files);
    await rm(path.join(folder, toFactFilePath(language)), { force: true });
    voiceCount += voices.length;
  }
  return { pages: built.length, voices: voiceCount };
}

/** English writes its compounds apart. */
const asOne: Splitter = () => [];

/** The short words of a handbook itself, which may be parts of longer ones. */
function listWords(items: readonly Item[]): Set<string> {
  const words = new Set<string>();
  for (const { leaf } of items)
    for (const [, title, text] of leaf.passages)
      for (const word of toWords(`${title} ${text}`)) if (word.length === 3) words.add(word);
  return words;
}

async function readPages(folder: string): Promise<Built[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const pages: Built[] = [];
  for (const file of files) {
    const page = readPage(await readFile(path.join(folder, file), 'utf8'));
    const href = `/${path.dirname(file).replaceAll(path.sep, '/')}/`.replace('/./', '/');
    if (page) pages.push({ ...page, href });
  }
  return pages;
}

async function readJson<T>(folder: string, file: string, without: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return without;
    throw error;
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...files.keys()].map((file) => path.dirname(file)));
  for (const each of folders) await mkdir(path.join(folder, each), { recursive: true });
  for (const [file, text] of files) await writeFile(path.join(folder, file), text);
}
