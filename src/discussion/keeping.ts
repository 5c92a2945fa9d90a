import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OpenedStore, ReadingStore } from './store.ts';
import {
  createPostgresStore,
  openPostgresStore,
  openPostgresStoreToRead,
} from './stores/postgres.ts';
import { createSqliteStore, openSqliteStore, openSqliteStoreToRead } from './stores/sqlite.ts';
import type { LedgerReading } from './chain.ts';
import { noDigest } from '../model/ledger.ts';
import type { Said } from '../model/said.ts';

/** Where what readers say is kept: a database in one file, or a server that more machines can share. */
export type Keeping = { kind: 'sqlite'; file: string } | { kind: 'postgres'; address: string };

/**
 * Where to keep it, from the environment: the PostgreSQL of `DATABASE_URL`, or else a file in `DATA_DIR`,
 * which is the folder `data` when nothing is said.
 */
export function toKeeping(environment: Readonly<Record<string, string | undefined>>): Keeping {
  const { DATABASE_URL: address = '', DATA_DIR: folder = '' } = environment;
  return address === ''
    ? { kind: 'sqlite', file: path.resolve(folder === '' ? 'data' : folder, 'discussion.db') }
    : { kind: 'postgres', address };
}

/** Makes a new, empty store, and only where there is none. */
export const createStore = (keeping: Keeping, at: Date): Promise<void> =>
  keeping.kind === 'sqlite'
    ? createSqliteStore(keeping.file, at)
    : createPostgresStore(keeping.address, at);

/** Opens a store for writing. */
export const openStore = (keeping: Keeping): Promise<OpenedStore> =>
  keeping.kind === 'sqlite' ? openSqliteStore(keeping.file) : openPostgresStore(keeping.address);

/** Opens a store for the build. */
export const openStoreToRead = (keeping: Keeping): Promise<ReadingStore> =>
  keeping.kind === 'sqlite'
    ? openSqliteStoreToRead(keeping.file)
    : openPostgresStoreToRead(keeping.address);

/**
 * Everything that was ever published, for the build. A handbook whose discussion was never begun has none; one that has
 * a folder for it with no store in it lost something, and so has one whose database is away.
 */
export const readSaid = async (keeping: Keeping): Promise<Said[]> =>
  (await readLedger(keeping)).said;

/** Everything that was ever published, and the ledger of what was decided. */
export async function readLedger(keeping: Keeping): Promise<LedgerReading> {
  if (keeping.kind === 'sqlite' && !existsSync(path.dirname(keeping.file)))
    return { said: [], entries: [], head: { count: 0, digest: noDigest }, texts: {} };
  const store = await openStoreToRead(keeping);
  try {
    return await store.readLedger();
  } finally {
    await store.close();
  }
}
