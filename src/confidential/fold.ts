/** What a sign is, where names are looked for: nothing between words, part of a word, or not there at all. */
export const between = 0;
export const absent = -1;

/** Signs that stand in a word and are no part of it: apostrophes, soft hyphens, joiners, loose accents. */
const unseen = /^[\p{M}'’‘ʼ＇`´\u00ad\u200b-\u200d\u2060\ufeff]$/u;
/** Letters that are two letters elsewhere, or lose more than an accent. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
};

/**
 * A code point as names are compared: the codes of its small letters without accents, `between` for what stands between
 * words, `absent` for what is not there at all.
 * @example fold(0xc9) // É => 101, e
 */
export function fold(code: number): number | readonly number[] {
  if (code < table.length) return table[code] ?? between;
  let known = others.get(code);
  if (known === undefined) {
    known = toFolded(code);
    others.set(code, known);
  }
  return known;
}

function toFolded(code: number): number | readonly number[] {
  const sign = String.fromCodePoint(code);
  if (unseen.test(sign)) return absent;
  const small = sign.toLowerCase();
  const plain = (spelled[small] ?? small.normalize('NFKD')).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const codes = Array.from(plain.toLowerCase(), (each) => each.codePointAt(0) ?? 0);
  return codes.length === 0 ? between : codes.length === 1 ? (codes[0] ?? between) : codes;
}

const others = new Map<number, number | readonly number[]>();
/** Signs of European languages, looked up without any work. */
const table: readonly (number | readonly number[])[] = Array.from({ length: 0x250 }, (_, code) =>
  toFolded(code),
);
