import type { Finding, Found, NearMiss, Obstacle } from '../model/finder.ts';
import { fillIn } from './fill-in.ts';
import type { FinderWords } from './finder-words.ts';

/** What is read aloud: how many fit, or what would help. */
export function toStatus({ found, near }: Finding, words: FinderWords): string {
  const count = (of: string) => found.filter(({ findable }) => findable.kind === of).length;
  if (found.length > 0)
    return fillIn(words.fits, {
      guides: toNumber(count('guide'), words.guidesOne, words.guidesMany),
      practices: toNumber(count('practice'), words.practicesOne, words.practicesMany),
    });
  const hints = toHelps(near).map(([obstacle, miss]) =>
    fillIn(toHint(obstacle, words), { ...miss }),
  );
  return [words.nothing, ...hints].join(' ');
}

/** What would help, the least change first; changing two things only when changing one does not help. */
export function toHelps(near: Finding['near']): [Obstacle, NearMiss][] {
  const single = near.time ?? near.people;
  const obstacles = single
    ? (['time', 'people', 'purpose'] as const)
    : (['both', 'purpose'] as const);
  return obstacles.flatMap((obstacle) => {
    const miss = near[obstacle];
    return miss ? [[obstacle, miss] satisfies [Obstacle, NearMiss]] : [];
  });
}

/** What the button says that makes such a change. */
export const toHelp = (obstacle: Obstacle, near: NearMiss, words: FinderWords): string =>
  fillIn(
    {
      time: words.tryTime,
      people: words.tryPeople,
      both: words.tryBoth,
      purpose: words.tryPurpose,
    }[obstacle],
    { ...near },
  );

/** How something fits, in one or two sentences. */
export function toHow(found: Found, words: FinderWords): string {
  const { dropped, total, minutes, spare } = found;
  const n = dropped.length;
  const left = spare > 0 ? [toNumber(spare, words.spareOne, words.spareMany)] : [];
  return [fillIn(toFit(found, words), { ...minutes, total, n }), ...left].join(' ');
}

/** A practice has a time of its own; a plan was planned, and may differ from that. */
function toFit({ findable, how, dropped, minutes, spare }: Found, words: FinderWords): string {
  if (findable.kind === 'practice')
    return minutes.min === minutes.max ? words.takes : words.takesBetween;
  return {
    planned: words.planned,
    shorter: words.shorter,
    longer: spare > 0 ? words.most : words.longer,
    without: dropped.length === 1 ? words.withoutOne : words.withoutMany,
  }[how];
}

const toHint = (obstacle: Obstacle, words: FinderWords): string =>
  ({
    time: words.withTime,
    people: words.withPeople,
    both: words.withBoth,
    purpose: words.withoutPurpose,
  })[obstacle];

const toNumber = (n: number, one: string, many: string): string =>
  n === 1 ? one : fillIn(many, { n });
