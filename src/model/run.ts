import type { GuideRow } from './guide-row.ts';

/** A row of a plan as it is run: what the facilitator needs in the room, and how long it may take. */
export interface RunRow extends Pick<
  GuideRow,
  | 'subject'
  | 'title'
  | 'lewis'
  | 'ask'
  | 'says'
  | 'notes'
  | 'posture'
  | 'accessible'
  | 'lead'
  | 'practices'
> {
  minutes: number;
}

/** A moment as a browser’s clock gives it: milliseconds since 1970. */
export type Moment = number;

/** Whether the trainer goes to the next row, or the clock does. */
export type Advance = 'manual' | 'automatic';

/**
 * A session that was begun, as it is kept. It holds moments and sums, never a count of ticks, so a reload or a night of
 * sleep costs nothing: what the clock shows follows from this and the time it is.
 */
export interface Run {
  /** `spent` is the time in milliseconds that a row had in stays that are over. */
  rows: readonly { subject: string; minutes: number; extra: number; spent: number }[];
  /** The present row. */
  index: number;
  clock: { state: 'running' | 'paused' | 'finished'; since: Moment };
  advance: Advance;
  began: Moment;
  /** When it should have begun; the planned end is counted from here. */
  planned: Moment;
}

/** How much time of a row is left, in words a trainer can act on: a fifth, a twentieth, nothing. */
export type Level = 'fine' | 'soon' | 'last' | 'over';

/** What the clock shows at a moment. Times of a row are milliseconds. */
export interface Reading {
  state: Run['clock']['state'];
  index: number;
  /** What the row may take, added minutes included. */
  allowed: number;
  elapsed: number;
  left: number;
  over: number;
  /** The part that is left, from 1 to 0. */
  fraction: number;
  level: Level;
  /** When the next row begins if nothing changes; absent in the last row. */
  next?: Moment;
  plannedEnd: Moment;
  forecastEnd: Moment;
  /** Whole minutes between the two as a clock shows them; negative when the session is ahead. */
  late: number;
}

/** What a row was planned for and what it took, in whole minutes. */
export interface RunResult {
  subject: string;
  planned: number;
  real: number;
}

/** Begins with the first row. */
export const startRun = (
  rows: readonly Pick<RunRow, 'subject' | 'minutes'>[],
  now: Moment,
  planned: Moment = now,
): Run => ({
  rows: rows.map(({ subject, minutes }) => ({ subject, minutes, extra: 0, spent: 0 })),
  index: 0,
  clock: { state: 'running', since: now },
  advance: 'manual',
  began: now,
  planned,
});

/** Goes to the next row; after the last one the session is finished. */
export function goNext(run: Run, now: Moment): Run {
  if (run.clock.state === 'finished') return run;
  const at = settle(run, now);
  return at.index === at.rows.length - 1
    ? stop(at, 'finished', now)
    : { ...stop(at, at.clock.state, now), index: at.index + 1 };
}

/**
 * Goes to the row before, which takes up its time where it left it; so does the row that is left. Out of a finished
 * session it leads to the last row.
 */
export function goBack(run: Run, now: Moment): Run {
  if (run.clock.state === 'finished') return { ...run, clock: { state: 'running', since: now } };
  const at = settle(run, now);
  return at.index === 0 ? at : { ...stop(at, at.clock.state, now), index: at.index - 1 };
}

/** Stops the time of the row; the forecast goes on. */
export const pauseRun = (run: Run, now: Moment): Run =>
  run.clock.state === 'running' ? stop(settle(run, now), 'paused', now) : run;

export const resumeRun = (run: Run, now: Moment): Run =>
  run.clock.state === 'paused' ? { ...run, clock: { state: 'running', since: now } } : run;

/** Gives the present row more time. */
export function addMinutes(run: Run, now: Moment, minutes: number): Run {
  if (run.clock.state === 'finished') return run;
  const at = settle(run, now);
  return changeRow(at, (row) => ({ ...row, extra: row.extra + minutes }));
}

/** From now on the clock, or the trainer, goes to the next row. A row that is over already waits for the trainer. */
export function setAdvance(run: Run, now: Moment, advance: Advance): Run {
  const at = settle(run, now);
  return { ...(at.clock.state === 'running' ? stop(at, 'running', now) : at), advance };
}

/**
 * The run with the rows that went by on their own. When the clock advances, a moment long after the last look, as after
 * sleep, leads to the row that should be on; the last row never ends by itself. A row that had no time left when it was
 * begun, because somebody came back to it, waits.
 */
export function settle(run: Run, now: Moment): Run {
  const row = run.rows[run.index];
  const isLast = run.index >= run.rows.length - 1;
  if (run.advance === 'manual' || run.clock.state !== 'running' || !row || isLast) return run;
  const rest = toAllowed(row) - row.spent;
  const end = run.clock.since + rest;
  if (rest <= 0 || now < end) return run;
  return settle({ ...stop(run, 'running', end), index: run.index + 1 }, now);
}

/** Reads the clock. The same run and moment always give the same reading. */
export function toReading(given: Run, now: Moment): Reading {
  const run = settle(given, now);
  const { rows, index, clock } = run;
  const row = rows[index] ?? { minutes: 0, extra: 0, spent: 0 };
  const allowed = toAllowed(row);
  const elapsed = row.spent + toStay(run, now);
  const left = Math.max(0, allowed - elapsed);
  const later = rows.slice(index + 1).map((each) => Math.max(0, toAllowed(each) - each.spent));
  const plannedEnd = run.planned + sum(rows.map(({ minutes }) => minutes * minute));
  const forecastEnd = clock.state === 'finished' ? clock.since : now + left + sum(later);
  return {
    state: clock.state,
    index,
    allowed,
    elapsed,
    left,
    over: Math.max(0, elapsed - allowed),
    fraction: allowed === 0 ? 0 : left / allowed,
    level: toLevel(left, allowed),
    ...(index < rows.length - 1 ? { next: now + left } : {}),
    plannedEnd,
    forecastEnd,
    late: Math.floor(forecastEnd / minute) - Math.floor(plannedEnd / minute),
  };
}

/** Planned beside real, row by row. Numbers only: what was said is nobody’s to keep. */
export const toResults = (given: Run, now: Moment): RunResult[] => {
  const run = settle(given, now);
  return run.rows.map(({ subject, minutes, spent }, index) => ({
    subject,
    planned: minutes,
    real: Math.round((spent + (index === run.index ? toStay(run, now) : 0)) / minute),
  }));
};

/** Whether a run is of these rows, with the same minutes. */
export const isRunOf = (run: Run, rows: readonly Pick<RunRow, 'subject' | 'minutes'>[]): boolean =>
  run.rows.length === rows.length &&
  run.rows.every(
    ({ subject, minutes }, index) =>
      subject === rows[index]?.subject && minutes === rows[index].minutes,
  );

/** Whether nobody has touched a run for so long that it was left open by mistake. */
export const isLeftOpen = (run: Run, now: Moment): boolean =>
  now - Math.max(run.clock.since, toReading(run, run.clock.since).forecastEnd) > 8 * 60 * minute;

/** A minute in milliseconds. */
export const minute = 60_000;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const toAllowed = ({ minutes, extra }: { minutes: number; extra: number }): number =>
  (minutes + extra) * minute;

/** How long the present stay lasts already; a clock that was set back counts as no time. */
const toStay = ({ clock }: Run, now: Moment): number =>
  clock.state === 'running' ? Math.max(0, now - clock.since) : 0;

function toLevel(left: number, allowed: number): Level {
  if (left === 0) return 'over';
  if (left <= allowed * 0.05) return 'last';
  return left <= allowed * 0.2 ? 'soon' : 'fine';
}

/** Ends the present stay and writes its time down; what follows begins at the same moment. */
function stop(run: Run, state: Run['clock']['state'], now: Moment): Run {
  const stay = toStay(run, now);
  return {
    ...changeRow(run, (row) => ({ ...row, spent: row.spent + stay })),
    clock: { state, since: now },
  };
}

const changeRow = (run: Run, change: (row: Run['rows'][number]) => Run['rows'][number]): Run => ({
  ...run,
  rows: run.rows.map((row, index) => (index === run.index ? change(row) : row)),
});
