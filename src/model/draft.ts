import { z } from 'zod';
import { isDissent, Stance, type KeptStance } from './contribution.ts';
import type { DiscussionSettings } from './discussion-settings.ts';
import { Language } from './language.ts';
import { toByteLength, toLine, toSeen } from './line.ts';
import { Subject } from './subject.ts';

/** The most words a reader can send, in bytes. */
export const mostBytes = 64 * 1024;

/** Everything that can be wrong with one field of what a reader sends, or with all of it; pages have a sentence for each. */
export const fieldProblems = [
  'missing',
  'too-long',
  'unknown',
  'malformed',
  'not-asked',
  'unexpected',
  'too-deep',
  'elsewhere',
  'too-late',
  'gone',
  'confirm',
  'not-kept',
] as const;
export type FieldProblemName = (typeof fieldProblems)[number];

/** One thing that is wrong with what a reader sent. */
export interface FieldProblem {
  /** The name of the field; `name` when neither a name nor a role was given, `form` for all of it. */
  field: string;
  problem: FieldProblemName;
}

/** One line; nothing when it holds nothing. */
const line = (most: number) =>
  z
    .string('malformed')
    .transform((text) => toLine(text) || undefined)
    .pipe(z.string().max(most, 'too-long').optional())
    .optional();

/**
 * What a form sends for a contribution. Strict: a `status`, a `date` or an `id` is not the reader’s to give.
 * Which of name, role and e-mail address must be there, `readDraft` knows.
 */
export const ContributionDraft = z.strictObject({
  subject: Subject.describe('What it is about, like “cases/sla#check-in”.'),
  language: Language.describe('The language of the words.'),
  stance: Stance.describe('Where the writer stands.'),
  words: z
    .string('malformed')
    .transform((text) => toSeen(text).trim())
    .pipe(z.string().min(1, 'missing').refine(isShortEnough, 'too-long'))
    .describe('The contribution itself; some tags are allowed.'),
  needs: line(500).describe('What the writer needs to come along; required for dissent.'),
  role: line(60).describe('The id of the role the writer speaks from.'),
  name: line(60).describe('The name to sign with.'),
  email: line(254)
    .pipe(z.email('malformed').optional())
    .describe('Where to reach the writer; never published.'),
  on: line(600).describe('The sentence it answers.'),
  to: line(40).describe('The id of the contribution it recognises or answers.'),
  key: z
    .string('malformed')
    .regex(/^[A-Za-z0-9_-]{22,64}$/, 'malformed')
    .describe('At least 128 random bits, new for each form: sending twice is sending once.'),
});
/** What they send. */
export type ContributionDraftInput = z.input<typeof ContributionDraft>;
/** What we hold. */
export type ContributionDraft = z.output<typeof ContributionDraft>;

/** What a writer may change within the time for it: the words, and what is needed to come along. */
export const Revision = ContributionDraft.pick({ words: true, needs: true });
export type RevisionInput = z.input<typeof Revision>;
export type Revision = z.output<typeof Revision>;

export type Reading<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** Reads what a form sent, by what the owner of the handbook asks for. Everything wrong is told at once. */
export function readDraft(sent: unknown, settings: DiscussionSettings): Reading<ContributionDraft> {
  const read = ContributionDraft.safeParse(sent);
  const partly = read.data ?? (typeof sent === 'object' && sent !== null ? sent : {});
  const problems = [
    ...toFieldProblems(read.error, partly),
    ...findMissingNeeds(partly),
    ...findSignatureProblems(partly, settings),
  ];
  if (!read.success || problems.length > 0)
    return { ok: false, problems: withoutDoubles(problems) };
  return { ok: true, value: read.data };
}

/** Reads what a writer sent to change a contribution of that stance. */
export function readRevision(sent: unknown, stance: KeptStance): Reading<Revision> {
  const read = Revision.safeParse(sent);
  const partly = read.data ?? (typeof sent === 'object' && sent !== null ? sent : {});
  const problems = [
    ...toFieldProblems(read.error, partly),
    ...findMissingNeeds({ ...partly, stance }),
  ];
  if (!read.success || problems.length > 0)
    return { ok: false, problems: withoutDoubles(problems) };
  return { ok: true, value: read.data };
}

type Partly = Partial<Record<keyof ContributionDraft, unknown>>;

function findMissingNeeds({ stance, needs }: Partly): FieldProblem[] {
  const read = Stance.safeParse(stance);
  if (!read.success || !isDissent(read.data) || isFilled(needs)) return [];
  return [{ field: 'needs', problem: 'missing' }];
}

function findSignatureProblems(draft: Partly, settings: DiscussionSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ['name', 'email'] as const) {
    if (settings[field] === 'off' && isFilled(draft[field]))
      problems.push({ field, problem: 'not-asked' });
    if (settings[field] === 'required' && !isFilled(draft[field]))
      problems.push({ field, problem: 'missing' });
  }
  const isRole = settings.roles.some(({ id }) => id === draft.role);
  if (isFilled(draft.role) && !isRole) problems.push({ field: 'role', problem: 'unknown' });
  // A name is published; an address must never be.
  if (typeof draft.name === 'string' && /\S@\S/.test(draft.name))
    problems.push({ field: 'name', problem: 'malformed' });
  if (settings.anonymous || isFilled(draft.role) || isFilled(draft.name)) return problems;
  return [...problems, { field: settings.name === 'off' ? 'role' : 'name', problem: 'missing' }];
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== undefined;

function toFieldProblems(error: z.ZodError | undefined, sent: object): FieldProblem[] {
  return (error?.issues ?? []).flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => ({ field, problem: 'unexpected' }));
    const field = String(issue.path[0] ?? 'form');
    const isThere = isFilled((sent as Record<string, unknown>)[field]);
    return [{ field, problem: isThere ? toProblemName(issue) : 'missing' }];
  });
}

function toProblemName({ code, message }: { code: string; message: string }): FieldProblemName {
  const named = fieldProblems.find((name) => name === message);
  if (named !== undefined) return named;
  return code === 'invalid_value' || code === 'custom' ? 'unknown' : 'malformed';
}

/** The first problem of each field: one sentence beside each is enough. */
const withoutDoubles = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(
    ({ field }, index) => problems.findIndex((other) => other.field === field) === index,
  );

/** No text takes more than three bytes for each of its units, so short ones need not be counted. */
function isShortEnough(text: string): boolean {
  return text.length * 3 <= mostBytes || toByteLength(text) <= mostBytes;
}
