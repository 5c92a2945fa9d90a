import { sql, type Kysely, type Transaction } from 'kysely';
import { CarryError, toProblem } from '../carry/table.ts';
import type { CarryingStore, Column, Counts, Row, Table, Value } from '../carry/table.ts';
import { StoreError } from '../store.ts';
import type { Tables } from './tables.ts';

/** How many rows are read, and written, at a time. */
const atATime = 100;

/** A database with tables, whichever it is. */
export interface Reachable {
  db: Kysely<Tables>;
  /** What speaks another SQL where the standard leaves that open. */
  manner: 'sqlite' | 'postgres';
  /** Makes an error of the database one that says what to do. */
  toError: (error: unknown) => unknown;
}

/** Carries every row of every table, whatever the tables are. */
export const createCarrier = (database: Reachable): CarryingStore => ({
  exportAll: (tables) => exportAll(database, tables),
  importAll: (tables, rows) => importAll(database, tables, rows),
});

async function* exportAll(
  { db, toError, manner }: Reachable,
  tables: readonly Table[],
): AsyncGenerator<Row> {
  const begin = db.startTransaction();
  // All tables as they are at one moment; SQLite does so by itself.
  const tx = await (
    manner === 'postgres'
      ? begin.setIsolationLevel('repeatable read').setAccessMode('read only')
      : begin
  ).execute();
  try {
    for (const table of tables) yield* readRows(tx, table, manner);
  } catch (error) {
    throw toError(error);
  } finally {
    await tx.rollback().execute();
  }
}

/** The rows of a table in the order of its key, some at a time. */
async function* readRows(
  db: Kysely<Tables>,
  { name, columns, key }: Table,
  manner: Reachable['manner'],
): AsyncGenerator<Row> {
  const kinds = new Map(columns.map((column) => [column.name, column.kind]));
  // Every database must have the same order: that of the bytes.
  const order = sql.join(
    key.map((one) =>
      manner === 'postgres' && kinds.get(one) === 'text'
        ? sql`${sql.ref(one)} collate "C"`
        : sql.ref(one),
    ),
  );
  const selected = sql.join(columns.map((column) => sql.ref(column.name)));
  let last: Record<string, unknown> | undefined;
  do {
    const after: Record<string, unknown> | undefined = last;
    const where =
      after === undefined
        ? sql``
        : sql`where (${order}) > (${sql.join(key.map((one) => after[one]))})`;
    const query = sql<
      Record<string, unknown>
    >`select ${selected} from ${sql.table(name)} ${where} order by ${order} limit ${sql.lit(atATime)}`;
    const { rows } = await query.execute(db);
    for (const row of rows)
      yield { table: name, values: columns.map((column) => toValue(row, column)), line: 0 };
    last = rows.length < atATime ? undefined : rows.at(-1);
  } while (last !== undefined);
}

/** PostgreSQL gives large numbers as text. */
function toValue(row: Record<string, unknown>, { name, kind }: Column): Value {
  const value = row[name];
  if (value === null) return null;
  if (kind === 'number') return Number(value);
  return value as Value;
}

async function importAll(
  { db, toError, manner }: Reachable,
  tables: readonly Table[],
  rows: AsyncIterable<Row>,
): Promise<Counts> {
  const counts: Counts = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const byName = new Map(tables.map((table) => [table.name, table]));
  let waiting: Row[] = [];
  return db
    .transaction()
    .execute(async (tx) => {
      await begin(tx, tables, manner);
      const flush = async () => {
        const table = byName.get(waiting[0]?.table ?? '');
        if (table === undefined) return;
        await insert(tx, table, waiting, manner).catch((error: unknown) => {
          throw toRefusal(toError(error), waiting);
        });
        counts[table.name] = (counts[table.name] ?? 0) + waiting.length;
        waiting = [];
      };
      for await (const row of rows) {
        if (waiting.length === atATime || waiting[0]?.table !== row.table) await flush();
        waiting.push(row);
      }
      await flush();
      if (manner === 'postgres') for (const table of tables) await countOn(tx, table);
      return counts;
    })
    .catch((error: unknown) => {
      throw toError(error);
    });
}

/** Makes sure that nothing was ever kept here, and that nobody else begins to meanwhile. */
async function begin(
  tx: Transaction<Tables>,
  tables: readonly Table[],
  manner: Reachable['manner'],
): Promise<void> {
  const names = tables.map(({ name }) => name);
  if (manner === 'postgres')
    await sql`lock table ${sql.join(names.map((name) => sql.table(name)))} in exclusive mode`.execute(
      tx,
    );
  for (const { name, begun } of tables) {
    const { rows } =
      await sql`select 1 from ${sql.table(name)} limit ${sql.lit(begun + 1)}`.execute(tx);
    if (rows.length > begun)
      throw new StoreError(
        'exists',
        `There is a discussion here already: the table “${name}” is not empty. Import goes into a new one only. Name another DATA_DIR (or DATABASE_URL), run “create” there, and import again.`,
      );
  }
  // What a new store begins with, the file has too.
  for (const { name, begun } of tables.toReversed())
    if (begun > 0) await sql`delete from ${sql.table(name)}`.execute(tx);
}

async function insert(
  tx: Transaction<Tables>,
  { name, columns }: Table,
  rows: readonly Row[],
  manner: Reachable['manner'],
): Promise<void> {
  const values = rows.map(
    ({ values: row }) => sql`(${sql.join(row.map((value) => sql`${value}`))})`,
  );
  // Otherwise PostgreSQL counts by itself.
  const overriding = manner === 'postgres' ? sql`overriding system value` : sql``;
  const named = sql.join(columns.map((column) => sql.ref(column.name)));
  await sql`insert into ${sql.table(name)} (${named}) ${overriding} values ${sql.join(values)}`.execute(
    tx,
  );
}

/** Lets a number that counts by itself go on after the highest that was carried. */
async function countOn(tx: Transaction<Tables>, { name, key, columns }: Table): Promise<void> {
  const [column = '', ...more] = key;
  const isNumber = columns.some((one) => one.name === column && one.kind === 'number');
  if (!isNumber || more.length > 0) return;
  const sequence = sql`pg_get_serial_sequence(${sql.lit(name)}, ${sql.lit(column)})`;
  await sql`select setval(${sequence}, max(${sql.ref(column)})) from ${sql.table(name)}
    having ${sequence} is not null and max(${sql.ref(column)}) is not null`.execute(tx);
}

/** What a database has against rows of a file; a problem of the database itself stays what it is. */
function toRefusal(error: unknown, rows: readonly Row[]): unknown {
  const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  if (error instanceof StoreError || error instanceof CarryError || first === 0) return error;
  const found = error instanceof Error ? error.message : String(error);
  const message = toProblem({ line: first }, { expected: 'rows that go together', found }).message;
  return new CarryError(`${message} It is one of the rows down to line ${last}.`, { cause: error });
}
