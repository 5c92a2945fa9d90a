import { toPlain } from './text.ts';

/** Words of the handbook that are one mistake away: a letter too many, too few, other, or two in the wrong order. */
export function listSpellings(word: string, words: readonly string[], most = 3): string[] {
  const asked = toPlain(word);
  if (asked.length < 4) return [];
  return words
    .filter((each) => Math.abs(each.length - asked.length) < 2 && isOneMistake(asked, each))
    .sort((a, b) => toShared(b, asked) - toShared(a, asked) || a.length - b.length)
    .slice(0, most);
}

/** Letters that are the same at the beginning: a mistake is rarely in the first of them. */
function toShared(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

function isOneMistake(one: string, other: string): boolean {
  if (one === other) return false;
  const at = toShared(one, other);
  const [a, b] = [one.slice(at), other.slice(at)];
  const [first, second] = a;
  const [third, fourth] = b;
  const isSwapped = first === fourth && second === third && a.slice(2) === b.slice(2);
  if (a.length === b.length) return a.slice(1) === b.slice(1) || isSwapped;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.slice(1) === shorter;
}
