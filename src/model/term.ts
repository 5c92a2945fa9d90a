import { z } from 'zod';
import { Id } from './id.ts';

/** A glossary entry. `synonyms` are found by search and marked in texts; `searchOnly` words only by search. */
export const Term = z.strictObject({
  id: Id.describe('The same in every language.'),
  term: z.string().min(2).max(60).describe('The word itself.'),
  definition: z.string().min(20).max(320).describe('What it means, in plain words.'),
  synonyms: z
    .array(z.string().min(2).max(60))
    .default([])
    .describe('Other words and forms, also marked in texts.'),
  searchOnly: z
    .array(z.string().min(2).max(60))
    .default([])
    .describe('Words that find this term but are not used in texts.'),
  mark: z
    .boolean()
    .default(true)
    .describe('False for everyday words that should not become links in texts.'),
  practice: Id.optional().describe('The practice this term is about.'),
  related: z.array(Id).default([]).describe('Terms to read next.'),
});
export type Term = z.infer<typeof Term>;

/** A glossary file: `content/<language>/glossary.yml`. */
export const Glossary = z.array(Term).min(1);
