import type { ContributionDraft, FieldProblem, Revision } from '../model/draft.ts';
import type { Answered, Said } from '../model/said.ts';
import type { Decision, DeclineReason } from '../model/ruling.ts';
import type { Language } from '../model/language.ts';
import type { KeptStance } from '../model/contribution.ts';
import type { Subject } from '../model/subject.ts';
import type { Decider, Verdict } from '../model/ledger.ts';
import type { AccountStore } from './account-store.ts';
import type { TakingStore } from './carry/elsewhere.ts';
import type { CarryingStore } from './carry/table.ts';
import type { LedgerReading } from './chain.ts';

/** How long a decision can be undone, in minutes. */
export const undoMinutes = 10;

/** How long a writer may change what was sent, in minutes. Taking it back can be done at any time. */
export const editMinutes = 15;

/** Where a contribution is: read by nobody yet, on the page, not published (any more), or taken back. */
export const statuses = ['pending', 'published', 'declined', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** Words in both forms: as they were written, and as a page may show them. */
export interface Cleaned {
  html: string;
  /** Name and version of what made the HTML, so that a better one can do it again from the raw words. */
  cleaner: string;
}

/** A contribution to keep. Its id, code and moment come from outside: a store has no clock and no dice. */
export interface NewContribution extends Cleaned {
  id: string;
  /** The reference code of its writer; only a digest of it is kept. */
  code: string;
  draft: ContributionDraft;
  answered?: Answered | undefined;
  /** The ids of the author’s own voices about the same thing: these can be answered, though no store holds them. */
  voices?: readonly string[] | undefined;
  at: Date;
}

/** A contribution as its own writer may see it, at any time. */
export interface OwnContribution {
  id: string;
  status: Status;
  subject: Subject;
  language: Language;
  stance: KeptStance;
  sent: string;
  /** Until when the words may be changed. */
  editableUntil: string;
  /** The raw words; empty once taken back. */
  words: string;
  html: string;
  needs?: string;
  role?: string;
  name?: string;
  on?: string;
  to?: string;
  edited?: string;
  /** Why it was declined. */
  reason?: DeclineReason;
}

/** A contribution as a moderator sees it before anybody else does. */
export interface PendingContribution extends OwnContribution {
  /** Which text of it this is: a decision names the one that was read. */
  version: number;
  /** Whether it was on the page before its writer changed it. */
  wasPublished: boolean;
}

/** A contribution as it is decided about: beside the passage it answers, and what was decided before. */
export interface DeskContribution extends PendingContribution {
  answered?: Answered;
  /** How many decisions there were about it: whoever decides names the number that was seen. */
  rulings: number;
}

/** A decision that stands, and may still be undone. */
export interface RecentRuling {
  id: string;
  subject: Subject;
  stance: KeptStance;
  as: Exclude<Verdict, 'undo'>;
  at: string;
  rulings: number;
}

/** `known`: this key was sent before, and this is what was kept then. */
export type Added =
  | { outcome: 'added' | 'known'; own: OwnContribution }
  | { outcome: 'refused'; problem: FieldProblem };

/** What came of a change by the writer. */
export type Changed =
  { outcome: 'changed'; own: OwnContribution } | { outcome: 'unknown' | 'too-late' | 'gone' };

/**
 * What came of a decision. `changed`: its writer changed the text since it was read, so nothing was decided.
 * `misplaced`: only a published no is added or goes under the waterline. `overtaken`: somebody else decided meanwhile.
 * `too-late`: there is nothing to undo, or not any more.
 */
export type Decided =
  | { outcome: 'decided'; status: Status }
  | { outcome: 'unknown' | 'gone' | 'changed' | 'misplaced' | 'overtaken' | 'too-late' };

/** About which text somebody decides, when, and as whom. */
export interface Deciding {
  at: Date;
  version: number;
  /** How many decisions they saw; whatever there were when left out. */
  seen?: number | undefined;
  /** At the machine itself when left out. */
  account?: Decider | undefined;
}

/**
 * Where contributions are kept. A promise that is kept means that the change is on disk;
 * one that is broken, with a `StoreError`, means that nothing of it is.
 */
export interface Store {
  /** Keeps a contribution, pending; sending the same key again changes nothing and gives the first answer. */
  add: (contribution: NewContribution) => Promise<Added>;
  /** What its writer may see of a contribution, by reference code. */
  findOwn: (code: string) => Promise<OwnContribution | undefined>;
  /** Changes the words within the time for it; they are pending again, and until then nobody sees them. */
  revise: (code: string, change: Revision & Cleaned & { at: Date }) => Promise<Changed>;
  /** Takes a contribution back: words, name, role and e-mail address are erased, a tombstone may stay. */
  withdraw: (code: string, at: Date) => Promise<Changed>;
  /** Decides about a contribution, and writes down that it was decided. */
  decide: (id: string, decision: Decision, about: Deciding) => Promise<Decided>;
  /** Takes back the last decision that stands, within the time for it; that is written down too. */
  undo: (id: string, about: Omit<Deciding, 'version'> & { by: string }) => Promise<Decided>;
  /** What waits, or what is published, as it is decided about; oldest first. */
  listToDecide: (status: 'pending' | 'published') => Promise<DeskContribution[]>;
  /** The decisions since then that stand, the last one first. */
  listRecent: (since: Date) => Promise<RecentRuling[]>;
  /** Everything that was ever published, in order of sending, with tombstones for what is gone. */
  listSaid: () => Promise<Said[]>;
  /** Everything that was ever decided, and what it takes to check it. */
  readLedger: () => Promise<LedgerReading>;
  /** Who may decide. */
  accounts: AccountStore;
  /** What waits for a decision, oldest first. */
  listPending: () => Promise<PendingContribution[]>;
  /** A contribution as somebody who decides sees it, wherever it is; nothing when its writer took it back. */
  findToDecide: (id: string) => Promise<DeskContribution | undefined>;
  /** The e-mail address of a writer, to write to them; nothing for publication ever asks for it. */
  findEmail: (id: string) => Promise<string | undefined>;
  /** Finishes what was asked and lets go of the database. */
  close: () => Promise<void>;
}

/** A store as its database opens it: everything in it can also be carried elsewhere, and what is elsewhere taken over. */
export type OpenedStore = Store & CarryingStore & TakingStore;

/** The part of a store that only reads: for the build, and to carry everything elsewhere. */
export type ReadingStore = Pick<OpenedStore, 'listSaid' | 'readLedger' | 'exportAll' | 'close'>;

/** Why a store cannot be opened, or cannot keep something. The message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly why:
    | 'missing'
    | 'exists'
    | 'empty'
    | 'foreign'
    | 'damaged'
    | 'newer'
    | 'in-use'
    | 'full'
    | 'read-only'
    | 'away';

  constructor(why: StoreError['why'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}
