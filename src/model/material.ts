import { z } from 'zod';

/**
 * Something to bring, with how many. `per: "person"` multiplies by the people in the room. What is `used` up is
 * needed anew in every step; anything else is carried from step to step, so the most needed at once is enough.
 */
export const Material = z
  .union([
    z.string().min(2).max(80),
    z.strictObject({
      name: z.string().min(2).max(80),
      count: z.number().int().min(1).max(500).default(1),
      per: z.enum(['group', 'person']).default('group'),
      used: z.boolean().default(false),
    }),
  ])
  .transform((written) =>
    typeof written === 'string'
      ? { name: written, count: 1, per: 'group' as const, used: false }
      : written,
  );
export type Material = z.infer<typeof Material>;
