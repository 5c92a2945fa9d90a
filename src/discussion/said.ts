import { readRevision, type FieldProblem } from '../model/draft.ts';
import { clean } from './clean.ts';
import { toValues, type Entry } from './guard.ts';
import type { Outcome } from './asked.ts';
import type { DiscussionOptions } from './options.ts';
import { readReferenceCode } from './reference-code.ts';
import type { Changed, OwnContribution } from './store.ts';

type Options = Pick<DiscussionOptions, 'store' | 'tickets' | 'now'>;

/** Shows a writer what a ticket leads to; the page asks for the code when there is no ticket, or it is too old. */
export async function showOwn(options: Options, ticket: string | undefined): Promise<Outcome> {
  const empty: Outcome = { page: 'said', status: 200, values: {}, problems: [] };
  if (ticket === undefined) return empty;
  const code = options.tickets.open(ticket);
  if (code === undefined) return { ...empty, problems: [{ field: 'code', problem: 'missing' }] };
  try {
    const own = await options.store.findOwn(code);
    return own ? { ...empty, own, code, values: toOwnValues(own, code) } : empty;
  } catch (error) {
    const why = error instanceof Error && 'why' in error ? String(error.why) : 'Error';
    const problems: FieldProblem[] = [{ field: 'form', problem: 'not-kept' }];
    return { ...empty, status: 503, error: why, problems };
  }
}

/** What one can do with a code: see the contribution, change its words, or take it back. */
export async function openOwn(options: Options, { sent }: Entry): Promise<Outcome> {
  const { do: wanted = 'open', code: typed, ...fields } = sent;
  const values = toValues(sent);
  const again = (problems: FieldProblem[], own?: OwnContribution, status = 422): Outcome => ({
    page: 'said',
    status,
    values,
    problems,
    ...(own === undefined ? {} : { own }),
  });
  const code = typeof typed === 'string' ? readReferenceCode(typed) : undefined;
  if (code === undefined)
    return again([
      { field: 'code', problem: typed === undefined || typed === '' ? 'missing' : 'malformed' },
    ]);
  // Whoever knows a code may see what belongs to it; whoever guesses one learns only that it is none.
  const own = await options.store.findOwn(code);
  if (own === undefined) return again([{ field: 'code', problem: 'unknown' }], undefined, 404);
  const at = options.now();

  if (wanted === 'open' && Object.keys(fields).length === 0) return toKept(code, own);
  if (wanted === 'withdraw' && Object.keys(fields).length === 0)
    return toChanged(code, await options.store.withdraw(code, at), again);
  if (wanted !== 'revise') return again([{ field: 'do', problem: 'unknown' }], own);

  const read = readRevision(fields, own.stance);
  if (!read.ok) return again(read.problems, own);
  const cleaned = clean(read.value.words);
  if (!cleaned.ok) return again([{ field: 'words', problem: cleaned.problem }], own);
  const { html, cleaner } = cleaned;
  return toChanged(
    code,
    await options.store.revise(code, { ...read.value, html, cleaner, at }),
    again,
    own,
  );
}

function toChanged(
  code: string,
  changed: Changed,
  again: (problems: FieldProblem[], own?: OwnContribution, status?: number) => Outcome,
  own?: OwnContribution,
): Outcome {
  if (changed.outcome === 'changed') return toKept(code, changed.own);
  const problem = changed.outcome;
  return again([{ field: problem === 'unknown' ? 'code' : 'words', problem }], own, 409);
}

const toKept = (code: string, own: OwnContribution): Outcome => ({
  page: 'kept',
  status: 200,
  code,
  body: { code, own },
  subject: own.subject,
});

const toOwnValues = ({ words, needs }: OwnContribution, code: string) => ({
  code,
  words,
  ...(needs === undefined ? {} : { needs }),
});
