import type { Duration } from './duration.ts';

/** A moment in minutes since midnight of the first day; past 1440 it is after midnight. */
export type Clock = number;

/** A row laid on the clock: from `start` up to `end`, which is the start of the next. */
export interface AgendaRow<R> {
  row: R;
  minutes: number;
  start: Clock;
  end: Clock;
}

/** Lays rows on the clock one after another, each for the minutes it is given. */
export function toAgenda<R>(
  rows: readonly R[],
  start: Clock,
  toMinutes: (row: R) => number,
): AgendaRow<R>[] {
  let at = start;
  return rows.map((row) => {
    const minutes = toMinutes(row);
    const laid = { row, minutes, start: at, end: at + minutes };
    at = laid.end;
    return laid;
  });
}

/** A clock time as it is read in a room. @example toClock(570) // => '09:30', toClock(1450) // => '00:10' */
export function toClock(clock: Clock): string {
  const minutes = ((Math.round(clock) % 1440) + 1440) % 1440;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads `9:30`, `09:30` or `0930`; nothing when it is no time of the day. @example readClock('09:30') // => 570 */
export function readClock(text: string): Clock | undefined {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const clock = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? clock : undefined;
}

/**
 * Minutes for another number of people than they were written for: `perPerson` minutes for each more, or each fewer.
 * Never less than a minute, and `min ≤ ideal ≤ max` stays.
 */
export function toDurationFor(
  { minutes, perPerson }: { minutes: Duration; perPerson: number },
  people: number,
  written: number,
): Duration {
  const more = Math.round(perPerson * (people - written));
  const shift = (each: number) => (each === 0 ? 0 : Math.max(1, each + more));
  return { min: shift(minutes.min), ideal: shift(minutes.ideal), max: shift(minutes.max) };
}
