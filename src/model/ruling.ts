import { z } from 'zod';
import { Id } from './id.ts';

/** Why a contribution is declined, as the page about reactions promises; every one has a sentence. */
export const declineReasons = [
  'names-people',
  'insults',
  'advertising',
  'off-topic',
  'against-the-law',
] as const;
export const DeclineReason = z.enum(declineReasons);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Who decides, as a role of the handbook; never a name. */
const by = z.string().min(2).max(60).describe('The role that decided, like “redactie”.');

/**
 * A decision about a contribution: publish or decline it, or say what came of a no.
 * A no is added only with the step that changed by it; otherwise it goes under the waterline.
 */
export const Decision = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('publish'), by }),
  z.strictObject({ as: z.literal('decline'), by, reason: DeclineReason }),
  z.strictObject({
    as: z.literal('add'),
    by,
    step: Id.describe('The id of the step that changed thanks to this no.'),
  }),
  z.strictObject({ as: z.literal('below'), by }),
]);
export type Decision = z.infer<typeof Decision>;
export type DecisionInput = z.input<typeof Decision>;

/** A decision that was taken, and when. */
export type TakenDecision = Decision & {
  /** The moment, as an ISO date and time in UTC. */
  at: string;
};
