import { absent, between, fold } from './fold.ts';
import { readEscape, type Writing } from './read-escape.ts';

/**
 * Called for each word: its hash, its hash without the last letter when that is an s (otherwise the same), and where it
 * stood; `isInTag` for the words of attributes.
 */
type OnWord = (hash: number, bare: number, start: number, end: number, isInTag: boolean) => void;

/**
 * Reads a text as the words names are made of: small letters and digits, without accents, apostrophes and soft hyphens.
 * Entities, percent signs and escapes are read as what they stand for; words inside tags count as much as others.
 * A site is millions of words long, so this is one loop, and words are hashed while they are read.
 */
export function scanWords(text: string, writing: Writing, seed: number, onWord: OnWord): void {
  const isMarkup = writing === 'markup';
  const { length } = text;
  const word: Word = { hash: seed, bare: seed, last: 0, letters: 0, start: 0, end: 0 };
  let isInTag = false;
  const close = (): void => {
    if (word.letters === 0) return;
    const { hash, bare, last, start, end } = word;
    onWord(hash, last === letterS && word.letters > 1 ? bare : hash, start, end, isInTag);
    word.hash = seed;
    word.letters = 0;
  };

  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? kinds[code] : special;
    if (kind === letter) at = takeLetters(text, at, word);
    else if (kind === space) {
      close();
      at += 1;
    } else if (isMarkup && code === lessThan && text.startsWith('<wbr', at)) {
      // A possible break is no break.
      at = Math.max(at, text.indexOf('>', at)) + 1;
    } else if (code === lessThan || code === greaterThan) {
      close();
      isInTag = isMarkup && code === lessThan && isTagAt(text, at);
      at += 1;
    } else if (code === dot) {
      // “B.V.” is “BV”.
      if (word.letters > 0 && !isInitials(text, word.start, at)) close();
      at += 1;
    } else {
      const written = code < 128 ? readEscape(text, at, writing) : undefined;
      if (written === undefined) {
        const point = code < 0xd800 ? code : (text.codePointAt(at) ?? code);
        const end = at + (point > 0xffff ? 2 : 1);
        if (!takeSign(point, at, end, word)) close();
        at = end;
        continue;
      }
      const end = at + written.length;
      for (const sign of written.signs)
        if (!takeSign(sign.codePointAt(0) ?? 0, at, end, word)) close();
      at = end;
    }
  }
  close();
}

/** A word as far as it has been read. */
interface Word {
  hash: number;
  /** The hash before the last letter, and that letter. */
  bare: number;
  last: number;
  letters: number;
  start: number;
  end: number;
}

/** Takes letters and digits of ASCII as long as they come; gives where they end. */
function takeLetters(text: string, from: number, word: Word): number {
  let { hash, bare, last } = word;
  const { length } = text;
  let at = from;
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128 || kinds[code] !== letter) break;
    // Capitals of ASCII are their small letters with one bit less; digits have that bit already.
    last = code | 0x20;
    bare = hash;
    hash = Math.imul(hash ^ last, prime);
  }
  if (word.letters === 0) word.start = from;
  word.letters += at - from;
  word.end = at;
  word.hash = hash;
  word.bare = bare;
  word.last = last;
  return at;
}

/** Takes any other sign; gives whether the word may go on behind it. */
function takeSign(point: number, from: number, to: number, word: Word): boolean {
  const folded = fold(point);
  if (folded === absent) return true;
  if (folded === between) return false;
  for (const code of typeof folded === 'number' ? [folded] : folded) {
    if (word.letters === 0) word.start = from;
    word.bare = word.hash;
    word.last = code;
    word.hash = mix(word.hash, code);
    word.letters += 1;
  }
  word.end = to;
  return true;
}

/** The hash of one word that is folded already. */
export const hashWord = (word: string, seed: number): number =>
  Array.from(word, (sign) => sign.codePointAt(0) ?? 0).reduce(mix, seed);

const prime = 0x01000193;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, prime);

const letterS = 0x73;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const dot = 0x2e;

const special = 0;
const letter = 1;
const space = 2;
/** What each sign of ASCII is; all others are special. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(sign)) return letter;
  return /[<>.&%\\'`]/.test(sign) ? special : space;
});

const isTagAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at + 1);
  return kinds[code] === letter || code === 0x2f || code === 0x21 || code === 0x3f;
};

/** Single letters with a dot behind each, up to a dot with a letter right behind it. */
const isInitials = (text: string, start: number, at: number): boolean =>
  at - start <= 9 &&
  /^\p{L}(?:\.\p{L})*$/u.test(text.slice(start, at)) &&
  /\p{L}/u.test(text[at + 1] ?? '');
