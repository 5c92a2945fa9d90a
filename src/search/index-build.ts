import { createHash } from 'node:crypto';
import type { Language } from '../model/language.ts';
import type { Facts, TermNames } from '../model/search-facts.ts';
import { packFacts, type FactTable } from './facets.ts';
import { toRootPath, type Leaf, type Root } from './format.ts';
import type { Splitter } from './index-compounds.ts';
import { createReader, toNames } from './index-terms.ts';
import { toTongue } from './language.ts';

/** A page, or a voice, to be found. */
export interface Item {
  leaf: Leaf;
  facts: Facts;
  /** Facts of passages by their number. */
  own: Map<number, Facts>;
  /** Other words that find a passage, by its number. */
  also: Map<number, string>;
}

export interface IndexParts {
  language: Language;
  items: readonly Item[];
  names: readonly TermNames[];
  split: Splitter;
}

/** A file of terms is about this long before it is zipped. */
const chunkLength = 14_000;

/**
 * Everything a browser needs to search, as files by their path: a root, and in a folder with a digest in its name the
 * terms in alphabetical files, the words for spelling, the facts, and one file for every page.
 */
export function buildIndex({ language, items, names, split }: IndexParts): Map<string, string> {
  const tongue = toTongue(language);
  const listed = toNames(names, tongue);
  const reader = createReader(tongue, listed, split);
  items.forEach(({ leaf, also }, page) => {
    reader.read(page, leaf, also);
  });
  const chunks = toChunks(reader.listTerms());
  const table: FactTable = items.map(({ facts, own }) => ({ page: facts, passages: own }));
  const files = new Map<string, string>();
  chunks.forEach(({ text }, number) => files.set(`t${String(number)}.json`, text));
  files.set('facts.json', packFacts(table));
  files.set('words.json', JSON.stringify(reader.listWords().join(' ')));
  items.forEach(({ leaf }, page) => files.set(`p${String(page)}.json`, JSON.stringify(leaf)));
  const digest = createHash('sha256');
  for (const text of files.values()) digest.update(text);
  const folder = `/search-index/${language}-${digest.digest('hex').slice(0, 12)}/`;
  const root: Root = {
    folder,
    pages: items.length,
    chunks: chunks.map(({ first }) => first),
    names: listed,
  };
  return new Map([
    [toRootPath(language), JSON.stringify(root)],
    ...[...files].map(([name, text]): [string, string] => [folder + name, text]),
  ]);
}

/** Terms in alphabetical order, in files of about the same length. */
function toChunks(terms: Map<string, string>): { first: string; text: string }[] {
  const chunks: { first: string; text: string }[] = [];
  let rows: string[] = [];
  let [first, length] = ['', 0];
  const close = () => {
    if (rows.length > 0) chunks.push({ first, text: `{${rows.join(',')}}` });
    [rows, length] = [[], 0];
  };
  for (const term of [...terms.keys()].sort()) {
    const posting = terms.get(term) ?? '';
    if (length > 0 && length + posting.length > chunkLength) close();
    // Only as much of the first term as sets it apart is needed, but whole terms zip as well.
    if (rows.length === 0) first = term;
    rows.push(`${JSON.stringify(term)}:"${posting}"`);
    length += term.length + posting.length + 6;
  }
  close();
  return chunks;
}
