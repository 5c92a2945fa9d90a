import { Kysely, PostgresDialect } from 'kysely';
import { DatabaseError, Pool } from 'pg';
import { StoreError, type OpenedStore, type ReadingStore } from '../store.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { createReadingStore, createRelationalStore } from './relational.ts';
import { toMigrations, type Tables } from './tables.ts';

const migrations = toMigrations({ counting: 'bigint', end: '' });

/** Makes the tables of a new, empty store in a database that has none of them. */
export async function createPostgresStore(address: string, at: Date): Promise<void> {
  const db = toKysely(address);
  try {
    const tables = await db.introspection.getTables();
    if (tables.some(({ name }) => name === 'contributions'))
      throw new StoreError('exists', 'There is a discussion in this database already.');
    await migrate(db, migrations, { made: at });
  } catch (error) {
    throw toStoreError(error);
  } finally {
    await db.destroy();
  }
}

/** Opens a store for writing; any number of programs can, on any number of machines. */
export async function openPostgresStore(address: string): Promise<OpenedStore> {
  const db = toKysely(address);
  try {
    await migrate(db, migrations);
    return createRelationalStore({ db, manner: 'postgres', toError: toStoreError });
  } catch (error) {
    await db.destroy();
    throw toStoreError(error);
  }
}

/** Opens a store for the build. */
export async function openPostgresStoreToRead(address: string): Promise<ReadingStore> {
  const db = toKysely(address, '-c default_transaction_read_only=on');
  try {
    await checkMigrated(db, migrations);
    return createReadingStore({ db, manner: 'postgres', toError: toStoreError });
  } catch (error) {
    await db.destroy();
    throw toStoreError(error);
  }
}

/** How many connections one program takes, and how long it waits for one, in milliseconds. */
const [mostConnections, patience] = [8, 5000];

function toKysely(address: string, options = ''): Kysely<Tables> {
  const pool = new Pool({
    connectionString: address,
    max: mostConnections,
    connectionTimeoutMillis: patience,
    ...(options === '' ? {} : { options }),
  });
  // A connection that breaks while nobody uses it is made anew by the pool; whoever uses it is told.
  pool.on('error', () => undefined);
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const classes: Record<string, [StoreError['why'], string]> = {
  '25': ['read-only', 'The database can only be read now.'],
  '53': ['full', 'The database has no room or no connection left.'],
  '57': ['away', 'The database is stopping. Try again later.'],
  '08': ['away', 'The database cannot be reached. Try again later.'],
};

function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  if (error instanceof DatabaseError) {
    const [why, message] = classes[error.code?.slice(0, 2) ?? ''] ?? [];
    return why && message ? new StoreError(why, message, { cause: error }) : error;
  }
  const isAway =
    error instanceof Error &&
    (('code' in error && /^E(CONN|PIPE|HOST|NET|NOTFOUND|NOENT)/.test(String(error.code))) ||
      /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message));
  if (!isAway) return error;
  return new StoreError('away', 'The database cannot be reached. Try again later.', {
    cause: error,
  });
}
