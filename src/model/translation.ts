import { z } from 'zod';

/** Fields every written file may carry about its translation. */
export const translationFields = {
  translationOf: z
    .string()
    .regex(
      /^[0-9a-f]{12}$/,
      'Twelve hexadecimal digits: the digest of the source this was translated from.',
    )
    .optional()
    .describe(
      'Digest of the Dutch file this text was translated from; `npm run check` prints the present one.',
    ),
};

/** How an entry stands towards its source: the source itself, up to date, or behind it. */
export type TranslationState = 'source' | 'current' | 'outdated';
