import { z } from 'zod';
import { Id } from './id.ts';
import { Provenance } from './provenance.ts';

/** The attributes of `<Checklist>`; its children are `<Check>`s. */
export const ChecklistProps = z.strictObject({
  id: Id.describe('The id of this list.'),
  title: z.string().max(70).describe('The heading above the list.'),
  from: Provenance.describe('Where the list comes from.'),
});

/** The attributes of `<Check>`: one thing to do; ticks are kept by its id, so the text may change. */
export const CheckProps = z.strictObject({
  id: Id.describe('The id of this check, unique in its list.'),
  note: z.string().max(140).optional().describe('A line of explanation under the check.'),
  asked: z
    .boolean()
    .default(false)
    .describe('True for a question to somebody: “asked, nothing needed” then counts as done.'),
});

export interface Check extends z.infer<typeof CheckProps> {
  text: string;
}

export interface Checklist extends z.infer<typeof ChecklistProps> {
  checks: Check[];
}
