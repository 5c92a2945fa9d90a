import { Decision } from '../model/ruling.ts';
import type { Decider } from '../model/ledger.ts';
import { toWhole, type Subject } from '../model/subject.ts';
import { checkLedger, type LedgerProblem } from './chain.ts';
import type { Decided, DeskContribution, PendingContribution, Store } from './store.ts';

/** What somebody who decides can ask. A decision names the text that was read, by its version. */
export type DeskAsked =
  | { do: 'list' }
  | { do: 'verify' }
  | { do: 'show'; id: string }
  | { do: 'decide'; id: string; version: number; seen?: number; decision: Decision }
  | { do: 'undo'; id: string; seen?: number; by: string };

/** What they get; a refusal is a sentence that says what to do, and the name of what is the matter. */
export type DeskAnswer =
  | { ok: true; contributions: (PendingContribution | DeskContribution)[] }
  | {
      ok: true;
      decided: Decision['as'] | 'undo';
      subject: Subject;
      /** Whether the site is being rebuilt for it. */
      rebuilding?: boolean;
    }
  | { ok: true; ledger: { entries: number; head: string; problems: LedgerProblem[] } }
  | { ok: false; message: string; why?: DeskRefusal };

/** What is the matter when nothing was decided. */
export type DeskRefusal =
  Exclude<Decided['outcome'], 'decided'> | 'malformed' | 'no-step' | 'unreadable';

export interface DeskOptions {
  store: Pick<Store, 'listPending' | 'findToDecide' | 'decide' | 'undo' | 'readLedger'>;
  /** The ids of the steps of a case or practice, where they are known. */
  listSteps: (whole: Subject) => readonly string[] | undefined;
  now: () => Date;
}

/** A desk, and as what somebody sits at it: at the machine itself when left out. */
export type Desk = (asked: DeskAsked, account?: Decider) => Promise<DeskAnswer>;

/** The desk where contributions are read and decided about, whoever sits at it and however they came there. */
export function createDesk({ store, listSteps, now }: DeskOptions): Desk {
  return async (asked, account = 'terminal') => {
    if (asked.do === 'list') return { ok: true, contributions: await store.listPending() };
    if (asked.do === 'verify') return verify(store);
    const found = await store.findToDecide(asked.id);
    if (found === undefined) return refuse('unknown', asked.id);
    if (asked.do === 'show') return { ok: true, contributions: [found] };

    const { seen } = asked;
    if (asked.do === 'undo') {
      const { outcome } = await store.undo(asked.id, { at: now(), by: asked.by, seen, account });
      return outcome === 'decided'
        ? { ok: true, decided: 'undo', subject: found.subject }
        : refuse(outcome, asked.id, found.version);
    }
    const read = Decision.safeParse(asked.decision);
    if (!read.success) {
      const message = read.error.issues.map((issue) => issue.message).join(' ');
      return { ok: false, why: 'malformed', message };
    }
    const decision = read.data;
    const steps = listSteps(toWhole(found.subject)) ?? [];
    if (decision.as === 'add' && steps.length > 0 && !steps.includes(decision.step))
      return {
        ok: false,
        why: 'no-step',
        message: `${toWhole(found.subject)} has no step “${decision.step}”. Its steps are ${steps.join(', ')}.`,
      };
    const about = { at: now(), version: asked.version, seen, account };
    const { outcome } = await store.decide(asked.id, decision, about);
    return outcome === 'decided'
      ? { ok: true, decided: decision.as, subject: found.subject }
      : refuse(outcome, asked.id, found.version);
  };
}

/** Reads what came over a wire; nothing when it is no question of these. */
export function readDeskAsked(sent: unknown): DeskAsked | undefined {
  if (typeof sent !== 'object' || sent === null || !('do' in sent)) return undefined;
  if (sent.do === 'list') return { do: 'list' };
  if (sent.do === 'verify') return { do: 'verify' };
  if (!('id' in sent) || typeof sent.id !== 'string') return undefined;
  const { id } = sent;
  if (sent.do === 'show') return { do: 'show', id };
  if (sent.do === 'undo')
    return 'by' in sent && typeof sent.by === 'string'
      ? { do: 'undo', id, by: sent.by }
      : undefined;
  const isDecision =
    sent.do === 'decide' &&
    'version' in sent &&
    typeof sent.version === 'number' &&
    'decision' in sent;
  // What kind of decision it is, the desk itself looks at.
  return isDecision
    ? { do: 'decide', id, version: sent.version as number, decision: sent.decision as Decision }
    : undefined;
}

async function verify(store: Pick<Store, 'readLedger'>): Promise<DeskAnswer> {
  const ledger = await store.readLedger();
  const problems = checkLedger(ledger);
  return {
    ok: true,
    ledger: { entries: ledger.entries.length, head: ledger.head.digest, problems },
  };
}

const refuse = (
  why: Exclude<Decided['outcome'], 'decided'>,
  id: string,
  version = 1,
): DeskAnswer => ({ ok: false, why, message: toRefusal(why, id, version) });

function toRefusal(
  outcome: Exclude<Decided['outcome'], 'decided'>,
  id: string,
  version: number,
): string {
  switch (outcome) {
    case 'unknown':
    case 'gone':
      return `There is no contribution ${id}, or its writer took it back. “list” shows what waits.`;
    case 'changed':
      return `Its writer changed the text: this is version ${version} now. Read it with “show ${id}”, then decide about ${id}@${version}.`;
    case 'misplaced':
      return 'Only a no that is published can be added or go under the waterline. Publish it first.';
    case 'overtaken':
      return `Somebody else decided about ${id} meanwhile. Look at it with “show ${id}”.`;
    case 'too-late':
      return `There is nothing to undo about ${id}: a decision can be undone for ten minutes. Decide anew instead.`;
  }
}
