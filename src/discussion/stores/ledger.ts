import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Decider, LedgerEntry } from '../../model/ledger.ts';
import { seal, type LedgerReading } from '../chain.ts';
import { newSalt, toTextDigest } from '../text-digest.ts';
import { filled } from '../filled.ts';
import { columns, type ReadRow } from './rows.ts';
import type { DecisionRow, Tables } from './tables.ts';

type Tx = Transaction<Tables>;
type Ruling = Selectable<DecisionRow>;

/** What is to be written down about a decision. */
export interface NewRuling {
  as: LedgerEntry['as'];
  by: string;
  account: Decider;
  reason?: LedgerEntry['reason'] | undefined;
  step?: string | undefined;
  at: Date;
}

/**
 * Holds the end of the ledger until this transaction is over: on whatever machine somebody decides meanwhile, they wait,
 * and then see what was decided.
 */
export const holdLedger = async (tx: Tx): Promise<{ count: number; digest: string }> =>
  tx
    .updateTable('ledger_head')
    .set((row) => ({ count: row.ref('count') }))
    .where('id', '=', 1)
    .returning(['count', 'digest'])
    .executeTakeFirstOrThrow();

/** Adds a decision to the ledger, after `holdLedger` in the same transaction. */
export async function addRuling(
  tx: Tx,
  row: ReadRow,
  head: { count: number; digest: string },
  { as, by, account, reason, step, at }: NewRuling,
): Promise<void> {
  const salt = await findSalt(tx, row.id);
  const entry = seal(
    {
      ...{ number: head.count + 1, id: row.id, as, by, account },
      ...filled({ reason, step }),
      since: row.edited ?? row.sent,
      at: at.toISOString(),
      text: toTextDigest(salt, row),
    },
    head.digest,
  );
  await tx
    .insertInto('decisions')
    .values({
      contribution: row.id,
      verdict: as,
      by_role: by,
      reason: reason ?? null,
      step: step ?? null,
      at: entry.at,
      position: entry.number,
      account,
      before_status: row.status,
      version: row.version,
      since: entry.since,
      text_digest: entry.text ?? null,
      digest: entry.digest,
    })
    .execute();
  await tx
    .updateTable('ledger_head')
    .set({ count: entry.number, digest: entry.digest })
    .where('id', '=', 1)
    .execute();
}

async function findSalt(tx: Tx, contribution: string): Promise<string> {
  const kept = await tx
    .selectFrom('salts')
    .select('salt')
    .where('contribution', '=', contribution)
    .executeTakeFirst();
  if (kept) return kept.salt;
  const salt = newSalt();
  await tx.insertInto('salts').values({ contribution, salt }).execute();
  return salt;
}

/** Erases what would still let somebody find a short text by its digest. */
export const eraseSalt = async (tx: Tx, contribution: string): Promise<void> => {
  await tx.deleteFrom('salts').where('contribution', '=', contribution).execute();
};

/** Everything that was decided about a contribution, oldest first. */
export const listRulings = (db: Kysely<Tables>, contribution: string): Promise<Ruling[]> =>
  db
    .selectFrom('decisions')
    .selectAll()
    .where('contribution', '=', contribution)
    .orderBy('position')
    .execute();

/** Reads the whole ledger, and what it takes to check it but for what is published. */
export async function readLedger(db: Kysely<Tables>): Promise<Omit<LedgerReading, 'said'>> {
  const rows = await db.selectFrom('decisions').selectAll().orderBy('position').execute();
  const head = await db
    .selectFrom('ledger_head')
    .select(['count', 'digest'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const published = await db
    .selectFrom('contributions')
    .innerJoin('salts', 'salts.contribution', 'contributions.id')
    .select(columns)
    .select('salt')
    .where('status', '=', 'published')
    .execute();
  return {
    entries: rows.map(toEntry),
    head: { count: head.count, digest: head.digest },
    texts: Object.fromEntries(published.map((row) => [row.id, toTextDigest(row.salt, row)])),
  };
}

const toEntry = (row: Ruling): LedgerEntry => ({
  number: row.position,
  id: row.contribution,
  as: row.verdict,
  by: row.by_role,
  ...filled({ account: row.account, reason: row.reason, step: row.step, text: row.text_digest }),
  since: row.since,
  at: row.at,
  digest: row.digest,
});
