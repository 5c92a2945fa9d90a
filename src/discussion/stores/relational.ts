import type { Kysely, Transaction } from 'kysely';
import { toCodeDigest } from '../reference-code.ts';
import type { OpenedStore, ReadingStore } from '../store.ts';
import { createAccounts } from './accounts.ts';
import { createCarrier, type Reachable } from './carry.ts';
import { decide, findToDecide, listRecent, listToDecide, undo } from './decide.ts';
import { createGroup } from './group.ts';
import { listRulings, readLedger } from './ledger.ts';
import { columns, toOwn, toPending, toSaid } from './rows.ts';
import type { Tables } from './tables.ts';
import { takeOver } from './take-over.ts';
import { createAdd, revise, withdraw } from './write.ts';

type Tx = Transaction<Tables>;

export interface Relational extends Reachable {
  /** Makes sure that what was erased is in no file any more, where that takes more than a commit. */
  erase?: () => void;
  /** Lets go of what the database does not let go of itself. */
  release?: () => void;
}

/** What every database with tables does the same: all of the port, over Kysely. */
export function createRelationalStore(database: Relational): OpenedStore {
  const { db, toError } = database;
  const group = createGroup<Tx>(async (work) => {
    await db
      .transaction()
      .execute(work)
      .catch((error: unknown) => {
        throw toError(error);
      });
  });
  const add = createAdd(db);
  const erasing = async <T>(work: (transaction: Tx) => Promise<T>): Promise<T> => {
    const outcome = await group.add(work);
    database.erase?.();
    return outcome;
  };
  return {
    ...createReadingStore(database),
    importAll: createCarrier(database).importAll,
    takeOver: (all, by) => group.add((tx) => takeOver(tx, all, by)),
    add: (contribution) => group.add((tx) => add(tx, contribution)),
    findOwn: (code) => read(database, () => findOwn(db, code)),
    revise: (code, change) => erasing((tx) => revise(tx, code, change)),
    withdraw: (code, at) => erasing((tx) => withdraw(tx, code, at)),
    decide: (id, decision, about) => group.add((tx) => decide(tx, id, decision, about)),
    undo: (id, about) => group.add((tx) => undo(tx, id, about)),
    listToDecide: (status) => read(database, () => listToDecide(db, status)),
    listRecent: (since) => read(database, () => listRecent(db, since)),
    accounts: createAccounts({
      write: (work) => group.add(work),
      read: (reading) => read(database, () => reading(db)),
    }),
    listPending: () =>
      read(database, async () => {
        const waiting = db.selectFrom('contributions').select(columns);
        const rows = await waiting.where('status', '=', 'pending').orderBy('number').execute();
        return rows.map((row) => toPending(row));
      }),
    findToDecide: (id) => read(database, () => findToDecide(db, id)),
    findEmail: (id) =>
      read(database, async () => {
        const emails = db
          .selectFrom('emails')
          .innerJoin('contributions', 'number', 'contribution')
          .select('email');
        return (await emails.where('id', '=', id).executeTakeFirst())?.email;
      }),
    close: async () => {
      await group.settle();
      await db.destroy();
      database.release?.();
    },
  };
}

/** What the build needs of a store. */
export function createReadingStore(database: Relational): ReadingStore {
  const { db } = database;
  return {
    listSaid: () => read(database, () => listSaid(db)),
    readLedger: () =>
      read(database, () =>
        // What is published and what was decided must be of one moment.
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(async (tx) => ({ said: await listSaid(tx), ...(await readLedger(tx)) })),
      ),
    exportAll: createCarrier(database).exportAll,
    close: async () => {
      await db.destroy();
      database.release?.();
    },
  };
}

async function listSaid(db: Kysely<Tables>) {
  const published = db.selectFrom('contributions').select(columns);
  const rows = await published.where('published', 'is not', null).orderBy('number').execute();
  return toSaid(rows, await db.selectFrom('decisions').selectAll().orderBy('position').execute());
}

async function read<T>({ toError }: Relational, reading: () => Promise<T>): Promise<T> {
  return reading().catch((error: unknown) => {
    throw toError(error);
  });
}

async function findOwn(db: Kysely<Tables>, code: string) {
  const rows = db.selectFrom('contributions').select(columns);
  const row = await rows.where('code_digest', '=', toCodeDigest(code)).executeTakeFirst();
  if (row === undefined) return undefined;
  return toOwn(row, await listRulings(db, row.id));
}
