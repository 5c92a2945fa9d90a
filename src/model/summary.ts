import { mostCharacters, mostItems, toCleanText } from './item-list.ts';

/** What was heard: one line, or two that stand beside each other. Neither is the better one, and nobody said them. */
export type Saying = readonly [heard: string] | readonly [heard: string, butAlso: string];

/**
 * A summary of a check-in, in the order it is read aloud. There are no names and no ids in it, and nothing of the order
 * in which lines came: chance puts them in a row whenever lines are added.
 */
export type Summary = readonly Saying[];

/** Gives a number from 0 up to 1. */
export type Chance = () => number;

/** How many lines there are; the two of a pair count apart. */
export const countLines = (summary: Summary): number => summary.flat().length;

/** Lines as they are typed or pasted: one a line, without the marks of a list before them. */
export const toLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–·]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/** The summary with what was heard in it, all shuffled. What does not fit is handed back, so that nothing is lost. */
export function hear(
  summary: Summary,
  lines: readonly string[],
  chance: Chance,
): { summary: Summary; left: string[] } {
  const room = mostItems - countLines(summary);
  const fitting = lines.filter((line) => line.length <= mostCharacters).slice(0, Math.max(room, 0));
  const left = [...lines];
  for (const line of fitting) left.splice(left.indexOf(line), 1);
  const heard = fitting.map((line): Saying => [toCleanText(line)]);
  const all = [...summary, ...heard];
  return { summary: heard.length === 0 ? summary : shuffle(all, chance), left };
}

/** In an order of chance, every order as likely as any other (Fisher and Yates). */
export function shuffle(summary: Summary, chance: Chance): Summary {
  const row = [...summary];
  for (let last = row.length - 1; last > 0; last -= 1) {
    const at = Math.floor(chance() * (last + 1));
    const [one, other] = [row[last], row[at]];
    if (one && other) [row[last], row[at]] = [other, one];
  }
  return row;
}

/** Puts a single line beside another: this, but also that. */
export function pair(summary: Summary, first: number, second: number): Summary {
  const [one, other] = [summary[first], summary[second]];
  if (first === second || one?.length !== 1 || other?.length !== 1) return summary;
  return summary.with(first, [one[0], other[0]]).filter((_saying, index) => index !== second);
}

/** Makes two single lines of a pair again. */
export const unpair = (summary: Summary, at: number): Summary =>
  summary.flatMap((saying, index): Saying[] =>
    index === at && saying.length === 2 ? [[saying[0]], [saying[1]]] : [saying],
  );

/** What came after the “but also” now comes first. */
export const swap = (summary: Summary, at: number): Summary =>
  summary.map((saying, index) =>
    index === at && saying.length === 2 ? [saying[1], saying[0]] : saying,
  );

/** Other words for one line; a line of nothing is no line. */
export function reword(summary: Summary, at: number, part: number, text: string): Summary {
  const saying = summary[at];
  const words = toCleanText(text);
  if (saying?.[part] === undefined || words === '') return summary;
  return summary.with(
    at,
    saying.length === 1 ? [words] : part === 0 ? [words, saying[1]] : [saying[0], words],
  );
}

export const remove = (summary: Summary, at: number): Summary =>
  summary.filter((_saying, index) => index !== at);

/** “I heard …” and “I heard …, but also …”; braces take the lines. */
export interface SpokenWords {
  one: string;
  both: string;
}

/**
 * How it is said aloud. The ends of sentences go, as they now stand inside one, and so does the capital of a short first
 * word: “We”, “Er”, “The”. Longer ones may be names of things, and keep theirs.
 */
export function toSpoken(saying: Saying, words: SpokenWords): string {
  const [heard, butAlso] = saying.map((line) =>
    line.replace(/[.;,]+$/, '').replace(/^\p{Lu}\p{Ll}{1,3}(?=\s)/u, (word) => word.toLowerCase()),
  );
  const sentence = butAlso === undefined ? words.one : words.both;
  return sentence.replace(
    /\{(heard|also)\}/g,
    (_whole, name: string) => (name === 'heard' ? heard : butAlso) ?? '',
  );
}

/** Where a pair becomes a board with two poles: the address says what they are called. */
export const toBoardAddress = (path: string, [left, right]: readonly [string, string]): string =>
  `${path}#${new URLSearchParams({ left, right }).toString()}`;

/** A summary that was kept; nothing when it has another shape. */
export function readSummary(value: unknown): Summary | undefined {
  return Array.isArray(value) && value.every(isSaying) && countLines(value) <= mostItems
    ? value
    : undefined;
}

const isSaying = (value: unknown): value is Saying =>
  Array.isArray(value) &&
  (value.length === 1 || value.length === 2) &&
  value.every((line) => typeof line === 'string' && line !== '' && line.length <= mostCharacters);
