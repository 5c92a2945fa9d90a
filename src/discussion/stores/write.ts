import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { isDissent } from '../../model/contribution.ts';
import type { FieldProblem } from '../../model/draft.ts';
import { toWhole } from '../../model/subject.ts';
import { mostDepth } from '../../model/thread.ts';
import { toCodeDigest } from '../reference-code.ts';
import type { Added, Changed, NewContribution, Store } from '../store.ts';
import { update } from './decide.ts';
import { eraseSalt } from './ledger.ts';
import { columns, toEditableUntil, toOwn, type ReadRow } from './rows.ts';
import type { Tables } from './tables.ts';

type Tx = Transaction<Tables>;

/** Keeps a contribution, pending. */
export type Add = (tx: Tx, contribution: NewContribution) => Promise<Added>;

/**
 * Makes what keeps contributions. Its two commands are written once and not again for each contribution: that took
 * longer than carrying them out.
 */
export function createAdd(db: Kysely<Tables>): Add {
  const insert = db
    .insertInto('contributions')
    .values(Object.fromEntries(inserted.map((name) => [name, ''])) as never)
    .onConflict((conflict) => conflict.column('code_digest').doNothing())
    .returning('number')
    .compile().sql;
  const insertEmail = db.insertInto('emails').values({ contribution: 0, email: '' }).compile().sql;
  return async (tx, { draft, ...given }) => {
    const isAnswer = draft.to !== undefined;
    const problem = isAnswer ? await findLinkProblem(tx, draft, given.voices) : undefined;
    const digest = toCodeDigest(given.code);
    // A form that is sent again is answered as before, whatever became of what it answers.
    if (problem) return (await findKnown(tx, digest)) ?? { outcome: 'refused', problem };
    const row = toRow(draft, given);
    const values = inserted.map((name) => (name === 'code_digest' ? digest : row[name]));
    const query: CompiledQuery<{ number: number }> = CompiledQuery.raw(insert, values);
    const { rows } = await tx.executeQuery(query);
    const number = rows[0]?.number;
    if (number === undefined) {
      const known = await findKnown(tx, digest);
      if (known) return known;
      throw new Error('A contribution was neither kept nor known.');
    }
    if (draft.email !== undefined)
      await tx.executeQuery(CompiledQuery.raw(insertEmail, [number, draft.email]));
    return { outcome: 'added', own: toOwn(row) };
  };
}

/** The columns that are given to a new row. */
const inserted = ['code_digest', ...columns] as const;

function toRow(draft: NewContribution['draft'], given: Omit<NewContribution, 'draft'>): ReadRow {
  return {
    id: given.id,
    status: 'pending',
    version: 1,
    subject: draft.subject,
    language: draft.language,
    stance: draft.stance,
    raw: draft.words,
    html: given.html,
    cleaner: given.cleaner,
    needs: draft.needs ?? null,
    role: draft.role ?? null,
    name: draft.name ?? null,
    answers_to: draft.to ?? null,
    sentence: draft.on ?? null,
    passage_digest: given.answered?.digest ?? null,
    passage_text: given.answered?.text ?? null,
    sent: given.at.toISOString(),
    edited: null,
    published: null,
    withdrawn: null,
  };
}

async function findKnown(tx: Tx, digest: string): Promise<Added | undefined> {
  const rows = tx.selectFrom('contributions').select(columns);
  const row = await rows.where('code_digest', '=', digest).executeTakeFirst();
  return row && { outcome: 'known', own: toOwn(row) };
}

/**
 * Whether one may answer that: a voice of the author, or something that was published, on the same case or practice, not
 * too deep. Dissent has a place of its own, so depth is counted from there.
 */
async function findLinkProblem(
  tx: Tx,
  { to, subject }: NewContribution['draft'],
  voices: readonly string[] = [],
): Promise<FieldProblem | undefined> {
  const asked = (problem: FieldProblem['problem']): FieldProblem => ({ field: 'to', problem });
  let above = to;
  for (let depth = 0; above !== undefined; depth += 1) {
    if (depth === mostDepth) return asked('too-deep');
    if (voices.includes(above)) return undefined;
    const row = await tx
      .selectFrom('contributions')
      .select(['subject', 'stance', 'answers_to', 'published'])
      .where('id', '=', above)
      .executeTakeFirst();
    // An author may have taken away what was answered; the answer stays, and can be answered.
    if (row === undefined && depth > 0) return undefined;
    if (row === undefined || row.published === null) return asked('unknown');
    if (toWhole(row.subject) !== toWhole(subject)) return asked('elsewhere');
    above = isDissent(row.stance) ? undefined : (row.answers_to ?? undefined);
  }
  return undefined;
}

/** Changes the words of a contribution by the code of its writer. */
export async function revise(
  tx: Tx,
  code: string,
  { words, needs, html, cleaner, at }: Parameters<Store['revise']>[1],
): Promise<Changed> {
  const row = await findRow(tx, code);
  if (row === undefined) return { outcome: 'unknown' };
  if (row.status === 'withdrawn') return { outcome: 'gone' };
  const edited = at.toISOString();
  if (edited > toEditableUntil(row.sent)) return { outcome: 'too-late' };
  const change = {
    ...{ raw: words, html, cleaner, needs: needs ?? null, edited },
    ...{ status: 'pending' as const, version: row.version + 1 },
  };
  if (!(await update(tx, row, change)))
    return revise(tx, code, { words, needs, html, cleaner, at });
  return { outcome: 'changed', own: toOwn({ ...row, ...change }) };
}

/** Erases a contribution by the code of its writer. */
export async function withdraw(tx: Tx, code: string, at: Date): Promise<Changed> {
  const row = await findRow(tx, code);
  if (row === undefined) return { outcome: 'unknown' };
  if (row.status === 'withdrawn') return { outcome: 'changed', own: toOwn(row) };
  const change = {
    ...{ status: 'withdrawn' as const, withdrawn: at.toISOString(), raw: '', html: '' },
    ...{ needs: null, role: null, name: null, sentence: null },
    ...{ passage_digest: null, passage_text: null, version: row.version + 1 },
  };
  if (!(await update(tx, row, change))) return withdraw(tx, code, at);
  const numbers = tx.selectFrom('contributions').select('number').where('id', '=', row.id);
  await tx.deleteFrom('emails').where('contribution', 'in', numbers).execute();
  await eraseSalt(tx, row.id);
  return { outcome: 'changed', own: toOwn({ ...row, ...change }) };
}

const findRow = (tx: Tx, code: string): Promise<ReadRow | undefined> =>
  tx
    .selectFrom('contributions')
    .select(columns)
    .where('code_digest', '=', toCodeDigest(code))
    .executeTakeFirst();
