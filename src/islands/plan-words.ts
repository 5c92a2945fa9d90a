import type { Language } from '../model/language.ts';
import { toDayBefore } from '../model/session.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';

/** The sentences of a plan that a script says. */
export type PlanSaid = Words['plan']['said'];

/** Minutes in words, with hours from an hour on. @example toTime(75, said) // => '1 uur 15' */
export function toTime(minutes: number, said: PlanSaid): string {
  if (minutes < 60) return minutes === 1 ? said.minuteOne : fillIn(said.minuteMany, { n: minutes });
  const [n, rest] = [Math.floor(minutes / 60), minutes % 60];
  return fillIn(rest === 0 ? said.hours : said.hoursAnd, { n, rest });
}

/** How long before the session something is done, with its day when the day of the session is known. */
export function toAhead(
  days: number,
  date: string | undefined,
  said: PlanSaid,
  language: Language,
): string {
  const weeks = days % 7 === 0 ? days / 7 : 0;
  const ahead =
    weeks > 0
      ? fillIn(weeks === 1 ? said.weekOne : said.weekMany, { n: weeks })
      : fillIn(days === 1 ? said.dayOne : said.dayMany, { n: days });
  if (date === undefined) return ahead;
  return fillIn(said.onDay, { day: toDay(toDayBefore(date, days), language), ahead });
}

/** A day as people write it. @example toDay('2026-12-01', 'nl') // => '1 december 2026' */
export const toDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** Something to bring, with how many when it is more than one. */
export const toPieces = (
  { name, count }: { name: string; count: number },
  said: PlanSaid,
): string => (count === 1 ? name : fillIn(said.pieces, { name, n: count }));
