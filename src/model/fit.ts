import { addDurations } from './add-durations.ts';
import type { Duration } from './duration.ts';

/** A step as fitting sees it: how long it may take, and whether it may be left out. */
export interface FitStep {
  id: string;
  minutes: Duration;
  /** Order in which steps may be left out: 1 goes first. */
  skip?: number | undefined;
}

/** Steps fitted into an amount of time. */
export interface Fit {
  /** `false` when even the shortest form of what must stay takes longer than there is. */
  fits: boolean;
  /** Minutes of each step that stays, by id. */
  minutes: ReadonlyMap<string, number>;
  /** Ids of the steps left out, in the order they were. */
  dropped: string[];
  /** Sum of the minutes given out. */
  total: number;
  /** Minutes that are left when every step has its most. */
  spare: number;
}

/**
 * Fits steps into an amount of time. First every step is made shorter, each in proportion to the room it has between
 * its least and its ideal, or longer between its ideal and its most. Only when the shortest form does not fit are
 * steps left out, in the author's order, and no more of them than needed; one always stays. Whole minutes; with time
 * to spare the sum is exactly the time there is, up to the most there is to give.
 */
export function fit(steps: readonly FitStep[], available: number): Fit {
  const order = steps
    .filter(({ skip }) => skip !== undefined)
    .sort((a, b) => (a.skip ?? 0) - (b.skip ?? 0))
    .map(({ id }) => id)
    // A plan of nothing takes no time, but it is no plan.
    .slice(0, Math.max(0, steps.length - 1));
  for (let count = 0; ; count += 1) {
    const dropped = order.slice(0, count);
    const kept = steps.filter(({ id }) => !dropped.includes(id));
    const { min } = addDurations(kept.map(({ minutes }) => minutes));
    const isLast = count === order.length;
    if (min > available && !isLast) continue;
    const minutes = share(kept, available);
    const total = [...minutes.values()].reduce((sum, each) => sum + each, 0);
    return {
      fits: min <= available,
      minutes,
      dropped,
      total,
      spare: Math.max(0, available - total),
    };
  }
}

/** Gives every step its least, then shares what is left: first up to the ideal, then up to the most. */
function share(steps: readonly FitStep[], available: number): Map<string, number> {
  const sums = addDurations(steps.map(({ minutes }) => minutes));
  const [from, to] =
    available < sums.ideal ? (['min', 'ideal'] as const) : (['ideal', 'max'] as const);
  const room = sums[to] - sums[from];
  const extra = Math.max(0, Math.min(available - sums[from], room));
  const parts = steps.map(({ id, minutes }) => {
    const exact = room === 0 ? 0 : ((minutes[to] - minutes[from]) * extra) / room;
    return { id, base: minutes[from] + Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  // Whole minutes: what rounding down left goes to the largest remainders.
  const left = extra + sums[from] - parts.reduce((sum, { base }) => sum + base, 0);
  const favoured = new Set(
    [...parts]
      .sort((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ id }) => id),
  );
  return new Map(parts.map(({ id, base }) => [id, base + (favoured.has(id) ? 1 : 0)]));
}
