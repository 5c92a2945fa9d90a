import { z } from 'zod';

/** The steps of the Lewis Method: four for deciding, and the fifth under the waterline. */
export const lewisSteps = [1, 2, 3, 4, 5] as const;
export const LewisStep = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]);
export type LewisStep = z.infer<typeof LewisStep>;

/** The ranges that are a way of working of their own; other ranges are not used in the method. */
export const lewisRanges = ['1-3', '2-3', '1-4', '1-5'] as const;

/** One step (`"4"`) or a range (`"1-3"` explore, `"2-3"` alternate, `"1-4"` decide, `"1-5"` the whole). */
export const LewisRange = z.enum(['1', '2', '3', '4', '5', ...lewisRanges]);
export type LewisRange = z.infer<typeof LewisRange>;

/** The steps a range holds. @example toLewisSteps('1-3') // => [1, 2, 3] */
export function toLewisSteps(range: LewisRange): LewisStep[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return lewisSteps.filter((step) => first <= step && step <= last);
}
