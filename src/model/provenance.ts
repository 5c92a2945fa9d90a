import { z } from 'zod';

/**
 * Where a claim comes from. Shown beside every block, with the words:
 * `case` = told in the case itself, `method` = from the method, with sources, `proposal` = suggested by the handbook.
 */
export const provenances = ['case', 'method', 'proposal'] as const;
export const Provenance = z.enum(provenances);
export type Provenance = z.infer<typeof Provenance>;
