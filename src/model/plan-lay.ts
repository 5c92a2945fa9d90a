import type { MaterialTotal } from './add-materials.ts';
import { toDurationFor, type Clock } from './agenda.ts';
import type { Duration } from './duration.ts';
import { toGuideAgenda, type GuideAgenda } from './guide-agenda.ts';
import { usualPeople, type PlannedRow } from './plan-row.ts';
import type { Session } from './session.ts';

/** Something to look at in a row. It never stops anybody: the reader decides. */
export type Hint =
  /** The row stands before one that it comes after in its case. */
  | { about: 'order'; title: string }
  | { about: 'group'; title: string; min: number; max?: number }
  | { about: 'trained'; title: string };

/** A row of a plan on the clock. */
export interface LaidRow extends PlannedRow {
  /** The minutes for these people when neither the reader nor the time there is decides. */
  usual: Duration;
  /** The minutes it gets; none outside the session, and none when there is no time for it. */
  now: number;
  start: Clock;
  end: Clock;
  /** Whether the time there is leaves it out. */
  dropped: boolean;
  hints: Hint[];
}

/** A plan laid on the clock, with its sums. */
export interface LaidPlan {
  rows: LaidRow[];
  end: Clock;
  total: number;
  /** Minutes of the breaks in it. */
  breaks: number;
  /** How it stands with the time there is. */
  outcome: GuideAgenda<unknown>['outcome'];
  /** Minutes that are left when every row has its most. */
  spare: number;
  materials: MaterialTotal[];
  rooms: string[];
}

/**
 * Lays a plan on the clock. Minutes the reader gave are kept; the others follow the number of people and, when the
 * reader named one, the time there is.
 */
export function layPlan(planned: readonly PlannedRow[], session: Session): LaidPlan {
  const rows = toPhaseOrder(planned);
  const usual = rows.map(({ row, written }) => toDurationFor(row, session.people, written));
  const agenda = toGuideAgenda(
    {
      rows: rows.flatMap(({ row, plan }, at) =>
        row.phase === 'during'
          ? { ...row, perPerson: 0, minutes: toFixed(plan.minutes) ?? usual[at] ?? none }
          : [],
      ),
      people: session.people,
    },
    session,
  );
  const times = new Map(agenda.rows.map((each) => [each.row.id, each]));
  const dropped = new Set(agenda.dropped.map(({ id }) => id));
  const order = findOrderHints(rows.map(({ row }) => row));
  let at = session.start;
  const laid = rows.map((each, place): LaidRow => {
    const time = times.get(each.row.id);
    const start = at;
    at = time?.end ?? at;
    return {
      ...each,
      usual: usual[place] ?? none,
      now: time?.minutes ?? 0,
      start,
      end: at,
      dropped: dropped.has(each.row.id),
      hints: [...(order.get(place) ?? []), ...toAskHints(each, session.people)],
    };
  });
  const held = laid.filter((each) => !each.dropped);
  return {
    rows: laid,
    end: agenda.end,
    total: agenda.total,
    breaks: held.filter(({ plan }) => plan.kind === 'break').reduce((sum, { now }) => sum + now, 0),
    outcome: agenda.outcome,
    spare: agenda.spare,
    materials: agenda.materials,
    rooms: [
      ...new Set(held.flatMap(({ row }) => (row.phase === 'during' ? (row.room ?? []) : []))),
    ],
  };
}

/** The number of people when the reader names none: that of the first case in the plan. */
export const toUsualPeople = (rows: readonly PlannedRow[]): number =>
  rows.find(({ plan }) => plan.kind === 'step')?.written ?? usualPeople;

/** Before, during and after, in that order; within each as the reader has them. */
export const toPhaseOrder = (rows: readonly PlannedRow[]): PlannedRow[] =>
  (['before', 'during', 'after'] as const).flatMap((phase) =>
    rows.filter(({ row }) => row.phase === phase),
  );

/** Moves a row some places up or down, within its phase; the same rows when there is nowhere to go. */
export function moveRow(
  rows: readonly PlannedRow[],
  id: string,
  places: number,
): readonly PlannedRow[] {
  const phase = rows.find(({ row }) => row.id === id)?.row.phase;
  const peers = rows.filter(({ row }) => row.phase === phase);
  const from = peers.findIndex(({ row }) => row.id === id);
  const to = Math.max(0, Math.min(peers.length - 1, from + places));
  const [moved] = peers.splice(from, 1);
  if (!moved || to === from) return rows;
  peers.splice(to, 0, moved);
  return toPhaseOrder([...rows.filter(({ row }) => row.phase !== phase), ...peers]);
}

/** By place in the plan: the steps a row comes after in its case, but stands before here. */
export function findOrderHints(
  rows: readonly Pick<PlannedRow['row'], 'subject' | 'title' | 'after'>[],
): Map<number, Extract<Hint, { about: 'order' }>[]> {
  const hints = new Map<number, Extract<Hint, { about: 'order' }>[]>();
  rows.forEach(({ subject, after }, at) => {
    const [place] = subject.split('#');
    const late = after.flatMap((id) => {
      const first = rows.findIndex((each) => each.subject === `${place ?? ''}#${id}`);
      const title = rows[first]?.title;
      return first > at && title !== undefined ? [{ about: 'order' as const, title }] : [];
    });
    if (late.length > 0) hints.set(at, late);
  });
  return hints;
}

function toAskHints({ row, asks }: PlannedRow, people: number): Hint[] {
  // Beforehand and afterwards the group is not together.
  const groups = (row.phase === 'during' ? asks : [])
    .filter(({ group: { min, max = Infinity } }) => people < min || people > max)
    .map(({ title, group }): Hint => ({ about: 'group', title, ...group }));
  const trained = asks.filter((each) => each.trained);
  return [...groups, ...trained.map(({ title }): Hint => ({ about: 'trained', title }))];
}

const none: Duration = { min: 0, ideal: 0, max: 0 };

const toFixed = (minutes: number | undefined): Duration | undefined =>
  minutes === undefined ? undefined : { min: minutes, ideal: minutes, max: minutes };
