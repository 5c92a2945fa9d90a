import { z } from 'zod';
import { Id } from './id.ts';
import { LewisStep } from './lewis.ts';
import { Material } from './material.ts';
import { Provenance } from './provenance.ts';
import { Heat, NotesRule } from './step.ts';
import { translationFields } from './translation.ts';

/** A step of the method, an activity, or a frame to look with. */
export const PracticeKind = z.enum(['step', 'activity', 'frame']);

/** Who can lead it: anyone, someone practised, or only someone trained in it. */
export const FacilitatorLevel = z.enum(['anyone', 'practised', 'trained']);

const line = (max: number) => z.string().min(2).max(max);
const lines = (min: number, max: number, length = 200) => z.array(line(length)).min(min).max(max);

/** The blocks of a practice that say where they come from. */
export const practiceBlocks = [
  'purpose',
  'does',
  'says',
  'signs',
  'pitfalls',
  'minutes',
  'accessible',
] as const;
export type PracticeBlock = (typeof practiceBlocks)[number];

/** The frontmatter of a practice: a reusable activity with everything a card needs. */
export const PracticeFrontmatter = z
  .strictObject({
    title: line(60).describe('The name of the practice.'),
    kind: PracticeKind.describe(
      'step: one of the five; activity: something you do; frame: something you look with.',
    ),
    lewis: LewisStep.optional().describe('The number of the step; only for kind "step".'),
    aliases: z.array(line(60)).default([]).describe('Other names, for search.'),
    purpose: line(220)
      .refine((text) => text.split(/\s+/).length <= 25, 'A purpose has at most 25 words.')
      .describe('What it is for, in at most 25 words.'),
    tagline: line(80).describe('One short sentence for lists.'),
    purposes: z
      .array(line(60))
      .min(1)
      .max(5)
      .describe('What a reader may want to get done, for the finder; starts with a verb.'),
    when: line(300).describe('When to use it.'),
    notWhen: line(300).describe('When not to use it.'),
    heat: Heat.describe('How much trust it asks of people, 0 to 3.'),
    facilitator: FacilitatorLevel.describe('Who can lead it.'),
    groupSize: z
      .strictObject({
        min: z.number().int().min(1),
        max: z.number().int().max(1000).optional(),
        note: line(160).optional(),
      })
      .describe('Group size; leave max out when there is none.'),
    minutes: z
      .strictObject({
        min: z.number().int().min(1),
        max: z.number().int().max(480),
        perPerson: z.number().min(0.5).max(30).optional().describe('Minutes each person adds.'),
        note: line(120).optional(),
      })
      .describe('How long it takes.'),
    space: line(160).describe('What the room must be like.'),
    materials: z.array(Material).describe('What to bring; an empty list when nothing.'),
    posture: z.enum(['seated', 'standing', 'free']).describe('How people are in the room.'),
    accessibleVariant: line(400).describe(
      'How everybody can take part, whatever they can see, hear, say or move.',
    ),
    invitation: line(160)
      .endsWith('?', 'The invitation is a question and ends with “?”.')
      .describe('The one question that opens it.'),
    does: lines(3, 8).describe('What the facilitator does, in order.'),
    says: lines(3, 6).describe('Literal lines, the same number and order in every language.'),
    signsToMoveOn: lines(1, 5).describe('Signs that you may go on.'),
    signsNotYet: lines(1, 5).describe('Signs that you should wait.'),
    pitfalls: lines(2, 6).describe('What often goes wrong.'),
    output: line(200).describe('What you have at the end.'),
    notes: NotesRule.describe('What may be written down.'),
    attribution: z.literal('never').describe('Nothing is ever written down with a name.'),
    next: z.array(Id).default([]).describe('Practices that often follow.'),
    variants: z
      .array(z.strictObject({ name: line(60), how: line(300), source: Id.optional() }))
      .default([])
      .describe('Other ways to do it.'),
    differences: z
      .array(z.strictObject({ about: line(60), one: line(160), other: line(160) }))
      .default([])
      .describe('Where sources disagree.'),
    provenance: z
      .strictObject(
        Object.fromEntries(practiceBlocks.map((block) => [block, Provenance])) as Record<
          PracticeBlock,
          typeof Provenance
        >,
      )
      .describe('Where each block comes from.'),
    sources: z.array(Id).default([]).describe('Ids of the sources used, from content/sources.yml.'),
    reviewed: z.iso.date().describe('The day somebody last checked this text against its sources.'),
    licence: line(40).default('CC BY-SA 4.0').describe('Licence of the text.'),
    formerIds: z
      .array(Id)
      .default([])
      .describe('Ids this practice had before; old links keep working.'),
    ...translationFields,
  })
  .superRefine((practice, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if ((practice.kind === 'step') !== (practice.lewis !== undefined))
      refuse('lewis', 'Only a practice of kind "step" has a Lewis number, and it always has one.');
    if (practice.minutes.min > practice.minutes.max)
      refuse('minutes', 'minutes.min is more than minutes.max.');
    if (practice.groupSize.max !== undefined && practice.groupSize.min > practice.groupSize.max)
      refuse('groupSize', 'groupSize.min is more than groupSize.max.');
  });
export type PracticeFrontmatter = z.infer<typeof PracticeFrontmatter>;
export type PracticeFrontmatterInput = z.input<typeof PracticeFrontmatter>;
