/**
 * Whether what Pagefind marked answers what was asked. For a word that occurs nowhere Pagefind falls back on
 * ever shorter beginnings (‘overeenkomst’ finds ‘over’); an honest search then says that there is nothing.
 * Inflections stay: enough letters in a row have to be the same, wherever they stand.
 */
export function isHonest(text: string, marks: readonly string[]): boolean {
  const asked = toWords(text);
  const telling = asked.some(({ length }) => length >= 4)
    ? asked.filter(({ length }) => length >= 4)
    : asked;
  return marks.flatMap(toWords).some((mark) => telling.some((word) => isForm(word, mark)));
}

function isForm(word: string, mark: string): boolean {
  if (mark.startsWith(word)) return true;
  if (word.startsWith(mark)) return mark.length >= 3 && mark.length >= word.length * 0.6;
  const shared = toSharedLength(word, mark);
  return shared >= 4 && shared > word.length * 0.55;
}

/** The length of the longest run of letters two words share. */
function toSharedLength(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= one.length; start += 1) {
      if (other.includes(one.slice(start, start + length))) return length;
    }
  }
  return 0;
}

/** Words without capitals, accents, apostrophes and hyphenation. @example toWords('SLA’s') // => ['slas'] */
export const toWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
