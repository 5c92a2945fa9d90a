import type { Kysely, Transaction } from 'kysely';
import { isDissent } from '../../model/contribution.ts';
import type { Decision } from '../../model/ruling.ts';
import { undoMinutes, type Decided, type DeskContribution, type Status } from '../store.ts';
import type { RecentRuling, Store } from '../store.ts';
import { addRuling, holdLedger, listRulings } from './ledger.ts';
import { columns, toDesk, type ReadRow } from './rows.ts';
import { toStandingRows } from './standing.ts';
import type { Tables } from './tables.ts';

type Tx = Transaction<Tables>;

/** Decides about a contribution, when its text is the one that was read, and nobody else decided since. */
export async function decide(
  tx: Tx,
  id: string,
  decision: Decision,
  { at, version, seen, account = 'terminal' }: Parameters<Store['decide']>[2],
): Promise<Decided> {
  const head = await holdLedger(tx);
  const row = await findRow(tx, id);
  if (row === undefined) return { outcome: 'unknown' };
  if (row.status === 'withdrawn') return { outcome: 'gone' };
  if (row.version !== version) return { outcome: 'changed' };
  if (await isOvertaken(tx, id, seen)) return { outcome: 'overtaken' };
  const isOutcome = decision.as === 'add' || decision.as === 'below';
  if (isOutcome && (row.status !== 'published' || !isDissent(row.stance)))
    return { outcome: 'misplaced' };
  const change = isOutcome
    ? {}
    : decision.as === 'publish'
      ? { status: 'published' as const, published: row.published ?? at.toISOString() }
      : { status: 'declined' as const };
  if (!(await update(tx, row, { version, ...change })))
    return decide(tx, id, decision, { at, version, seen, account });
  await addRuling(tx, row, head, {
    ...{ as: decision.as, by: decision.by, account, at },
    reason: decision.as === 'decline' ? decision.reason : undefined,
    step: decision.as === 'add' ? decision.step : undefined,
  });
  return { outcome: 'decided', status: change.status ?? row.status };
}

/** Takes back the last decision that stands. */
export async function undo(
  tx: Tx,
  id: string,
  { at, by, seen, account = 'terminal' }: Parameters<Store['undo']>[1],
): Promise<Decided> {
  const head = await holdLedger(tx);
  const row = await findRow(tx, id);
  if (row === undefined) return { outcome: 'unknown' };
  if (row.status === 'withdrawn') return { outcome: 'gone' };
  if (await isOvertaken(tx, id, seen)) return { outcome: 'overtaken' };
  const last = toStandingRows(await listRulings(tx, id)).at(-1);
  const isOver = last === undefined || last.at < toUndoFrom(at) || last.before_status === null;
  if (isOver) return { outcome: 'too-late' };
  if (row.version !== last.version) return { outcome: 'changed' };
  const status = last.before_status as Status;
  if (!(await update(tx, row, { status }))) return undo(tx, id, { at, by, seen, account });
  await addRuling(tx, row, head, { as: 'undo', by, account, at });
  return { outcome: 'decided', status };
}

/** From which moment on a decision can still be undone. */
export const toUndoFrom = (at: Date): string =>
  new Date(at.getTime() - undoMinutes * 60_000).toISOString();

/** Contributions with what was decided about each. */
export async function listToDecide(
  db: Kysely<Tables>,
  status: 'pending' | 'published',
): Promise<DeskContribution[]> {
  const rows = db.selectFrom('contributions').select(columns).where('status', '=', status);
  const found = await rows.orderBy('number').execute();
  const decisions = await db
    .selectFrom('decisions')
    .innerJoin('contributions', 'contributions.id', 'decisions.contribution')
    .selectAll('decisions')
    .where('status', '=', status)
    .orderBy('position')
    .execute();
  const byContribution = Map.groupBy(decisions, ({ contribution }) => contribution);
  return found.map((row) => toDesk(row, byContribution.get(row.id) ?? []));
}

/** A contribution as it is decided about; nothing when its writer took it back. */
export async function findToDecide(
  db: Kysely<Tables>,
  id: string,
): Promise<DeskContribution | undefined> {
  const row = await findRow(db, id);
  if (row === undefined || row.status === 'withdrawn') return undefined;
  return toDesk(row, await listRulings(db, id));
}

/** The decisions that stand since then, the last one first. */
export async function listRecent(db: Kysely<Tables>, since: Date): Promise<RecentRuling[]> {
  const ids = db
    .selectFrom('decisions')
    .select('contribution')
    .where('at', '>=', since.toISOString());
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('contributions', 'contributions.id', 'decisions.contribution')
    .selectAll('decisions')
    .select(['subject', 'stance', 'status', 'contributions.version as present'])
    .where('contribution', 'in', ids)
    .orderBy('position')
    .execute();
  const byContribution = Map.groupBy(rows, ({ contribution }) => contribution);
  return [...byContribution]
    .flatMap(([id, taken]): { ruling: RecentRuling; position: number }[] => {
      const last = toStandingRows(taken).at(-1);
      if (last === undefined || last.verdict === 'undo' || last.before_status === null) return [];
      if (last.at < since.toISOString() || last.status === 'withdrawn') return [];
      if (last.present !== last.version) return [];
      const { verdict: as, at, subject, stance, position } = last;
      return [{ position, ruling: { id, subject, stance, as, at, rulings: taken.length } }];
    })
    .sort((a, b) => b.position - a.position)
    .map(({ ruling }) => ruling);
}

async function isOvertaken(tx: Tx, id: string, seen: number | undefined): Promise<boolean> {
  return seen !== undefined && (await listRulings(tx, id)).length !== seen;
}

const findRow = (db: Kysely<Tables>, id: string): Promise<ReadRow | undefined> =>
  db.selectFrom('contributions').select(columns).where('id', '=', id).executeTakeFirst();

/** Changes a row, unless somebody else just did so on another machine; then it must be looked at again. */
export async function update(
  tx: Tx,
  { id, version, status }: ReadRow,
  change: Partial<ReadRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('contributions')
    .set(change)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', status)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
