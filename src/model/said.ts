import type { KeptStance } from './contribution.ts';
import type { Language } from './language.ts';
import type { DeclineReason, TakenDecision } from './ruling.ts';
import type { Subject } from './subject.ts';

/** What every contribution of a reader keeps for ever once it was published. */
interface SaidOnce {
  id: string;
  subject: Subject;
  language: Language;
  stance: KeptStance;
  /** When it was sent, as an ISO date and time in UTC. */
  sent: string;
  /** The contribution it recognises or answers. */
  to?: string;
}

/** What was answered: the passage as it was then. */
export interface Answered {
  /** Digest of the passage, as the compiler made it. */
  digest: string;
  /** The text of the passage. */
  text: string;
  /** The sentence in it that was answered. */
  sentence?: string;
}

/** A reader’s contribution as pages, feeds and search show it. An e-mail address is no part of it. */
export interface SaidContribution extends SaidOnce {
  state: 'published';
  /** Safe HTML: paragraphs and the tags a reader may use. */
  html: string;
  /** What the writer needs to come along. */
  needs?: string;
  /** The id of the role it was said from; of an author’s voice, the role in words. */
  role?: string;
  name?: string;
  answered?: Answered;
  /** Written in the case itself by its author, and not kept in a store. */
  isAuthor?: true;
  /** When it was last changed by its writer. */
  edited?: string;
  /** What was decided about it, oldest first. */
  decisions: readonly TakenDecision[];
}

/** What stays where a published contribution was: that it stood there, since when not, and why. Never its words. */
export interface Tombstone extends SaidOnce {
  state: 'gone';
  /** Taken back by its writer, taken away by the handbook, changed and being read again, or read again by the handbook. */
  why: 'withdrawn' | 'declined' | 'edited' | 'reread';
  /** Since when, as an ISO date and time in UTC. */
  since: string;
  /** The reason it was taken away for. */
  reason?: DeclineReason;
  /** The role that took it away. */
  by?: string;
}

/** Everything that was ever published about the handbook. */
export type Said = SaidContribution | Tombstone;
