import { byAge, byTurn } from './ladder.ts';
import type { Said, SaidContribution, Tombstone } from './said.ts';
import { toWhole, type Subject } from './subject.ts';
import { toThread, type Voice } from './thread.ts';

/** Everything said about a case or practice and its steps, as one conversation. */
export interface WholeThread {
  /** Every no: open first, then oldest; what is gone comes last. */
  dissents: Voice[];
  /** What agrees and answers nothing else, oldest first. */
  others: Voice[];
}

/**
 * Gathers the threads of a case or practice: of the whole, of its steps, and of steps that are no longer there, so that
 * nothing that was ever published goes without a trace.
 */
export function toWholeThread(whole: Subject, said: readonly Said[], now: Date): WholeThread {
  const here = Map.groupBy(
    said.filter(({ subject }) => toWhole(subject) === whole),
    ({ subject }) => subject,
  );
  const threads = [...here].map(([subject, about]) => toThread(subject, about, now));
  return {
    dissents: threads.flatMap(({ dissents }) => dissents).sort(byPlace),
    others: threads.flatMap(({ others }) => others).sort((a, b) => byAge(a.said, b.said)),
  };
}

/** What is there before what is gone; then by turn, as in a single thread. */
function byPlace({ said: a }: Voice, { said: b }: Voice): number {
  if (isThere(a) && isThere(b)) return byTurn(a, b);
  if (isThere(a) !== isThere(b)) return isThere(a) ? -1 : 1;
  return byAge(a, b);
}

/** Whether a contribution is on the page, and not taken back or away. */
export const isThere = (said: SaidContribution | Tombstone): said is SaidContribution =>
  said.state === 'published';
