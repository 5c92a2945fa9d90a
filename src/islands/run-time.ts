import { toClock, type Clock } from '../model/agenda.ts';
import { minute, type Moment } from '../model/run.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';

/** The sentences that the browser fills in while a session runs. */
export type RunWords = Words['run']['live'];

/** Time left as a clock shows it. A second that has begun counts whole. @example toFigures(1_187_500) // => '19:48' */
export const toFigures = (left: number): string => toDigits(Math.ceil(left / 1000));

/** Time over as a clock shows it. @example toOverFigures(130_900) // => '+2:10' */
export const toOverFigures = (over: number): string => `+${toDigits(Math.floor(over / 1000))}`;

/** Minutes and seconds in words, without the ones there are none of. */
export function toLong(milliseconds: number, words: RunWords): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (rest === 0) return toMinutes(whole, words);
  if (whole === 0) return toSeconds(rest, words);
  return fillIn(words.and, { a: toMinutes(whole, words), b: toSeconds(rest, words) });
}

export const toMinutes = (count: number, words: RunWords): string =>
  count === 1 ? words.minute : fillIn(words.minutes, { n: count });

/** Whole minutes that hold some milliseconds. */
export const toWhole = (milliseconds: number): number => Math.ceil(milliseconds / minute);

/** What the clock on the wall says at a moment. */
export function toWallClock(moment: Moment): string {
  const date = new Date(moment);
  return toClock(date.getHours() * 60 + date.getMinutes());
}

/** The day of a moment as people write it. */
export const toDay = (moment: Moment): string =>
  new Date(moment).toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : 'nl', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/**
 * When a session that begins now should have begun: as it was chosen, if that is about now. A rehearsal at night is
 * not hours late.
 */
export function toPlanned(chosen: Clock | undefined, now: Moment): Moment {
  const meant = chosen === undefined ? now : new Date(now).setHours(0, chosen, 0, 0);
  return Math.abs(meant - now) <= sameSitting ? meant : now;
}

const sameSitting = 3 * 60 * minute;

const toSeconds = (count: number, words: RunWords): string =>
  count === 1 ? words.second : fillIn(words.seconds, { n: count });

const toDigits = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
