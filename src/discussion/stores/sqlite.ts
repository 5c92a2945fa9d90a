import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { StoreError, type OpenedStore, type ReadingStore } from '../store.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { createReadingStore, createRelationalStore } from './relational.ts';
import { madeFor, toMigrations, type Tables } from './tables.ts';

/** “Ondr”, in the head of every file this made. */
const applicationId = 0x4f6e6472;
const migrations = toMigrations({ counting: 'integer', end: 'strict' });

/** Makes a new, empty store in a file that must not be there yet. Nothing else ever makes one. */
export async function createSqliteStore(file: string, at: Date): Promise<void> {
  if (existsSync(file))
    throw new StoreError(
      'exists',
      `${file} is there already. Move it away first if a new, empty discussion is really what you want.`,
    );
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.new`;
  rmSync(unfinished, { force: true });
  const connection = new DatabaseSync(unfinished);
  connection.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL;`);
  connection.exec('PRAGMA synchronous = FULL');
  const db = toKysely(connection);
  await migrate(db, migrations, { made: at });
  await db.destroy();
  // It gets its name only once it is whole, and only if nobody else took that name meanwhile.
  linkSync(unfinished, file);
  rmSync(unfinished);
}

/** Opens a store for writing; one program at a time can, until it closes the store or ends. */
export async function openSqliteStore(file: string): Promise<OpenedStore> {
  let unlock: () => void = () => undefined;
  try {
    checkFile(file);
    unlock = lock(file);
    const connection = openConnection(file, false);
    connection.exec(settings);
    const db = toKysely(connection);
    await migrate(db, migrations);
    return createRelationalStore({
      ...{ db, manner: 'sqlite' },
      toError: (error) => toStoreError(error, file),
      erase: () => {
        // Until then the pages as they were would stay in the log beside the file.
        connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      },
      release: unlock,
    });
  } catch (error) {
    unlock();
    throw toStoreError(error, file);
  }
}

/** Opens a store for the build, beside whoever writes in it. */
export async function openSqliteStoreToRead(file: string): Promise<ReadingStore> {
  checkFile(file);
  try {
    const connection = openConnection(file, true);
    connection.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;');
    const db = toKysely(connection);
    await checkMigrated(db, migrations);
    return createReadingStore({
      db,
      manner: 'sqlite',
      toError: (error) => toStoreError(error, file),
    });
  } catch (error) {
    throw toStoreError(error, file);
  }
}

/** Every answer is on disk before it is given, and what is erased is overwritten. */
const settings = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
  'PRAGMA busy_timeout = 5000',
  // Pages that change often are then written back once for many changes.
  'PRAGMA wal_autocheckpoint = 4000',
  // A text as long as it may be and a hundred others still fit without growing the log for ever.
  'PRAGMA journal_size_limit = 16777216',
  'PRAGMA trusted_schema = OFF',
].join(';');

const toKysely = (connection: DatabaseSync): Kysely<Tables> =>
  new Kysely({ dialect: new SqliteDialect({ database: toDatabase(connection) }) });

/** How many statements are kept ready. */
const mostStatements = 100;

/** What Kysely asks of a database, over the one in Node; statements are prepared once. */
function toDatabase(connection: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => {
      prepared.clear();
      connection.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = toStatement(connection.prepare(sql));
      const made = sql === 'rollback' ? toLenient(statement, connection) : statement;
      if (prepared.size < mostStatements) prepared.set(sql, made);
      return made;
    },
  };
}

function toStatement(statement: StatementSync): ReturnType<SqliteDatabase['prepare']> {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/**
 * Takes back a transaction, unless SQLite did so itself, as it does when a disk is full: the failure to take it back
 * once more would then hide why.
 */
const toLenient = (
  statement: ReturnType<SqliteDatabase['prepare']>,
  connection: DatabaseSync,
): ReturnType<SqliteDatabase['prepare']> => ({
  ...statement,
  run: (parameters) =>
    connection.isTransaction ? statement.run(parameters) : { changes: 0, lastInsertRowid: 0 },
});

/** Looks at a file before SQLite does: that takes an empty one for a new database, without a word. */
function checkFile(file: string): void {
  if (!existsSync(file))
    throw new StoreError(
      'missing',
      `${file} is not there. Put back the last copy of it, or make a new, empty one on purpose.`,
    );
  if (statSync(file).size === 0)
    throw new StoreError(
      'empty',
      `${file} is empty, and a discussion never is. Put back the last copy of it.`,
    );
  const head = Buffer.alloc(72);
  const opened = openSync(file, 'r');
  readSync(opened, head, 0, head.length, 0);
  closeSync(opened);
  const isOurs =
    head.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    head.readUInt32BE(68) === applicationId;
  if (!isOurs)
    throw new StoreError(
      'foreign',
      `${file} was not made for the discussion of a handbook. Name another file, or put back the last copy.`,
    );
}

/** Opens a database and reads it through; one that is damaged would take new rows all the same. */
function openConnection(file: string, readOnly: boolean): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true });
  try {
    const [found] = connection.prepare('PRAGMA quick_check(1)').all();
    if (found?.['quick_check'] !== 'ok') throw toDamaged(file);
    const sentinel = connection.prepare('select made_for from onderstroom where id = 1').get();
    if (sentinel?.['made_for'] !== madeFor) throw toDamaged(file);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Takes the lock of a file: a database beside it that stays locked. The system lets go of it when this program ends,
 * however it ends, so no lock is ever left behind.
 */
function lock(file: string): () => void {
  const lockFile = new DatabaseSync(`${file}.lock`);
  try {
    lockFile.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE;');
  } catch (error) {
    lockFile.close();
    if (toCode(error) !== busy) throw error;
    throw new StoreError(
      'in-use',
      `Another program is writing in ${file}. Stop that one first; for more than one, use PostgreSQL.`,
      { cause: error },
    );
  }
  return () => {
    if (lockFile.isOpen) lockFile.close();
  };
}

// https://www.sqlite.org/rescode.html
const [busy, readOnly, ioError, corrupt, full, cannotOpen, notDatabase] = [
  5, 8, 10, 11, 13, 14, 26,
];

function toStoreError(error: unknown, file: string): unknown {
  const cause = { cause: error };
  switch (toCode(error)) {
    case full:
    case ioError:
      return new StoreError('full', `The disk of ${file} is full or failing. Make room.`, cause);
    case readOnly:
    // Nothing can be put beside it: neither its lock nor its log.
    case cannotOpen:
      return new StoreError('read-only', `${file} can only be read. Check who may write.`, cause);
    case corrupt:
    case notDatabase:
      return toDamaged(file, cause);
    case busy:
      return new StoreError('in-use', `${file} is kept by another program.`, cause);
    default:
      return error;
  }
}

const toDamaged = (file: string, options?: ErrorOptions): StoreError =>
  new StoreError(
    'damaged',
    `${file} is damaged. Nothing is written in it. Put back the last copy of it.`,
    options,
  );

/** The result code of SQLite without its details. */
function toCode(error: unknown): number | undefined {
  const isCoded = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isCoded ? Number(error.errcode) & 0xff : undefined;
}
