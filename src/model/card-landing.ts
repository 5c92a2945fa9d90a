import { isDissent } from './contribution.ts';
import {
  findVersion,
  listChanged,
  toDigests,
  type CardRecord,
  type CardText,
} from './card-register.ts';
import type { Language } from './language.ts';
import { byAge } from './ladder.ts';
import type { Said, SaidContribution } from './said.ts';
import { toVersionId } from './short-link.ts';
import { listDissent } from './thread.ts';

/** A version of a card that may be on somebody’s table, held against what the card says now. */
export interface PrintView {
  /** Its place on the page, like `nl3`. */
  id: string;
  number: number;
  on: string;
  /** Whether it says what the card says now. */
  isSame: boolean;
  /** The parts that say something else now. */
  changed: string[];
  /** How many were heard since: those who see it differently, and others. */
  since: { noes: number; others: number };
}

/** What is known of a card in one language. */
export interface CardPrints {
  language: Language;
  /** Every version ever recorded, newest first. */
  prints: PrintView[];
  /** The newest version; nothing when the card was never recorded. */
  last?: { number: number; on: string };
  /** Whether the text of now is that version. */
  isRecorded: boolean;
}

/** Holds every print of a card against the text of now and what was said about it since. */
export function toCardPrints(
  record: CardRecord | undefined,
  now: CardText,
  said: readonly Said[],
): CardPrints {
  const { language } = now;
  const versions = record?.versions[language] ?? [];
  const digests = toDigests(now.parts);
  const published = said.filter((one) => one.state === 'published');
  const prints = versions.map(({ number, on, digests: printed }): PrintView => {
    const changed = listChanged(printed, digests);
    const since = published.filter((one) => isSince(one, on));
    const noes = since.filter(({ stance }) => isDissent(stance)).length;
    return {
      id: toVersionId({ language, version: number }),
      number,
      on,
      isSame: changed.length === 0,
      changed,
      since: { noes, others: since.length - noes },
    };
  });
  const last = versions.at(-1);
  return {
    language,
    prints: prints.reverse(),
    ...(last ? { last: { number: last.number, on: last.on } } : {}),
    isRecorded: findVersion(record, now) !== undefined,
  };
}

/** Every no about a card that is on the page: those that wait first, and then the newest, which the card cannot know. */
export const listCardNoes = (said: readonly Said[]): SaidContribution[] => {
  const isDone = ({ decisions }: SaidContribution) =>
    decisions.some(({ as }) => as === 'add' || as === 'below');
  return listDissent(said).sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || byAge(b, a));
};

/**
 * Whether something was said after a version was made. A version knows its day only: what a reader said that day may
 * well have come later, so it counts; an author’s own voice of that day came with the text.
 */
function isSince({ sent, isAuthor }: SaidContribution, on: string): boolean {
  const day = sent.slice(0, 10);
  return isAuthor ? day > on : day >= on;
}
