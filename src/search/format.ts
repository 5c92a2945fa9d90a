/** The files of an index, as the build writes them and the browser reads them. */

/** What everything else hangs on. It is small, and the only file whose name stays the same. */
export interface Root {
  /** The folder of the other files; it changes with what is in them. */
  folder: string;
  /** How many pages and voices there are. */
  pages: number;
  /** The first term of every file of terms, in order. */
  chunks: string[];
  /** Names of terms of the glossary. */
  names: Name[];
}

/** A name as stems in a row, the term it is a name of, and whether it is one of its own names (1) or a looser one (2). */
export type Name = [stems: string, id: string, kind: 1 | 2];

/** A page, or a voice, as its own file tells it. */
export interface Leaf {
  href: string;
  title: string;
  kind: string;
  facts: string;
  /** The number of a Lewis step, or `dissent`. */
  mark: string;
  /** What kind of voice it is; only for voices. */
  voice?: string;
  where?: string;
  passages: [id: string, title: string, text: string, mark?: string][];
}

/** Where a term stands: page numbers, and in them passages with how much it weighs there, 1 to 15. */
export type Posting = Map<number, [passage: number, weight: number][]>;

/** Where the root of a language stands. @example toRootPath('nl') // => '/search-index/nl.json' */
export const toRootPath = (language: string): string => `/search-index/${language}.json`;

/**
 * A place in a posting as text. A posting like `3:0F2B1:0C` is page 3 with the term in passages 0 and 2, then page 4:
 * each page is counted from the one before.
 */
export const packPlaces = (passage: number, weight: number): string =>
  passage.toString(36) + String.fromCharCode(firstLetter + weight);

export function unpackPosting(packed: string): Posting {
  const posting: Posting = new Map();
  let page = 0;
  let places: [number, number][] = [];
  for (const [, digits = '', end = ''] of packed.matchAll(/([0-9a-z]+)([:A-P])/g)) {
    const number = parseInt(digits, 36);
    if (end === ':') {
      page += number;
      places = [];
      posting.set(page, places);
    } else places.push([number, end.charCodeAt(0) - firstLetter]);
  }
  return posting;
}

const firstLetter = 'A'.charCodeAt(0);

/** The number of the file a term is in. */
export function toChunk(term: string, chunks: readonly string[]): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((chunks[middle] ?? '') <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Terms that are asked for together stand close to each other in the alphabet, so that one file holds them.
/** A word by itself. */
export const asWord = (stem: string): string => stem;
/** A part of a longer word. */
export const asPart = (stem: string): string => `${stem}+`;
/** A term of the glossary, by one of its own names (1) or by a looser one (2). */
export const asNamed = (id: string, kind: 1 | 2): string => `${id}${kind === 1 ? '=' : '~'}`;
/** A whole heading. */
export const asHeading = (stems: readonly string[]): string => `${stems.join(' ')}#`;
