import type { Words } from '../words/index.ts';

/** The sentences the finder makes while it is used; the rest stands in the HTML. */
export const finderWords = [
  'loading',
  'failed',
  'waiting',
  'fits',
  'guidesOne',
  'guidesMany',
  'practicesOne',
  'practicesMany',
  'guides',
  'practices',
  'planned',
  'shorter',
  'longer',
  'most',
  'withoutOne',
  'withoutMany',
  'spareOne',
  'spareMany',
  'lose',
  'nothing',
  'withTime',
  'withPeople',
  'withBoth',
  'withoutPurpose',
  'tryTime',
  'tryPeople',
  'tryBoth',
  'tryPurpose',
] as const;
export type FinderWords = Pick<Words['guide']['finder'], (typeof finderWords)[number]>;
