import { z } from 'zod';

/** Where the list of names that must not appear stands: hashes only, never a name. */
export const confidentialPath = 'content/confidential.yml';

/** A name has at most as many words as this. */
export const mostNameWords = 5;

/**
 * `content/confidential.yml`: names that must not appear anywhere, as salted hashes. It keeps a name from whoever reads the
 * file, not from whoever guesses it: who has the list can try names too. A list outside the repository is safe from that.
 */
export const Confidential = z.strictObject({
  salt: z
    .string()
    .regex(
      /^[0-9a-f]{32}$/,
      'Thirty-two hexadecimal digits, made by `npm run confidential -- add`.',
    )
    .describe('Makes the hashes of this list unlike those of any other list.'),
  names: z
    .array(
      z.strictObject({
        words: z.number().int().min(1).max(mostNameWords).describe('How many words the name has.'),
        filter: z
          .number()
          .int()
          .min(0)
          .max(4095)
          .describe('Twelve bits by which most other words are passed over fast.'),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'Sixty-four hexadecimal digits, made by the same command.')
          .describe('The name itself, as a salted hash.'),
      }),
    )
    .default([])
    .describe('One for each name; `npm run confidential -- add` adds one.'),
});
export type Confidential = z.infer<typeof Confidential>;
