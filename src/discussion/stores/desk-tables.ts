import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { noDigest, type Decider, type LedgerEntry } from '../../model/ledger.ts';
import type { AccountRole } from '../../model/account.ts';
import { seal } from '../chain.ts';
import { newSalt, toTextDigest, type DecidedText } from '../text-digest.ts';

/** What came with the desk: who decides, and the ledger of what they decided. */
export interface DeskTables {
  ledger_head: HeadRow;
  salts: SaltRow;
  accounts: AccountRow;
  sessions: SessionRow;
  invitations: InvitationRow;
  attempts: AttemptRow;
}

/** What makes a decision an entry of the ledger. */
export interface LedgerColumns {
  /** Counts from 1 without a gap. */
  position: number;
  account: Decider | null;
  /** How the contribution was before it; nothing for decisions from before the ledger, which cannot be undone. */
  before_status: string | null;
  /** The version that was decided about. */
  version: number | null;
  /** When that text was sent. */
  since: string;
  text_digest: string | null;
  digest: string;
}

/** One row: how long the ledger is and how it ends. Whoever adds to it holds this row. */
interface HeadRow {
  id: number;
  count: number;
  digest: string;
}

interface SaltRow {
  contribution: string;
  salt: string;
}

interface AccountRow {
  id: string;
  name: string;
  role: AccountRole;
  password: string;
  made: string;
}

interface SessionRow {
  digest: string;
  account: string;
  local: number;
  made: string;
  seen: string;
}

interface InvitationRow {
  digest: string;
  role: AccountRole;
  account: string | null;
  until: string;
}

interface AttemptRow {
  bucket: string;
  count: number;
  since: string;
}

/** Adds the desk to a store, and takes the decisions of before into the ledger. */
export const toDeskMigration = (end: 'strict' | ''): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await makeTables(db, end === 'strict' ? sql`strict` : sql``);
    await takeIn(db);
  },
});

async function makeTables(db: Kysely<unknown>, end: ReturnType<typeof sql>): Promise<void> {
  const columns = ['position integer', 'account text', 'before_status text', 'version integer'];
  for (const column of [...columns, 'since text', 'text_digest text', 'digest text'])
    await sql`alter table decisions add column ${sql.raw(column)}`.execute(db);
  await sql`create unique index decisions_position on decisions (position)`.execute(db);
  await sql`create table ledger_head (
    id integer primary key check (id = 1),
    count integer not null,
    digest text not null
  ) ${end}`.execute(db);
  await sql`create table salts (
    contribution text primary key references contributions (id),
    salt text not null
  ) ${end}`.execute(db);
  await sql`create table accounts (
    id text primary key,
    name text not null unique,
    role text not null check (role in ('owner', 'moderator')),
    password text not null,
    made text not null
  ) ${end}`.execute(db);
  await sql`create table sessions (
    digest text primary key,
    account text not null references accounts (id),
    local integer not null,
    made text not null,
    seen text not null
  ) ${end}`.execute(db);
  await sql`create table invitations (
    digest text primary key,
    role text not null,
    account text references accounts (id),
    until text not null
  ) ${end}`.execute(db);
  await sql`create table attempts (
    bucket text primary key,
    count integer not null,
    since text not null
  ) ${end}`.execute(db);
}

/** The tables as this migration finds them. */
interface Before {
  contributions: DecidedText & {
    id: string;
    status: string;
    sent: string;
    edited: string | null;
  };
  decisions: LedgerColumns & {
    number: number;
    contribution: string;
    verdict: LedgerEntry['as'];
    by_role: string;
    reason: LedgerEntry['reason'] | null;
    step: string | null;
    at: string;
  };
  ledger_head: HeadRow;
  salts: SaltRow;
}

async function takeIn(db: Kysely<Before>): Promise<void> {
  const decisions = await db
    .selectFrom('decisions')
    .select(['number', 'contribution', 'verdict', 'by_role', 'reason', 'step', 'at'])
    .orderBy('number')
    .execute();
  const salts = new Map<string, string>();
  let last: LedgerEntry | undefined;
  for (const [index, { number, contribution, ...taken }] of decisions.entries()) {
    const row = await db
      .selectFrom('contributions')
      .selectAll()
      .where('id', '=', contribution)
      .executeTakeFirstOrThrow();
    // Of a text that was changed or erased since, nothing is known any more.
    const isSame = row.status !== 'withdrawn' && (row.edited === null || row.edited <= taken.at);
    const salt = salts.get(contribution) ?? newSalt();
    if (isSame) salts.set(contribution, salt);
    const isOfEdit = row.edited !== null && row.edited <= taken.at;
    last = seal(
      {
        number: index + 1,
        id: contribution,
        as: taken.verdict,
        by: taken.by_role,
        ...(taken.reason === null || taken.reason === undefined ? {} : { reason: taken.reason }),
        ...(taken.step === null ? {} : { step: taken.step }),
        since: isOfEdit ? (row.edited ?? row.sent) : row.sent,
        at: taken.at,
        ...(isSame ? { text: toTextDigest(salt, row) } : {}),
      },
      last?.digest,
    );
    await db
      .updateTable('decisions')
      .set({
        position: last.number,
        since: last.since,
        text_digest: last.text ?? null,
        digest: last.digest,
      })
      .where('number', '=', number)
      .execute();
  }
  for (const [contribution, salt] of salts)
    await db.insertInto('salts').values({ contribution, salt }).execute();
  await db
    .insertInto('ledger_head')
    .values({ id: 1, count: decisions.length, digest: last?.digest ?? noDigest })
    .execute();
}
