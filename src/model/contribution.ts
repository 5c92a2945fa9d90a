import { z } from 'zod';
import { Id } from './id.ts';
import type { Language } from './language.ts';

/** Where a reader stands. Dissent comes first, everywhere. */
export const stances = ['insight', 'counterargument', 'recognition', 'confirmation'] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

/**
 * Where a kept contribution stands. What was said elsewhere, before this handbook asked, has no stance: it is the
 * writer’s to choose, and nobody chooses it for them. So it is never counted as a no, nor as a yes.
 */
export type KeptStance = Stance | 'unstated';

/** Dissent is a different insight or a counter-argument. */
export const isDissent = (stance: KeptStance): boolean =>
  stance === 'insight' || stance === 'counterargument';

/**
 * The attributes of `<Contribution>`: the author's own strongest no, written in the case itself
 * and standing beside the passage it is about.
 */
export const ContributionProps = z
  .strictObject({
    id: Id.describe('The id of this voice, never changed after publication.'),
    stance: Stance.describe('Where this voice stands.'),
    on: z
      .string()
      .min(3)
      .max(80)
      .describe('The exact words of the paragraph just above that this voice is about.'),
    needs: z
      .string()
      .min(3)
      .max(200)
      .optional()
      .describe('What this voice needs to come along; required for dissent.'),
    defends: Id.optional().describe(
      'The step this voice would miss: shown when somebody means to leave that step out.',
    ),
    role: z.string().min(2).max(60).describe('Who speaks, as a role; never a name.'),
    date: z.iso.date().describe('The day it was written.'),
  })
  .refine((voice) => !isDissent(voice.stance) || voice.needs !== undefined, {
    path: ['needs'],
    message: 'Dissent says what it needs to come along: add needs="…".',
  });
export type ContributionProps = z.infer<typeof ContributionProps>;

/** A voice as pages show it: who stands where, about which step and which words. */
export interface Contribution extends Omit<ContributionProps, 'stance'> {
  stance: KeptStance;
  /** Letter beside the passage: a, b, c … in reading order; empty when no words are marked. */
  letter: string;
  /** The language of its words, when that may be another one than that of the text. */
  language?: Language;
  /** Step it stands beside; absent when it is about the whole case. */
  step?: string;
  html: string;
  text: string;
}
