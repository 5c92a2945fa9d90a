import type { Subject } from './subject.ts';
import { toTextId } from './text-id.ts';

/**
 * The code of a card, as it is typed over from paper: digits only. A digit has no capital, so no file host can tell two
 * spellings apart; none looks like a letter here, for there are no letters; every telephone has them on large keys; and
 * they are the same in every language. The last digit is a check on the others, so that a slip of one digit, or of two
 * that changed places, leads to a page that says so and never to another card.
 */
export const isCardCode = (text: string): boolean =>
  /^[1-9]\d+$/.test(text) && text.length >= leastDigits && check(text) === 0;

/**
 * The code a card gets, from what it is about and not from its place in a list: two people who add cards at the same
 * time do not reach for the same number. When it is taken, the next attempt gives another.
 * @example toCardCode('cases/sla#check-in', { attempt: 0, cards: 30 }) // => '71348'
 */
export function toCardCode(
  subject: Subject,
  { attempt, cards }: { attempt: number; cards: number },
): string {
  const least = 10 ** (toDigits(cards) - 2);
  const draw = Number.parseInt(
    toTextId(attempt === 0 ? subject : `${subject} ${String(attempt)}`),
    36,
  );
  const payload = String(least + (draw % (9 * least)));
  return `${payload}${String(check(payload))}`;
}

/** As short as a code may be. */
const leastDigits = 5;

/** So many digits that at most a third of all codes is in use: 5 up to 3,000 cards, 6 up to 30,000, and so on. */
function toDigits(cards: number): number {
  let digits = leastDigits;
  while (cards >= 3 * 10 ** (digits - 2)) digits += 1;
  return digits;
}

/**
 * The digit of Damm’s check; 0 when it is run over a number and its own check digit.
 * @see https://en.wikipedia.org/wiki/Damm_algorithm
 */
const check = (digits: string): number =>
  Array.from(digits, Number).reduce((held, digit) => quasigroup[held]?.[digit] ?? 0, 0);

const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];
