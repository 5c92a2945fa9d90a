import { createHash, randomBytes } from 'node:crypto';
import { mostNameWords, type Confidential } from '../model/confidential.ts';
import type { Writing } from './read-escape.ts';
import { foldText } from './fold-text.ts';
import { hashWord, scanWords } from './scan-words.ts';

/** A place where a name stands: which name, by its number in the list, and where in the text. */
export interface Hit {
  /** What to call the name by, without telling it: “name 3”. */
  label: string;
  start: number;
  end: number;
  isInTag: boolean;
}

/** Looks for names; knows none of them. */
export interface Names {
  count: number;
  find: (text: string, writing?: Writing) => Hit[];
  /** A text with every name in it made unreadable. */
  mask: (text: string) => string;
}

type Hashed = Confidential['names'][number];

/** A name that cannot be put on a list, and why. */
export class NameError extends Error {
  override readonly name = 'NameError';
}

export const createSalt = (): string => randomBytes(16).toString('hex');

/** A name as the list keeps it. */
export function toHashed(name: string, salt: string): Hashed {
  const words = splitName(name);
  const letters = words.join('');
  if (letters.length < 3) throw new NameError('A name has at least three letters or digits.');
  if (words.length > mostNameWords)
    throw new NameError(
      `A name has at most ${String(mostNameWords)} words; add its parts instead.`,
    );
  const seed = toSeed(salt);
  const hashes = words.map((word) => hashWord(word, seed));
  return {
    words: words.length,
    filter: toFilter(
      hashes.reduce((all, hash, at) => (all + toPart(hash, words.length - 1 - at)) | 0, 0),
    ),
    hash: toHash(words, salt),
  };
}

/** The words of a name, folded. @example splitName('Van der Vé’s') // => ['van', 'der', 'ves'] */
export function splitName(name: string): string[] {
  const words: string[] = [];
  scanWords(name, 'plain', 0, (_hash, _bare, start, end) => {
    words.push(foldText(name.slice(start, end), 'plain'));
  });
  return words;
}

/** Opens one or more lists of names. Every place of a text is looked at once, however many names there are. */
export function openNames(
  lists: readonly { list: Confidential; toLabel: (at: number) => string }[],
): Names {
  const finders = lists
    .filter(({ list }) => list.names.length > 0)
    .map(({ list, toLabel }) => createFinder(list, toLabel));
  const find = (text: string, writing: Writing = 'plain') =>
    finders.flatMap((each) => each(text, writing)).sort((a, b) => a.start - b.start);
  return {
    count: lists.reduce((sum, { list }) => sum + list.names.length, 0),
    find,
    mask: (text) => {
      let masked = '';
      let done = 0;
      for (const { start, end } of find(text)) {
        if (end <= done) continue;
        masked += `${start > done ? text.slice(done, start) : ''}▒▒▒`;
        done = end;
      }
      return masked + text.slice(done);
    },
  };
}

function createFinder(
  { salt, names }: Confidential,
  toLabel: (at: number) => string,
): (text: string, writing: Writing) => Hit[] {
  const seed = toSeed(salt);
  const labels = new Map(names.map(({ hash }, at) => [hash, toLabel(at)]));
  const longest = Math.max(...names.map(({ words }) => words));
  const filters = Array.from({ length: mostNameWords + 1 }, (_, length) =>
    names.some(({ words }) => words === length) ? new Uint8Array(4096) : undefined,
  );
  for (const { words, filter } of names) (filters[words] ?? [])[filter] = 1;
  /** What was looked up before, for words come back. */
  const known = new Map<string, string | undefined>();
  const lookUp = (words: readonly string[]): string | undefined => {
    const key = words.join(' ');
    if (!known.has(key)) known.set(key, labels.get(toHash(words, salt)));
    return known.get(key);
  };

  return (text, writing) => {
    const hits: Hit[] = [];
    // Tags stand between the words of a text, and their own words do not: each has a row of its own.
    const words = [createRow(), createRow()] as const;
    const look = (row: Row, length: number, isBare: boolean, isInTag: boolean) => {
      const { at, starts, ends } = row;
      const parts = Array.from({ length }, (_, index) => {
        const ring = (at - length + 1 + index) & 7;
        return foldText(text.slice(starts[ring], ends[ring]), writing);
      });
      if (isBare) parts[length - 1] = parts[length - 1]?.slice(0, -1) ?? '';
      const label = lookUp(parts);
      if (label === undefined) return;
      const start = starts[(at - length + 1) & 7] ?? 0;
      hits.push({ label, start, end: ends[at & 7] ?? 0, isInTag });
    };
    scanWords(text, writing, seed, (hash, bare, start, end, isInTag) => {
      const row = words[isInTag ? 1 : 0];
      const at = ++row.at;
      row.hashes[at & 7] = hash;
      row.starts[at & 7] = start;
      row.ends[at & 7] = end;
      const most = Math.min(longest, at);
      let all = toPart(hash, 0);
      // “Jansens”, “Jansen’s”: an s may be of the one who has something.
      const less = toPart(bare, 0) - all;
      for (let length = 1; ; length += 1) {
        const filter = filters[length];
        if (filter) {
          if (filter[toFilter(all)] === 1) look(row, length, false, isInTag);
          if (bare !== hash && filter[toFilter((all + less) | 0)] === 1)
            look(row, length, true, isInTag);
        }
        if (length === most) break;
        all = (all + toPart(row.hashes[(at - length) & 7] ?? 0, length)) | 0;
      }
    });
    return hits;
  };
}

/** The last words: their hashes, and where they began and ended, in rings of eight. */
interface Row {
  at: number;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

const createRow = (): Row => ({
  at: 0,
  hashes: new Int32Array(8),
  starts: new Int32Array(8),
  ends: new Int32Array(8),
});

/** What a word adds to the hash of several, by how many words come behind it. */
const toPart = (hash: number, behind: number): number => Math.imul(hash, weights[behind] ?? 1);
const weights = Int32Array.of(0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1);

const toFilter = (all: number): number => Math.imul(all ^ (all >>> 15), 0x85ebca6b) >>> 20;

const toSeed = (salt: string): number => parseInt(salt.slice(0, 8), 16) | 0;

const toHash = (words: readonly string[], salt: string): string =>
  createHash('sha256')
    .update(`${salt}\n${words.join(' ')}`)
    .digest('hex');
