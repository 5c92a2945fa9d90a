import { isDissent } from './contribution.ts';
import type { SaidContribution } from './said.ts';
import type { TakenDecision } from './ruling.ts';

/** The ladder of a no, after the steps of the method: found, spread, coming along, and what came of it. */
export const rungs = ['found', 'spread', 'coming-along', 'added', 'below'] as const;
export type Rung = (typeof rungs)[number];

/** Where a no stands. */
export interface Ladder {
  rung: Rung;
  /** Whether it still waits for an answer. */
  open: boolean;
  /** How many whole days it is, or was, open. */
  days: number;
  /** Open for as many days as is too long. */
  late: boolean;
  /** The step that changed thanks to it. */
  step?: string;
}

/** From how many open days a no is flagged. */
export const lateDays = 30;

/**
 * Where a no stands, from facts alone: others recognised it in their own words (spread), it said what it needs
 * besides (coming along), and what was decided. Nothing is counted: one other voice is as good as ten.
 */
export function toLadder(
  no: SaidContribution,
  recognitions: readonly SaidContribution[],
  now: Date,
): Ladder {
  const outcome = findOutcome(no.decisions);
  const since = Date.parse(no.sent);
  const until = outcome ? Date.parse(outcome.at) : now.getTime();
  const days = Math.max(0, Math.floor((until - since) / 86_400_000));
  if (outcome?.as === 'add')
    return { rung: 'added', open: false, days, late: false, step: outcome.step };
  if (outcome) return { rung: 'below', open: false, days, late: false };
  const isSpread = recognitions.some((voice) => isSpreading(no, voice));
  const rung = !isSpread ? 'found' : no.needs === undefined ? 'spread' : 'coming-along';
  return { rung, open: true, days, late: days >= lateDays };
}

/** Whether a recognition spreads a no: somebody else’s, with words of their own. */
export function isSpreading(no: SaidContribution, voice: SaidContribution): boolean {
  if (voice.stance !== 'recognition' || voice.to !== no.id || voice.id === no.id) return false;
  // Roles are shared by many, a name is not; nothing else of a writer is known.
  const isSame = no.name !== undefined && voice.name?.toLowerCase() === no.name.toLowerCase();
  if (isSame) return false;
  const words = toOwnWords(voice.html);
  return words.length > 0 && words.join(' ') !== toOwnWords(no.html).join(' ');
}

/** Whether a contribution is a no that still waits. */
export const isOpen = (said: SaidContribution): boolean =>
  isDissent(said.stance) && findOutcome(said.decisions) === undefined;

/**
 * Open dissent first, then the oldest. Never by how many agree.
 * Two of one moment go by id, so that the order is the same everywhere.
 */
export const byTurn = (a: SaidContribution, b: SaidContribution): number =>
  Number(isOpen(b)) - Number(isOpen(a)) || byAge(a, b);

/** Oldest first. */
export const byAge = (a: { sent: string; id: string }, b: { sent: string; id: string }): number =>
  compare(a.sent, b.sent) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What came of a no: the last decision about that, unless it never came to one. */
function findOutcome(
  decisions: readonly TakenDecision[],
): Extract<TakenDecision, { as: 'add' | 'below' }> | undefined {
  const outcomes = decisions.filter(({ as }) => as === 'add' || as === 'below');
  return outcomes.at(-1) as Extract<TakenDecision, { as: 'add' | 'below' }> | undefined;
}

/** What is left of a text without its tags and without the sentence everybody recognises with. */
function toOwnWords(html: string): string[] {
  const text = html.replaceAll(/<[^>]*>/g, ' ').toLowerCase();
  const own = text.replaceAll(
    /\b(ik herken dit|i recognise this|i recognize this)\b( (deels|helemaal|een beetje|partly|a little))?/g,
    ' ',
  );
  return own.match(/[\p{L}\p{N}]+/gu) ?? [];
}
