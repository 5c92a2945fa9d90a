import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';

/** The sentences a session plan makes, while building and again when a reader chooses another time. */
export const guideWords = [
  'minute',
  'hour',
  'hourMinute',
  'done',
  'sum',
  'range',
  'fits',
  'fitsShorter',
  'fitsWithout',
  'spare',
  'tooShort',
  'outside',
  'groupFrom',
  'groupBetween',
  'unreadable',
  'unreadableParts',
  'onDay',
  'past',
  'pieces',
] as const;
export type GuideWords = Pick<Words['guide'], (typeof guideWords)[number]>;

export const toGuideWords = (words: GuideWords): GuideWords =>
  Object.fromEntries(guideWords.map((key) => [key, words[key]])) as unknown as GuideWords;

/** Minutes in words, with hours from an hour on. @example toLong(75, words) // => '1 uur 15' */
export function toLong(
  minutes: number,
  words: Pick<GuideWords, 'minute' | 'hour' | 'hourMinute'>,
): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return fillIn(words.minute, { m });
  return m === 0 ? fillIn(words.hour, { h }) : fillIn(words.hourMinute, { h, m });
}

/** A thing to bring with its number; one of a thing needs no number. */
export const toPieces = (
  name: string,
  count: number,
  { pieces }: Pick<GuideWords, 'pieces'>,
): string => (count === 1 ? name : fillIn(pieces, { name, n: count }));

/** For how many people a plan is, in words. */
export const toGroupText = (
  { min, max }: { min: number; max?: number },
  words: Pick<GuideWords, 'groupFrom' | 'groupBetween'>,
): string =>
  max === undefined ? fillIn(words.groupFrom, { min }) : fillIn(words.groupBetween, { min, max });
