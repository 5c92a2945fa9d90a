import type { Language } from './language.ts';
import { rungs } from './ladder.ts';
import type { Said, SaidContribution } from './said.ts';
import { toSummary } from './spoken-text.ts';
import type { Subject } from './subject.ts';
import { toThread, type Voice } from './thread.ts';

/** The no that a card carries on its back. */
export interface CardNo {
  id: string;
  /** Where it was said: the subject of the card, or a step of a case that uses the practice. */
  subject: Subject;
  /** What it says: whole sentences, as far as they fit. */
  text: string;
  /** What it needs to come along. */
  needs?: string;
  language: Language;
}

/**
 * The no that weighs most: the one that came furthest on the ladder, then one that says what it needs, then the one
 * that waits longest. Nothing is counted, so one voice is as good as ten.
 */
export function findStrongestNo(subject: Subject, said: readonly Said[]): CardNo | undefined {
  // How far it came does not depend on the day, and how many days it waits is not looked at.
  const [strongest] = toThread(subject, said, new Date(0))
    .dissents.filter(({ ladder }) => ladder?.open)
    .sort((a, b) => toWeight(b) - toWeight(a));
  return strongest?.said.state === 'published' ? toCardNo(strongest.said) : undefined;
}

const toWeight = ({ ladder, said }: Voice): number =>
  2 * rungs.indexOf(ladder?.rung ?? 'found') +
  Number(said.state === 'published' && said.needs !== undefined);

const toCardNo = ({ id, subject, html, needs, language }: SaidContribution): CardNo => ({
  id,
  subject,
  text: toSummary(html, mostText),
  ...(needs === undefined ? {} : { needs }),
  language,
});

/** So much of it stands on a card; the rest is one scan away. */
const mostText = 150;
