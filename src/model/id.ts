import { z } from 'zod';

/** An id in addresses and file names: lower-case letters, digits and hyphens; the same in every language. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'An id has only lower-case letters, digits and single hyphens, like “gelijk-aan-de-start”.',
  );
export type Id = z.infer<typeof Id>;
