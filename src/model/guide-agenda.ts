import { toAgenda, toDurationFor, type AgendaRow, type Clock } from './agenda.ts';
import { addDurations } from './add-durations.ts';
import type { Duration } from './duration.ts';
import { fit } from './fit.ts';
import type { GuideRow } from './guide-row.ts';
import { addMaterials, type MaterialTotal } from './add-materials.ts';
import type { Session } from './session.ts';

/** What laying a plan on the clock needs to know of a row. */
export type ClockRow = Pick<GuideRow, 'id' | 'minutes' | 'perPerson' | 'skip' | 'materials'>;

/** A session plan for one session: its rows on the clock, what does not fit, and what to bring. */
export interface GuideAgenda<R> {
  rows: AgendaRow<R>[];
  /** Rows left out for lack of time, in the order they were. */
  dropped: R[];
  end: Clock;
  /** Sum of the minutes of `rows`. */
  total: number;
  /** The shortest, planned and longest sum for this number of people, with every row in. */
  whole: Duration;
  /** How it stands with the time there is: `planned` when nobody said how much there is. */
  outcome: 'planned' | 'fits' | 'shorter' | 'without' | 'too-short';
  /** Minutes left when every row has its most. */
  spare: number;
  materials: MaterialTotal[];
}

/** Lays the rows during a session on the clock for a number of people and an amount of time. */
export function toGuideAgenda<R extends ClockRow>(
  { rows, people }: { rows: readonly R[]; people: number },
  session: Session,
): GuideAgenda<R> {
  const steps = rows.map((row) => ({
    id: row.id,
    skip: row.skip,
    minutes: toDurationFor(row, session.people, people),
  }));
  const whole = addDurations(steps.map(({ minutes }) => minutes));
  const fitted = session.time === undefined ? undefined : fit(steps, session.time);
  const ideal = new Map(steps.map(({ id, minutes }) => [id, minutes.ideal]));
  const kept = rows.filter(({ id }) => !fitted?.dropped.includes(id));
  const laid = toAgenda(
    kept,
    session.start,
    ({ id }) => (fitted ? fitted.minutes.get(id) : ideal.get(id)) ?? 0,
  );
  const end = laid.at(-1)?.end ?? session.start;
  return {
    rows: laid,
    dropped: (fitted?.dropped ?? []).flatMap((id) => rows.find((row) => row.id === id) ?? []),
    end,
    total: end - session.start,
    whole,
    outcome: toOutcome(fitted, session.time, whole),
    spare: fitted?.spare ?? 0,
    materials: addMaterials(kept, session.people),
  };
}

function toOutcome(
  fitted: { fits: boolean; dropped: readonly string[] } | undefined,
  time: number | undefined,
  whole: Duration,
): GuideAgenda<unknown>['outcome'] {
  if (!fitted || time === undefined) return 'planned';
  if (!fitted.fits) return 'too-short';
  if (fitted.dropped.length > 0) return 'without';
  return time < whole.ideal ? 'shorter' : 'fits';
}
