/** A word where it stands in a text. */
export interface Token {
  /** In lower case, without accents, apostrophes, soft hyphens; `check-in` is one word, `checkin`. */
  word: string;
  start: number;
  end: number;
  /** The parts of a word with a hyphen in it; none for other words. */
  parts: string[];
}

/** The words of a text, with the places they stand. @example readTokens('SLA’s')[0]?.word // => 'slas' */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(shape)) {
    const [written] = match;
    const { word, parts } = readWord(written);
    if (word !== '')
      tokens.push({ word, start: match.index, end: match.index + written.length, parts });
  }
  return tokens;
}

/** The words of a text just as they are written: the quick way for whom meets every word many times. */
export const listWritten = (text: string): string[] => text.match(shape) ?? [];

/** A word as it is compared, and its parts when there is a hyphen in it. */
export function readWord(written: string): Pick<Token, 'word' | 'parts'> {
  const parts = written.split(/[-‐‑]/u).map(toPlain);
  return { word: parts.join(''), parts: parts.length > 1 ? parts : [] };
}

/** Letters and digits; a hyphen or an apostrophe belongs to a word when there are letters on both sides of it. */
const shape = /[\p{L}\p{N}\p{M}\u00ad]+(?:['’‐‑-][\p{L}\p{N}\p{M}\u00ad]+)*/gu;

/** Small letters without accents, apostrophes and hyphenation. @example toPlain('Hiërarchie') // => 'hierarchie' */
export const toPlain = (text: string): string =>
  isPlain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/[\p{M}\u00ad'’]/gu, '')
        .replaceAll('ĳ', 'ij')
        .toLowerCase();

const isPlain = /^[a-zA-Z0-9]*$/;

/** Every word of a text, plain. @example toWords('De nee!') // => ['de', 'nee'] */
export const toWords = (text: string): string[] => readTokens(text).map(({ word }) => word);
