import { sql, type Generated, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Status } from '../store.ts';
import type { KeptStance } from '../../model/contribution.ts';
import type { Verdict } from '../../model/ledger.ts';
import type { DeclineReason } from '../../model/ruling.ts';
import type { Language } from '../../model/language.ts';
import { toDeskMigration, type DeskTables, type LedgerColumns } from './desk-tables.ts';

/** The tables of a store, the same in every database. Moments are ISO dates and times in UTC. */
export interface Tables extends DeskTables {
  contributions: ContributionRow;
  emails: EmailRow;
  decisions: DecisionRow;
  onderstroom: SentinelRow;
}

export interface ContributionRow {
  /** Order of arrival, which no clock can change. No row is ever deleted, so no number comes back. */
  number: Generated<number>;
  id: string;
  /** Of the reference code, which is made from the key of the form: one form, one code, one row. */
  code_digest: string;
  status: Status;
  /** Counts the texts it had: whoever decides names the one that was read. */
  version: number;
  subject: string;
  language: Language;
  stance: KeptStance;
  raw: string;
  html: string;
  cleaner: string;
  needs: string | null;
  role: string | null;
  name: string | null;
  /** Refers to another row, or to a voice of the author, which stands in the handbook and not here. */
  answers_to: string | null;
  sentence: string | null;
  passage_digest: string | null;
  passage_text: string | null;
  sent: string;
  edited: string | null;
  published: string | null;
  withdrawn: string | null;
}

/** Apart from everything else: nothing that is read for publication comes here. */
export interface EmailRow {
  /** The order of arrival of the contribution: rows then lie one after another, and cost a disk little. */
  contribution: number;
  email: string;
}

export interface DecisionRow extends LedgerColumns {
  number: Generated<number>;
  contribution: string;
  verdict: Verdict;
  by_role: string;
  reason: DeclineReason | null;
  step: string | null;
  at: string;
}

/** One row that says whose database this is: an emptied or foreign one must not pass for a new one. */
export interface SentinelRow {
  id: number;
  made_for: string;
  made: string;
}

/** The name of the table with that row. */
export const sentinel = 'onderstroom' satisfies keyof Tables;

/** What the sentinel says. */
export const madeFor = 'the discussion of an Onderstroom handbook';

/** What differs between databases in making tables. */
export interface Manner {
  /** The type of a number that counts up by itself. */
  counting: 'integer' | 'bigint';
  /** What comes after each table. */
  end: 'strict' | '';
}

/** Every change to the tables, in order; a change that was published is never changed again. */
export const toMigrations = (manner: Manner): Record<string, Migration> => ({
  '001-begin': { up: (db: Kysely<unknown>) => makeTables(db, manner) },
  '002-desk': toDeskMigration(manner.end),
});

async function makeTables(db: Kysely<unknown>, manner: Manner): Promise<void> {
  const end = manner.end === 'strict' ? sql`strict` : sql``;
  const number =
    manner.counting === 'integer'
      ? sql`integer primary key`
      : sql`bigint primary key generated always as identity`;
  const counted = manner.counting === 'integer' ? sql`integer` : sql`bigint`;
  const of = sql`text not null references contributions (id)`;
  await sql`create table contributions (
    number ${number},
    id text not null unique,
    code_digest text not null unique,
    status text not null check (status in ('pending', 'published', 'declined', 'withdrawn')),
    version integer not null,
    subject text not null,
    language text not null,
    stance text not null,
    raw text not null,
    html text not null,
    cleaner text not null,
    needs text,
    role text,
    name text,
    answers_to text,
    sentence text,
    passage_digest text,
    passage_text text,
    sent text not null,
    edited text,
    published text,
    withdrawn text
  ) ${end}`.execute(db);
  await sql`create table emails (
    contribution ${counted} primary key references contributions (number),
    email text not null
  ) ${end}`.execute(db);
  await sql`create table decisions (
    number ${number},
    contribution ${of},
    verdict text not null,
    by_role text not null,
    reason text,
    step text,
    at text not null
  ) ${end}`.execute(db);
  await sql`create index decisions_contribution on decisions (contribution)`.execute(db);
  await sql`create table onderstroom (
    id integer primary key check (id = 1),
    made_for text not null,
    made text not null
  ) ${end}`.execute(db);
}
