import type { Insertable, Transaction } from 'kysely';
import type { TakenOver, TakenOverCounts, TakingStore } from '../carry/elsewhere.ts';
import { toOutsideDigest } from '../reference-code.ts';
import { decide } from './decide.ts';
import type { ContributionRow, Tables } from './tables.ts';

/** Keeps what was said elsewhere, each once; what is here already is left as it is, whatever became of it. */
export async function takeOver(
  tx: Transaction<Tables>,
  all: readonly TakenOver[],
  { role: by, at }: Parameters<TakingStore['takeOver']>[1],
): Promise<TakenOverCounts> {
  const counts: TakenOverCounts = { waiting: 0, published: 0, known: 0 };
  for (const one of all) {
    const made = await tx
      .insertInto('contributions')
      .values(toRow(one))
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst();
    if (made === undefined) {
      counts.known += 1;
      continue;
    }
    const { email } = one;
    if (email !== undefined)
      await tx.insertInto('emails').values({ contribution: made.number, email }).execute();
    if (one.publish) await decide(tx, one.id, { as: 'publish', by }, { at, version: 1 });
    counts[one.publish ? 'published' : 'waiting'] += 1;
  }
  return counts;
}

const toRow = (one: TakenOver): Insertable<ContributionRow> => ({
  id: one.id,
  // Its writer has no code. Nobody can make one that fits: this is no digest of a code.
  code_digest: toOutsideDigest(one.id),
  status: 'pending',
  version: 1,
  subject: one.subject,
  language: one.language,
  stance: 'unstated',
  raw: one.words,
  html: one.html,
  cleaner: one.cleaner,
  needs: null,
  role: one.role ?? null,
  name: one.name ?? null,
  answers_to: one.to ?? null,
  sentence: null,
  passage_digest: null,
  passage_text: null,
  sent: one.sent.toISOString(),
  edited: null,
  published: null,
  withdrawn: null,
});
