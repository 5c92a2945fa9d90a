import { z } from 'zod';
import { Duration } from './duration.ts';
import { Id } from './id.ts';
import { LewisRange } from './lewis.ts';
import { Material } from './material.ts';
import { Provenance } from './provenance.ts';

export const phases = ['before', 'during', 'after'] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export const Posture = z.enum(['seated', 'standing', 'free']);
export type Posture = z.infer<typeof Posture>;

/** What may be written down: nothing at all, topics only, or the decision. Never who said what. */
export const NotesRule = z.enum(['none', 'topics', 'decision']);
export type NotesRule = z.infer<typeof NotesRule>;

/** How much trust a move asks: 0 none, 3 a lot. */
export const Heat = z.number().int().min(0).max(3);
export type Heat = z.infer<typeof Heat>;

/**
 * The attributes of `<Step>`: one move in a case, wrapped around the passage that tells it.
 * Only steps *during* the session count on the clock.
 */
export const StepProps = z
  .strictObject({
    id: Id.describe(
      'The id of this step: the same in every language, and never changed after publication.',
    ),
    title: z.string().min(3).max(70).describe('The heading of the passage.'),
    short: z
      .string()
      .min(3)
      .max(60)
      .optional()
      .describe('Its name in the session plan, where the heading of the story would not tell.'),
    practice: Id.optional().describe('The practice used in this step.'),
    lewis: LewisRange.optional().describe('The Lewis step or steps used, like "4" or "1-3".'),
    phase: Phase.default('during').describe(
      'Before, during or after the session; only during counts on the clock.',
    ),
    daysAhead: z
      .number()
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe('Days before the session, for a step in phase "before".'),
    minutes: Duration.optional().describe('Minutes as min/ideal/max; required during the session.'),
    perPerson: z
      .number()
      .min(0)
      .max(30)
      .optional()
      .describe('Minutes each person more adds; that of the practice when left out.'),
    after: z
      .array(Id)
      .default([])
      .describe('Ids of the steps that must come before this one, also in a plan of one’s own.'),
    room: z
      .string()
      .max(160)
      .optional()
      .describe('What the room must be like; that of the practice when left out.'),
    materials: z
      .array(Material)
      .default([])
      .describe('What to bring besides what the practice asks for.'),
    timing: Provenance.default('proposal').describe('Where the minutes come from.'),
    from: Provenance.describe('Where the step itself comes from.'),
    label: z
      .string()
      .max(60)
      .optional()
      .describe('A few words beside the gauge, like “one on one, beforehand”.'),
    posture: Posture.default('seated').describe('How people are in the room.'),
    notes: NotesRule.default('topics').describe('What may be written down.'),
    heat: Heat.default(0).describe('How much trust the step asks, 0 to 3.'),
    lead: z.string().max(60).optional().describe('Who leads; the facilitator when left out.'),
    ask: z
      .string()
      .endsWith('?', 'A question to ask ends with a question mark.')
      .optional()
      .describe('The one question to ask, literally.'),
    skip: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Order in which steps may be left out when time is short; 1 goes first.'),
    lost: z
      .string()
      .max(140)
      .optional()
      .describe('What is lost when the step is left out; goes with skip.'),
    formerIds: z
      .array(Id)
      .default([])
      .describe('Ids this step had before; old links keep working.'),
  })
  .superRefine((step, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (step.phase === 'during' && !step.minutes)
      refuse('minutes', 'A step during the session needs minutes="min/ideal/max".');
    if (step.phase !== 'before' && step.daysAhead !== undefined)
      refuse('daysAhead', 'daysAhead goes only with phase="before".');
    if ((step.skip === undefined) !== (step.lost === undefined))
      refuse(
        step.skip === undefined ? 'lost' : 'skip',
        'skip and lost go together: say what is lost when this step is left out.',
      );
  });
export type StepProps = z.infer<typeof StepProps>;
export type StepPropsInput = z.input<typeof StepProps>;

/** A step of a case, as the guide, cards and search use it. */
export interface Step extends StepProps {
  /** The first paragraph in plain text, for lists and search. */
  summary: string;
  /** What its `<Say>`s hold, in plain text. */
  says: string[];
}
