import type { Duration } from '../model/duration.ts';
import type { Words } from '../words/index.ts';

/** Minutes in words, with hours from an hour on. @example toTime(75, words) // => '1 uur 15' */
export const toTime = (minutes: number, { case: words }: Words): string =>
  minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);

/** What a duration leaves open, in words; nothing when it leaves nothing open. */
export const toRange = ({ min, max }: Duration, words: Words): string | undefined =>
  min === max
    ? undefined
    : words.case.between(max < 60 ? String(min) : toTime(min, words), toTime(max, words));
