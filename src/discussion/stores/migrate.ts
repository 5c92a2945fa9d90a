import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { StoreError } from '../store.ts';
import { madeFor, type Tables } from './tables.ts';

/** Brings the tables up to date; with `made` also makes them, and writes down for whom. */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
  { made }: { made?: Date } = {},
): Promise<void> {
  await checkMigrated(db, migrations, made === undefined ? 'behind' : 'nothing');
  const { error } = await toMigrator(db, migrations).migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('The tables could not be made.', { cause: error });
  if (made === undefined) return;
  await db
    .insertInto('onderstroom')
    .values({ id: 1, made_for: madeFor, made: made.toISOString() })
    .execute();
}

/**
 * Makes sure that a database has these tables. `behind` lets it lack later changes, `nothing` lets it lack all;
 * a database that knows more changes than this program is left alone.
 */
export async function checkMigrated(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
  may: 'behind' | 'nothing' | 'not differ' = 'not differ',
): Promise<void> {
  const done = await listDone(db);
  if (done.some((name) => !(name in migrations)))
    throw new StoreError(
      'newer',
      'The discussion was written by a newer version of this program. Use that version.',
    );
  const wanted = Object.keys(migrations).length;
  if (may === 'nothing' || done.length === wanted) return;
  if (may === 'behind' && done.length > 0) return;
  if (done.length === 0)
    throw new StoreError(
      'missing',
      'There is no discussion in this database. Make one on purpose.',
    );
  throw new StoreError(
    'newer',
    'The discussion was written by an older version. Start the site once; that brings it up to date.',
  );
}

async function listDone(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

const toMigrator = (db: Kysely<Tables>, migrations: Record<string, Migration>): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
