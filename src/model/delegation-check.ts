/** One side at the table: how many come, and what they can do. Counts and kinds of role, never names. */
export interface Side {
  count: number;
  /** Somebody is there who may decide. */
  decides: boolean;
  /** Somebody is there who does the work. */
  works: boolean;
  /** This side has met the facilitator. */
  knows: boolean;
}

export interface Delegations {
  sides: readonly Side[];
  /** Voices that are not in the room though they are affected, one a line. */
  absent: readonly string[];
  /** Somebody looked for voices that are not there. */
  looked: boolean;
}

/** What a meeting of delegations is looked at for, in the order in which it is told. */
export const delegationAspects = ['size', 'levels', 'facilitator', 'absent', 'votes'] as const;
export type DelegationAspect = (typeof delegationAspects)[number];

/** It fits, it deserves a look, or it is good to know. `sides` counts from one. */
export interface DelegationFinding {
  about: DelegationAspect;
  result: 'fits' | 'look' | 'know';
  sides: number[];
}

/** Smallest divided by largest: below this, talk about it. A soft border of the handbook, not one of the method. */
export const softRatio = 0.75;

/**
 * Looks at who comes to a meeting of two or more sides. It advises: no finding keeps a meeting from taking place.
 * With fewer than two sides that bring somebody there is nothing to compare, and so nothing to say.
 */
export function checkDelegations({ sides, absent, looked }: Delegations): DelegationFinding[] {
  const counts = sides.map(({ count }) => count);
  if (sides.length < 2 || !counts.every((count) => Number.isInteger(count) && count > 0)) return [];
  const largest = Math.max(...counts);
  const where = (is: (side: Side) => boolean) =>
    sides.flatMap((side, index) => (is(side) ? [index + 1] : []));
  const toFinding = (
    about: DelegationAspect,
    concerned: number[],
    other: 'look' | 'know' = 'look',
  ): DelegationFinding => ({
    about,
    result: concerned.length === 0 ? 'fits' : other,
    sides: concerned,
  });

  const isHeard = looked || absent.some((voice) => voice.trim() !== '');
  return [
    toFinding(
      'size',
      where(({ count }) => count / largest < softRatio),
    ),
    toFinding(
      'levels',
      where(({ decides, works }) => !decides || !works),
    ),
    toFinding(
      'facilitator',
      where(({ knows }) => !knows),
    ),
    { about: 'absent', result: isHeard ? 'fits' : 'look', sides: [] },
    // When votes follow the sides, the largest wins every vote, also where the sizes are fine.
    toFinding('votes', toRatio(sides) === 1 ? [] : where(({ count }) => count === largest), 'know'),
  ];
}

/** Smallest divided by largest. @example toRatio([{ count: 4 }, { count: 3 }]) // => 0.75 */
export function toRatio(sides: readonly Pick<Side, 'count'>[]): number {
  const counts = sides.map(({ count }) => count);
  return Math.min(...counts) / Math.max(...counts);
}
