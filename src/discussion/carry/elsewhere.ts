import { hash } from 'node:crypto';
import type { Language } from '../../model/language.ts';
import type { Subject } from '../../model/subject.ts';

/** A comment as another system kept it. No address of a machine is ever read into it. */
export interface ForeignComment {
  /** The system and the site it comes from: with its own id that makes an id that is the same every time. */
  site: string;
  id: string;
  /** The comment it answers. */
  parent?: string;
  /** The page it stood on. */
  page: ForeignPage;
  /** Whether it was shown there. */
  isShown: boolean;
  name?: string;
  email?: string;
  /** The words as a reader would have typed them here. */
  words: string;
  at: Date;
  /** Where it stands in the file; of a database, its number. */
  place: string;
}

/** A page of elsewhere that was spoken about. */
export interface ForeignPage {
  /** Its address, as the file has it. */
  address: string;
  title: string;
  /** The last part of its address, when the file names it apart. */
  slug?: string;
}

/** A text of elsewhere. */
export interface ForeignPost extends ForeignPage {
  id: string;
  html: string;
  summary?: string;
  /** The day it was published there. */
  published?: string;
  topics: string[];
  /** What should be known before it is published here: it was private, or had a password. */
  notes: string[];
  line: number;
}

/** A comment of elsewhere as it is kept here: without a stance, since nobody there was asked for one. */
export interface TakenOver {
  id: string;
  subject: Subject;
  language: Language;
  words: string;
  html: string;
  cleaner: string;
  name?: string;
  role?: string;
  email?: string;
  /** The contribution it answers. */
  to?: string;
  sent: Date;
  /** Whether it goes on the page at once. */
  publish: boolean;
}

/** What became of everything that was taken over. */
export interface TakenOverCounts {
  /** New here, and waiting for a decision. */
  waiting: number;
  /** New here, and on the page. */
  published: number;
  /** Taken over before; whatever became of it here stays. */
  known: number;
}

/** The part of a store that takes over what was said elsewhere. */
export interface TakingStore {
  /** Keeps all of these, or none; what is published is so by a decision of that role, at that moment. */
  takeOver: (all: readonly TakenOver[], by: { role: string; at: Date }) => Promise<TakenOverCounts>;
}

/** Something that was left out, and why; how often and where is told in the report. */
export interface LeftOut {
  why: string;
  place: string;
}

/** What a file holds, a piece at a time. */
export type Foreign =
  | { kind: 'post'; post: ForeignPost }
  | { kind: 'comment'; comment: ForeignComment }
  | { kind: 'left-out'; leftOut: LeftOut }
  /** Something that was read otherwise than it was written. */
  | { kind: 'changed'; what: string };

/**
 * The id of a comment of elsewhere: the same whenever it is taken over, so that taking it over twice is once.
 * @example toForeignId('wordpress voorbeeld.nl', '12') // => 'r-7kq3m…'
 */
export function toForeignId(site: string, id: string): string {
  const digest = hash('sha256', JSON.stringify(['comment of elsewhere', site, id]));
  return `r-${BigInt(`0x${digest.slice(0, 32)}`)
    .toString(36)
    .padStart(25, '0')
    .slice(-20)}`;
}

/** A site by what stays the same of its address. @example toSite('https://www.Voorbeeld.nl/blog/') // => 'voorbeeld.nl/blog' */
export const toSite = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
