import { z } from 'zod';

/** Minutes as a facilitator plans them: the least it can be done in, the plan, and the most worth giving it. */
export interface Duration {
  min: number;
  ideal: number;
  max: number;
}

const expected =
  'Minutes are written as min/ideal/max, like "5/10/15", whole numbers that do not go down.';

/** Accepts `"5/10/15"` (min/ideal/max) or `"10"` (all three the same), in whole minutes. */
export const Duration = z
  .string({ error: expected })
  .regex(/^\d{1,3}(\/\d{1,3}\/\d{1,3})?$/, expected)
  .transform((text): Duration => {
    const [min = 0, ideal = min, max = min] = text.split('/').map(Number);
    return { min, ideal, max };
  })
  .refine(({ min, ideal, max }) => min <= ideal && ideal <= max, expected);
export type DurationInput = z.input<typeof Duration>;
