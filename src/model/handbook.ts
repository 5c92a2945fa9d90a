import { z } from 'zod';
import { DiscussionSettings } from './discussion-settings.ts';
import { Language } from './language.ts';

/** `content/handbook.yml`: what the owner of a handbook decides. */
export const Handbook = z.strictObject({
  name: z.string().min(2).max(40).describe('The name of the handbook.'),
  address: z
    .url({ protocol: /^https?$/ })
    .describe('Where it is published, without a slash at the end.'),
  shortAddress: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('A shorter address that leads to the same site, for the links on printed cards.'),
  tagline: z.record(Language, z.string().min(10).max(120)).describe('One sentence, per language.'),
  licence: z.strictObject({
    name: z.string().max(60).describe('Licence of the texts.'),
    address: z.url().describe('Where the licence can be read.'),
  }),
  contact: z
    .string()
    .max(120)
    .optional()
    .describe('How to reach the owner, as text; printed on the privacy page.'),
  discussion: DiscussionSettings.prefault({}).describe(
    'How readers may join the discussion; what is left out has a sensible default.',
  ),
});
export type Handbook = z.infer<typeof Handbook>;
