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
  const hints = (Object.entries(near) as [Obstacle, NearMiss][]).map(([obstacle, miss]) =>
    fillIn(toHint(obstacle, words), { ...miss }),
  );
  return [words.nothing, ...hints].join(' ');
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
export function toHow({ how, dropped, total, ideal, spare }: Found, words: FinderWords): string {
  const n = dropped.length;
  const sentence = {
    planned: words.planned,
    shorter: words.shorter,
    longer: spare > 0 ? words.most : words.longer,
    without: n === 1 ? words.withoutOne : words.withoutMany,
  }[how];
  const left = spare > 0 ? [toNumber(spare, words.spareOne, words.spareMany)] : [];
  return [fillIn(sentence, { total, ideal, n }), ...left].join(' ');
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
