import type { LewisStep } from '../model/lewis.ts';

/** The number of a card, as large as it gets. @example toNumber([1, 2, 3]) // => '1–3' */
export const toNumber = (lewis: readonly LewisStep[]): string =>
  [lewis[0], ...(lewis.length > 1 ? [lewis.at(-1)] : [])].filter(Boolean).join('–');
