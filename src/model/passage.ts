import { z } from 'zod';
import { Id } from './id.ts';
import { Provenance } from './provenance.ts';

/** The attributes of `<Question>`: the question in the middle, quoted exactly. The only quotation in a case. */
export const QuestionProps = z.strictObject({
  by: z.string().max(80).describe('Who formulated the question, as a role.'),
  note: z.string().max(240).optional().describe('A remark on the wording, such as a marked slip.'),
});

/** The attributes of `<Say>`: a literal line for the facilitator. */
export const SayProps = z.strictObject({
  from: Provenance.default('proposal').describe('Where the line comes from.'),
});

/** The attributes of `<Tip>`: a suggestion beside the story. */
export const TipProps = z.strictObject({
  from: Provenance.default('proposal').describe('Where the suggestion comes from.'),
});

/** The attributes of `<Voices>`: a check-in summary as pairs, “this, but also that”; never who said what. */
export const VoicesProps = z.strictObject({
  id: Id.describe('The id of this summary.'),
  title: z.string().max(70).describe('The heading above the pairs.'),
  from: Provenance.describe('Where the pairs come from.'),
});

/** The attributes of `<Expected>`: a sequel that is announced; it becomes a link when that case exists. */
export const ExpectedProps = z.strictObject({
  case: Id.describe('The id of the case that will follow.'),
});

/** The attributes of `<Term>`: a link to a glossary entry under other words than its own. */
export const TermProps = z.strictObject({
  id: Id.describe('The id of the glossary entry.'),
});

/** `<Upsides>`, `<Pole>` lists and other components without attributes. */
export const NoProps = z.strictObject({});
