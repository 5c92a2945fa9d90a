import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { CarryingStore, Column, Table } from '../carry/table.ts';
import { createCarrier } from './carry.ts';
import { sentinel, toMigrations, type Tables } from './tables.ts';

/** A store that is gone when it is closed. What the migrations make can be seen in it, and old rows can become new ones. */
export interface Scratch extends CarryingStore {
  /** The tables there are, each after those it refers to; to be asked before rows are put in. */
  listTables: () => Promise<Table[]>;
  /** Brings tables and rows up to date. */
  update: () => Promise<void>;
  close: () => Promise<void>;
}

const migrations = toMigrations({ counting: 'integer', end: 'strict' });

/** Every change to the tables there is, in order. */
export const schema: readonly string[] = Object.keys(migrations).sort();

/** Makes tables as they were after so many changes, in a file that SQLite itself throws away. */
export async function openScratch(changes = schema.length): Promise<Scratch> {
  const connection = new DatabaseSync('', { enableForeignKeyConstraints: true });
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: toDatabase(connection) }),
  });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const migrateTo = async (last: string | undefined) => {
    const { error } = await (last === undefined
      ? migrator.migrateToLatest()
      : migrator.migrateTo(last));
    if (error !== undefined) throw new Error('The tables could not be made.', { cause: error });
  };
  await migrateTo(schema[changes - 1]);
  return {
    ...createCarrier({ db, manner: 'sqlite', toError: (error) => error }),
    listTables: () => listTables(db),
    update: () => migrateTo(undefined),
    close: () => db.destroy(),
  };
}

function toDatabase(connection: DatabaseSync) {
  return {
    close: () => {
      connection.close();
    },
    prepare: (text: string) => {
      const statement = connection.prepare(text);
      const values = (given: readonly unknown[]) => given as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (given: readonly unknown[]) => statement.all(...values(given)),
        run: (given: readonly unknown[]) => statement.run(...values(given)),
        iterate: (given: readonly unknown[]) => statement.iterate(...values(given)),
      };
    },
  };
}

async function listTables(db: Kysely<Tables>): Promise<Table[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema
    where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
    order by rowid`.execute(db);
  const found: Table[] = [];
  const above = new Map<string, string[]>();
  for (const { name } of rows) {
    found.push(await readTable(db, name));
    const keys = await sql<{
      table: string;
    }>`select "table" from pragma_foreign_key_list(${name})`.execute(db);
    above.set(
      name,
      keys.rows.map((key) => key.table),
    );
  }
  return toOrder(found, above);
}

async function readTable(db: Kysely<Tables>, name: string): Promise<Table> {
  const { rows } = await sql<{ name: string; type: string; notnull: number; pk: number }>`
    select name, type, "notnull", pk from pragma_table_info(${name}) order by cid`.execute(db);
  const key = rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`The table “${name}” has no primary key to carry it by.`);
  const counted = await sql<{
    count: number;
  }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return {
    name,
    columns: rows.map((row) => ({
      name: row.name,
      kind: toKind(row.type, `${name}.${row.name}`),
      optional: row.notnull === 0 && row.pk === 0,
    })),
    key: key.map((row) => row.name),
    // One row says whose store it is; a scratch is nobody’s.
    begun: name === sentinel ? 1 : (counted.rows[0]?.count ?? 0),
  };
}

const kinds: Record<string, Column['kind']> = {
  ...{ text: 'text', integer: 'number', bigint: 'number', blob: 'bytes' },
};

function toKind(type: string, of: string): Column['kind'] {
  const kind = kinds[type.toLowerCase()];
  if (kind === undefined) throw new Error(`${of} holds “${type}”, which cannot be carried.`);
  return kind;
}

/** Each table after those it refers to; otherwise in the order they were made. */
function toOrder(tables: readonly Table[], above: ReadonlyMap<string, readonly string[]>): Table[] {
  const placed: Table[] = [];
  const place = (table: Table, under: readonly string[]) => {
    if (placed.includes(table) || under.includes(table.name)) return;
    for (const name of above.get(table.name) ?? []) {
      const other = tables.find((one) => one.name === name);
      if (other !== undefined) place(other, [...under, table.name]);
    }
    placed.push(table);
  };
  for (const table of tables) place(table, []);
  return placed;
}
