import type { Kysely, Transaction } from 'kysely';
import type { AccountStore, KeptAccount } from '../account-store.ts';
import type { Account } from '../../model/account.ts';
import type { Tables } from './tables.ts';

type Tx = Transaction<Tables>;

/** How a store reads and writes, with its own way of grouping writes and of naming faults. */
export interface Access {
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  read: <T>(reading: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
}

/** Accounts, sessions, invitations and attempts in tables. */
export function createAccounts({ write, read }: Access): AccountStore {
  return {
    addAccount: (account) => write((tx) => addAccount(tx, account)),
    findAccount: (name) =>
      read((db) =>
        db.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst(),
      ),
    listAccounts: () =>
      read(async (db) =>
        db
          .selectFrom('accounts')
          .select(accountColumns)
          .orderBy('role', 'desc')
          .orderBy('name')
          .execute(),
      ),
    removeAccount: (id) => write((tx) => removeAccount(tx, id)),
    addSession: ({ digest, account, local, at }) =>
      write(async (tx) => {
        const moment = at.toISOString();
        await tx
          .insertInto('sessions')
          .values({ digest, account, local: local ? 1 : 0, made: moment, seen: moment })
          .execute();
      }),
    findSession: (digest) => read((db) => findSession(db, digest)),
    keepSession: (digest, at) =>
      write(async (tx) => {
        const change = tx.updateTable('sessions').set({ seen: at.toISOString() });
        await change.where('digest', '=', digest).execute();
      }),
    endSession: (digest) =>
      write(async (tx) => {
        await tx.deleteFrom('sessions').where('digest', '=', digest).execute();
      }),
    endSessions: (account) => write((tx) => endSessions(tx, account)),
    addInvitation: ({ digest, role, account = null, until }) =>
      write(async (tx) => {
        await tx
          .insertInto('invitations')
          .values({ digest, role, account, until: until.toISOString() })
          .execute();
      }),
    findInvitation: (digest, at) => read((db) => findInvitation(db, digest, at)),
    useInvitation: (digest, chosen, at) => write((tx) => useInvitation(tx, digest, chosen, at)),
    countAttempt: (bucket, at, limit) => write((tx) => countAttempt(tx, bucket, at, limit)),
    forgetAttempts: (bucket) =>
      write(async (tx) => {
        await tx.deleteFrom('attempts').where('bucket', '=', bucket).execute();
      }),
    tidy: ({ sessions, invitations, attempts }) =>
      write(async (tx) => {
        await tx.deleteFrom('sessions').where('made', '<', sessions.toISOString()).execute();
        await tx.deleteFrom('invitations').where('until', '<', invitations.toISOString()).execute();
        await tx.deleteFrom('attempts').where('since', '<', attempts.toISOString()).execute();
      }),
  };
}

const accountColumns = ['id', 'name', 'role', 'made'] as const;

async function addAccount(tx: Tx, account: KeptAccount): Promise<'added' | 'taken'> {
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('accounts')
    .values(account)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  return added === 1n ? 'added' : 'taken';
}

async function removeAccount(tx: Tx, id: string): Promise<'removed' | 'unknown' | 'last-owner'> {
  // Two owners who take each other away at once wait for each other here.
  await tx
    .updateTable('accounts')
    .set((row) => ({ role: row.ref('role') }))
    .execute();
  const accounts = await tx.selectFrom('accounts').select(['id', 'role']).execute();
  const found = accounts.find((account) => account.id === id);
  if (found === undefined) return 'unknown';
  const owners = accounts.filter(({ role }) => role === 'owner');
  if (found.role === 'owner' && owners.length === 1) return 'last-owner';
  await endSessions(tx, id);
  await tx.deleteFrom('invitations').where('account', '=', id).execute();
  await tx.deleteFrom('accounts').where('id', '=', id).execute();
  return 'removed';
}

async function endSessions(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('sessions').where('account', '=', account).execute();
}

async function findSession(db: Kysely<Tables>, digest: string) {
  const found = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select(['accounts.id', 'name', 'role', 'accounts.made as begun'])
    .select(['sessions.made', 'seen', 'local'])
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { id, name, role, begun, made, seen, local } = found;
  const account: Account = { id, name, role, made: begun };
  return { account, made, seen, local: local === 1 };
}

async function findInvitation(db: Kysely<Tables>, digest: string, at: Date) {
  const found = await db
    .selectFrom('invitations')
    .leftJoin('accounts', 'accounts.id', 'invitations.account')
    .select(['invitations.role', 'until', 'accounts.id', 'name'])
    .where('digest', '=', digest)
    .where('until', '>=', at.toISOString())
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { role, until, id, name } = found;
  return { role, until, ...(id === null || name === null ? {} : { account: { id, name } }) };
}

async function useInvitation(
  tx: Tx,
  digest: string,
  { id, name, password }: { id: string; name: string; password: string },
  at: Date,
): Promise<'used' | 'gone' | 'taken'> {
  const found = await findInvitation(tx, digest, at);
  if (found === undefined) return 'gone';
  if (found.account === undefined) {
    const account = { id, name, role: found.role, password, made: at.toISOString() };
    if ((await addAccount(tx, account)) === 'taken') return 'taken';
  }
  // Whoever takes the link away used it: of two at once, one finds it gone.
  const { numDeletedRows: taken } = await tx
    .deleteFrom('invitations')
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (taken === 0n && found.account === undefined)
    await tx.deleteFrom('accounts').where('id', '=', id).execute();
  if (taken === 0n) return 'gone';
  if (found.account !== undefined) {
    const change = tx.updateTable('accounts').set({ password });
    await change.where('id', '=', found.account.id).execute();
    await endSessions(tx, found.account.id);
  }
  return 'used';
}

async function countAttempt(
  tx: Tx,
  bucket: string,
  at: Date,
  { most, minutes }: { most: number; minutes: number },
): Promise<boolean> {
  const since = at.toISOString();
  const over = new Date(at.getTime() - minutes * 60_000).toISOString();
  await tx
    .insertInto('attempts')
    .values({ bucket, count: 0, since })
    .onConflict((conflict) => conflict.column('bucket').doNothing())
    .execute();
  // A clock that was set back must not make a limit last for ever.
  await tx
    .updateTable('attempts')
    .set({ count: 0, since })
    .where('bucket', '=', bucket)
    .where((is) => is.or([is('since', '<=', over), is('since', '>', since)]))
    .execute();
  const { numUpdatedRows: counted } = await tx
    .updateTable('attempts')
    .set((row) => ({ count: row('count', '+', 1) }))
    .where('bucket', '=', bucket)
    .where('count', '<', most)
    .executeTakeFirst();
  return counted === 1n;
}
