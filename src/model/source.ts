import { z } from 'zod';
import { Id } from './id.ts';

/** A book, article or site the method texts lean on. Kept in `content/sources.yml`, one list for all languages. */
export const Source = z.strictObject({
  id: Id,
  title: z.string().min(3).max(160),
  by: z.string().max(120).optional(),
  where: z.string().max(160).optional().describe('Publisher, site or journal, as text.'),
});
export type Source = z.infer<typeof Source>;
export const Sources = z.array(Source);
