import { z } from 'zod';
import { Heat } from './step.ts';
import { Id } from './id.ts';
import { translationFields } from './translation.ts';

/** A side in a case. How many people it sent may stay untold. */
export const Party = z.strictObject({
  name: z
    .string()
    .max(60)
    .describe('The party as a role, like “leverancier”; never the name of an organisation.'),
  headcount: z
    .number()
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('How many people it sent; leave out when the case does not say.'),
  accountable: z.boolean().optional().describe('Whether people who decide were there.'),
  executing: z.boolean().optional().describe('Whether people who do the work were there.'),
  inRoom: z.boolean().default(true).describe('False for a voice that was not in the room.'),
});

/** A path of an older site, as a browser asks for it: `/2019/05/twee-teams/`. */
export const FormerAddress = z
  .string()
  .max(300)
  .regex(
    /^(\/[\p{L}\p{N}_~-][\p{L}\p{N}._~-]*)+\/$/u,
    'A former address begins and ends with a slash, like “/2019/05/twee-teams/”.',
  );

export const CaseStatus = z.enum(['real', 'exercise']);

/** The frontmatter of a case: a situation told as a story. */
export const CaseFrontmatter = z.strictObject({
  title: z.string().min(3).max(110).describe('The title; soft hyphens may be written as &shy;.'),
  short: z.string().min(3).max(40).describe('A short title for lists, cards and links.'),
  summary: z
    .string()
    .min(40)
    .max(260)
    .describe('Two or three sentences that make a reader want the story.'),
  status: CaseStatus.describe(
    'real: it happened; exercise: made up to practise with, and marked so everywhere.',
  ),
  published: z.iso.date().describe('The day this text was first published here.'),
  updated: z.iso.date().optional().describe('The day of the last change that matters to readers.'),
  sector: z.string().max(60).describe('The line of work.'),
  moment: z
    .string()
    .max(80)
    .describe('The natural moment in the relation, like the renewal of a contract.'),
  occasion: z.string().max(200).describe('What set this in motion.'),
  initiative: z.string().max(160).describe('Who asked for the meeting, and who was invited.'),
  tension: Heat.describe('How much tension there was at the start: 0 none, 3 open conflict.'),
  interdependent: z.boolean().describe('Whether the parties need each other for a good result.'),
  parties: z.array(Party).min(2).describe('The parties, and the voices that were missing.'),
  people: z
    .number()
    .int()
    .min(2)
    .max(500)
    .describe('How many people took part, the facilitator not counted.'),
  total: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('How many minutes the session takes by this text; checked against its steps.'),
  inTheRoom: z.string().max(120).describe('Who was in the room, in words that give nobody away.'),
  facilitator: z.string().max(240).describe('How the facilitator was related to the parties.'),
  fits: z.array(z.string().max(160)).min(1).describe('When this way of working fits.'),
  cautions: z
    .array(z.string().max(240))
    .min(1)
    .describe('What did not work, or who should not use this. Shown above the steps.'),
  notTold: z
    .array(z.string().max(160))
    .default([])
    .describe('What the case does not tell, so that nobody fills it in.'),
  closing: z.string().max(300).optional().describe('The last line of the story.'),
  topics: z.array(z.string().max(40)).default([]).describe('Words this case should be found by.'),
  author: z
    .string()
    .max(60)
    .default('')
    .describe('Who wrote it, as a role; empty when nobody is named.'),
  licence: z.string().max(40).default('CC BY-SA 4.0').describe('Licence of the text.'),
  answered: z
    .record(Id, z.string().min(10).max(300))
    .optional()
    .describe(
      'Voices that stood in this case once and got an answer: the id of the voice, and in a sentence what was done with it.',
    ),
  formerIds: z.array(Id).default([]).describe('Ids this case had before; old links keep working.'),
  formerAddresses: z
    .array(FormerAddress)
    .default([])
    .describe(
      'Where this text stood on an older site at the same address; old links keep working.',
    ),
  ...translationFields,
});
export type CaseFrontmatter = z.infer<typeof CaseFrontmatter>;
export type CaseFrontmatterInput = z.input<typeof CaseFrontmatter>;
