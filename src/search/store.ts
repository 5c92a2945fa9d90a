import type { Facts } from '../model/search-facts.ts';
import { unpackFacts, type FactTable } from './facets.ts';
import {
  toChunk,
  toRootPath,
  unpackPosting,
  type Leaf,
  type Posting,
  type Root,
} from './format.ts';

/** An index that was opened. What was read once is not fetched again. */
export interface Index {
  root: Root;
  /** Where these terms stand; a term that stands nowhere is left out. */
  find(terms: readonly string[]): Promise<Map<string, Posting>>;
  /** Terms that begin like this, the shortest first. */
  listStarting(start: string): Promise<string[]>;
  readLeaf(page: number): Promise<Leaf>;
  readFacts(): Promise<FactTable>;
  readWords(): Promise<string[]>;
}

export type Opening = { state: 'open'; index: Index } | { state: 'missing' };

/** Fetches JSON by its path. */
export type Get = (path: string, fresh?: boolean) => Promise<unknown>;

/** Opens the index of a language. Without one, the answer says so. */
export async function openIndex(language: string, get: Get = getJson): Promise<Opening> {
  try {
    const root = (await get(toRootPath(language), true)) as Root;
    return { state: 'open', index: createIndex(root, get) };
  } catch {
    return { state: 'missing' };
  }
}

function createIndex(root: Root, get: Get): Index {
  const read = remember((name: string) => get(root.folder + name));
  const readChunk = async (number: number): Promise<Record<string, string>> =>
    number < root.chunks.length
      ? ((await read(`t${String(number)}.json`)) as Record<string, string>)
      : {};
  const facts = remember(async () =>
    unpackFacts((await read('facts.json')) as { facts: Facts[]; rows: string[] }),
  );
  return {
    root,
    async find(terms) {
      const numbers = terms.map((term) => toChunk(term, root.chunks));
      const chunks = await Promise.all(numbers.map(readChunk));
      return new Map(
        terms.flatMap((term, at): [string, Posting][] => {
          const chunk = chunks[at] ?? {};
          const packed = Object.hasOwn(chunk, term) ? chunk[term] : undefined;
          return packed === undefined ? [] : [[term, unpackPosting(packed)]];
        }),
      );
    },
    async listStarting(start) {
      const chunk = await readChunk(toChunk(start, root.chunks));
      return Object.keys(chunk)
        .filter((term) => term.startsWith(start) && /^[\p{L}\p{N}]+$/u.test(term))
        .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    },
    readLeaf: (page) => read(`p${String(page)}.json`) as Promise<Leaf>,
    readFacts: () => facts(),
    readWords: async () => ((await read('words.json')) as string).split(' '),
  };
}

/** Remembers what came of it, but not that it failed. */
function remember<T>(make: (name: string) => Promise<T>): (name?: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name = '') => {
    const making = known.get(name) ?? make(name);
    known.set(name, making);
    making.catch(() => known.delete(name));
    return making;
  };
}

/** The folder of an index never changes; its root is asked for again. */
const getJson: Get = async (path, fresh = false) => {
  const answer = await fetch(path, fresh ? { cache: 'no-cache' } : {});
  if (!answer.ok) throw new Error(`${path} is not there.`);
  return answer.json();
};
