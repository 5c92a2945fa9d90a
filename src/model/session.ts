import { readClock, toClock, type Clock } from './agenda.ts';

/** What a reader decides about a session plan; it stands in the address, so that it can be shared. */
export interface Session {
  /** When it begins, in minutes since midnight. */
  start: Clock;
  people: number;
  /** The minutes there are; absent means as the plan has it. */
  time?: number;
  /** The day, like `2026-12-01`; dates beforehand are counted back from it. */
  date?: string;
}

/** The begin of a session when nobody has chosen one. */
export const defaultStart: Clock = 570;

/** The parts of an address that could not be read, by their name there. */
export type Unreadable = 'start' | 'people' | 'time' | 'date';

/** Reads a session from an address; what cannot be read is left as it was and named. */
export function readSession(
  params: Pick<URLSearchParams, 'get'>,
  { people, start = defaultStart }: { people: number; start?: Clock },
): { session: Session; unreadable: Unreadable[] } {
  const session: Session = { start, people };
  const unreadable: Unreadable[] = [];
  const take = <T>(
    name: Unreadable,
    read: (text: string) => T | undefined,
    set: (value: T) => void,
  ) => {
    const text = params.get(name);
    if (text === null || text === '') return;
    const value = read(text);
    if (value === undefined) unreadable.push(name);
    else set(value);
  };
  take('start', readClock, (value) => (session.start = value));
  take('people', readWhole(1, 999), (value) => (session.people = value));
  take('time', readWhole(1, 1440), (value) => (session.time = value));
  take('date', readDay, (value) => (session.date = value));
  return { session, unreadable };
}

/** Writes into an address what differs from how the plan begins. */
export function writeSession(
  params: URLSearchParams,
  { start, people, time, date }: Session,
  usual: { people: number; start?: Clock },
): void {
  const put = (name: string, value: string | undefined) => {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  };
  put(
    'start',
    start === (usual.start ?? defaultStart) ? undefined : toClock(start).replace(':', ''),
  );
  put('people', people === usual.people ? undefined : String(people));
  put('time', time === undefined ? undefined : String(time));
  put('date', date);
}

const readWhole =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const number = Number(text);
    return /^\d{1,4}$/.test(text) && least <= number && number <= most ? number : undefined;
  };

/** Reads a day of the calendar since the year 1000; the 31st of November is none. @example readDay('2026-12-01') // => '2026-12-01' */
export function readDay(text: string): string | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  return isDay && date.toISOString().startsWith(text) ? text : undefined;
}

/** The day some days before another. @example toDayBefore('2026-12-01', 7) // => '2026-11-24' */
export function toDayBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
