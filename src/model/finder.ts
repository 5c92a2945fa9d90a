import { addDurations } from './add-durations.ts';
import { toDurationFor } from './agenda.ts';
import type { Duration } from './duration.ts';
import { fit, type FitStep } from './fit.ts';

/** What somebody has, and what for. */
export interface Wish {
  minutes: number;
  people: number;
  purpose?: string | undefined;
}

/** What the finder begins with. */
export const usualWish: Wish = { minutes: 90, people: 7 };

/** A step as the finder sees it. */
export interface FindableStep extends FitStep {
  /** Minutes each person more adds. */
  perPerson: number;
}

/** Something that takes time with people: the session plan of a case, or a practice by itself. */
export interface Findable<S extends FindableStep = FindableStep> {
  kind: 'guide' | 'practice';
  id: string;
  title: string;
  /** What it can get done. */
  purposes: readonly string[];
  /** For how many people it is. */
  group: { min: number; max?: number };
  /** The number of people its minutes are written for. */
  people: number;
  /** The steps during the session, in order. */
  steps: readonly S[];
}

/** How something fits: as it is planned, with less or with more minutes, or without some of its steps. */
export type Fitting = 'planned' | 'shorter' | 'longer' | 'without';

/** Something that fits. */
export interface Found<F extends Findable = Findable> {
  findable: F;
  how: Fitting;
  /** Ids of the steps to leave out, in the order they go. */
  dropped: string[];
  /** Minutes it takes this way. */
  total: number;
  /** Minutes of the whole of it, with so many people. */
  minutes: Duration;
  /** Minutes left over. */
  spare: number;
}

/** Things that would have fitted with something else: how many, and the smallest change that brings the first. */
export interface NearMiss {
  count: number;
  minutes: number;
  people: number;
}

/** What stands in the way: too little time, too few or too many people, both, or only the purpose. */
export type Obstacle = 'time' | 'people' | 'both' | 'purpose';

export interface Finding<F extends Findable = Findable> {
  found: Found<F>[];
  near: Partial<Record<Obstacle, NearMiss>>;
}

/**
 * Finds what fits. First what fits whole, then what fits with the fewest steps left out, then what was planned for
 * about the time there is, then by title. What does not fit is only counted, with what would help.
 */
export function find<F extends Findable>(findables: readonly F[], wish: Wish): Finding<F> {
  const finding: Finding<F> = { found: [], near: {} };
  for (const findable of findables) {
    const serves = wish.purpose === undefined || findable.purposes.includes(wish.purpose);
    const people = toPossible(findable, wish.people);
    const found = fitInto(findable, wish.minutes, people);
    if (found && people === wish.people) {
      if (serves) finding.found.push(found);
      else count(finding, 'purpose', wish);
    } else if (serves) {
      const minutes = found ? wish.minutes : toLeast(findable, people);
      const obstacle = found ? 'people' : people === wish.people ? 'time' : 'both';
      count(finding, obstacle, { minutes, people }, wish);
    }
  }
  finding.found.sort((a, b) => compare(a, b, wish.minutes));
  return finding;
}

/** The number of people nearest to this that it can be done with. */
const toPossible = ({ group: { min, max = Infinity } }: Findable, people: number): number =>
  Math.min(Math.max(people, min), max);

/**
 * The steps with their minutes for so many people. A plan was held with its people, so fewer take less; the least
 * minutes of a practice hold for any small group, so fewer people than these are for do not make it shorter.
 */
function toSteps({ kind, people: written, steps }: Findable, people: number): FindableStep[] {
  const counted = kind === 'practice' ? Math.max(people, written) : people;
  return steps.map((step) => ({ ...step, minutes: toDurationFor(step, counted, written) }));
}

function fitInto<F extends Findable>(
  findable: F,
  minutes: number,
  people: number,
): Found<F> | undefined {
  const steps = toSteps(findable, people);
  const { fits, dropped, total, spare } = fit(steps, minutes);
  if (!fits || steps.length === 0) return undefined;
  const whole = addDurations(steps.map((step) => step.minutes));
  const change = total < whole.ideal ? 'shorter' : total > whole.ideal ? 'longer' : 'planned';
  const how = dropped.length > 0 ? 'without' : change;
  return { findable, how, dropped, total, minutes: whole, spare };
}

/** The least time it can be done in, with everything left out that may be. */
const toLeast = (findable: Findable, people: number): number =>
  fit(toSteps(findable, people), 0).total;

function count(
  { near }: Finding,
  obstacle: Obstacle,
  needed: { minutes: number; people: number },
  wish: Wish = needed,
): void {
  const known = near[obstacle];
  const isNearer = known === undefined || toDistance(needed, wish) < toDistance(known, wish);
  const { minutes, people } = isNearer ? needed : known;
  near[obstacle] = { count: (known?.count ?? 0) + 1, minutes, people };
}

/** How much would have to change: people weigh most, because they are harder to find than minutes. */
const toDistance = (needed: { minutes: number; people: number }, wish: Wish): number =>
  Math.abs(needed.people - wish.people) * 1440 + needed.minutes - wish.minutes;

const compare = (a: Found, b: Found, minutes: number): number =>
  a.dropped.length - b.dropped.length ||
  Math.abs(a.minutes.ideal - minutes) - Math.abs(b.minutes.ideal - minutes) ||
  a.findable.title.localeCompare(b.findable.title);
