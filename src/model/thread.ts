import { isDissent } from './contribution.ts';
import { byAge, byTurn, toLadder, type Ladder } from './ladder.ts';
import type { Said, SaidContribution, Tombstone } from './said.ts';
import { toWhole, type Subject } from './subject.ts';

/** How many answers deep a conversation goes below what it began with. */
export const mostDepth = 2;

/** One voice, and the voices that go with it. */
export interface Voice {
  said: Said;
  /** Where it stands, for dissent. */
  ladder?: Ladder;
  /** Recognitions of it, oldest first: for dissent, the voices that spread it. */
  recognitions: Voice[];
  /** Other answers to it, oldest first. */
  answers: Voice[];
}

/** The published contributions on one subject. */
export interface Thread {
  subject: Subject;
  /** Every no, each in a place of its own, also one that answers something: open first, then oldest. */
  dissents: Voice[];
  /** Recognitions and confirmations that answer nothing else, oldest first. */
  others: Voice[];
}

/**
 * Puts what was said about a subject in its place. The subject of a whole, like `cases/sla`, does not gather what is
 * said about its steps: `listThreads` gives those.
 */
export function toThread(subject: Subject, said: readonly Said[], now: Date): Thread {
  const here = said.filter((one) => one.subject === subject);
  const places = new Map(here.map((one) => [one.id, one]));
  const under = Map.groupBy(here, (one) => toParent(one, places));
  const toVoice = (one: Said): Voice => {
    const voices = [...(under.get(one.id) ?? [])].sort(byAge);
    const isRecognition = (other: Said) => other.stance === 'recognition';
    return {
      said: one,
      ...(isNo(one) ? { ladder: toLadder(one, voices.filter(isSaid), now) } : {}),
      recognitions: voices.filter(isRecognition).map(toVoice),
      answers: voices.filter((other) => !isRecognition(other)).map(toVoice),
    };
  };
  const [dissents, others] = split(under.get(undefined) ?? [], (one) => isDissent(one.stance));
  return {
    subject,
    dissents: [
      ...dissents.filter(isSaid).sort(byTurn),
      // What is gone waits for nobody.
      ...dissents.filter(isGone).sort(byAge),
    ].map(toVoice),
    others: others.sort(byAge).map(toVoice),
  };
}

/**
 * Under which voice one stands: the one it answers, or the deepest above that which may still have answers.
 * Dissent stands under nothing, and so does what answers something that is not here, or answers in a circle.
 */
function toParent(one: Said, places: ReadonlyMap<string, Said>): string | undefined {
  const above: string[] = [];
  let at: Said | undefined = one;
  while (at !== undefined && !isDissent(at.stance) && at.to !== undefined && places.has(at.to)) {
    if (at.to === one.id || above.includes(at.to)) return undefined;
    above.push(at.to);
    at = places.get(at.to);
  }
  return above[Math.max(0, above.length - mostDepth)];
}

/** The threads of a case or practice: that of the whole first, then those of its steps in the order given. */
export function listThreads(
  whole: Subject,
  steps: readonly string[],
  said: readonly Said[],
  now: Date,
): Thread[] {
  return [whole, ...steps.map((step) => `${whole}#${step}`)]
    .map((subject) => toThread(subject, said, now))
    .filter(({ dissents, others }) => dissents.length + others.length > 0);
}

/** Contributions on steps that are no longer there, to be shown with the whole and a note. */
export const findOrphans = (
  whole: Subject,
  steps: readonly string[],
  said: readonly Said[],
): Said[] =>
  said.filter(
    ({ subject }) =>
      toWhole(subject) === whole &&
      subject !== whole &&
      !steps.includes(subject.slice(whole.length + 1)),
  );

/** Every no that is on the page, in the order given. */
export const listDissent = (said: readonly Said[]): SaidContribution[] => said.filter(isNo);

/** Every no still waiting, oldest first. */
export const listOpenDissent = (said: readonly Said[]): SaidContribution[] =>
  said.filter(isNo).filter(isWaiting).sort(byAge);

const isSaid = (one: Said): one is SaidContribution => one.state === 'published';
const isGone = (one: Said): one is Tombstone => one.state === 'gone';
const isNo = (one: Said): one is SaidContribution => isSaid(one) && isDissent(one.stance);
const isWaiting = (one: SaidContribution): boolean =>
  !one.decisions.some(({ as }) => as === 'add' || as === 'below');

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
