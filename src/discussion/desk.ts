import { Decision } from '../model/ruling.ts';
import { toWhole, type Subject } from '../model/subject.ts';
import type { Decided, PendingContribution, Store } from './store.ts';

/** What somebody who decides can ask. A decision names the text that was read, by its version. */
export type DeskAsked =
  | { do: 'list' }
  | { do: 'show'; id: string }
  | { do: 'decide'; id: string; version: number; decision: Decision };

/** What they get; a refusal is a sentence that says what to do. */
export type DeskAnswer =
  | { ok: true; contributions: PendingContribution[] }
  | {
      ok: true;
      decided: Decision['as'];
      subject: Subject;
      /** Whether the site is being rebuilt for it. */
      rebuilding?: boolean;
    }
  | { ok: false; message: string };

export interface DeskOptions {
  store: Pick<Store, 'listPending' | 'findToDecide' | 'decide'>;
  /** The ids of the steps of a case or practice, where they are known. */
  listSteps: (whole: Subject) => readonly string[] | undefined;
  now: () => Date;
}

export type Desk = (asked: DeskAsked) => Promise<DeskAnswer>;

/** The desk where contributions are read and decided about, whoever sits at it and however they came there. */
export function createDesk({ store, listSteps, now }: DeskOptions): Desk {
  return async (asked) => {
    if (asked.do === 'list') return { ok: true, contributions: await store.listPending() };
    const found = await store.findToDecide(asked.id);
    if (found === undefined) return refuse(toRefusal('unknown', asked.id));
    if (asked.do === 'show') return { ok: true, contributions: [found] };

    const read = Decision.safeParse(asked.decision);
    if (!read.success) return refuse(read.error.issues.map(({ message }) => message).join(' '));
    const decision = read.data;
    const steps = listSteps(toWhole(found.subject)) ?? [];
    if (decision.as === 'add' && steps.length > 0 && !steps.includes(decision.step))
      return refuse(
        `${toWhole(found.subject)} has no step “${decision.step}”. Its steps are ${steps.join(', ')}.`,
      );
    const { version } = asked;
    const { outcome } = await store.decide(asked.id, decision, { at: now(), version });
    return outcome === 'decided'
      ? { ok: true, decided: decision.as, subject: found.subject }
      : refuse(toRefusal(outcome, asked.id, found.version));
  };
}

/** Reads what came over a wire; nothing when it is no question of these. */
export function readDeskAsked(sent: unknown): DeskAsked | undefined {
  if (typeof sent !== 'object' || sent === null || !('do' in sent)) return undefined;
  if (sent.do === 'list') return { do: 'list' };
  if (!('id' in sent) || typeof sent.id !== 'string') return undefined;
  if (sent.do === 'show') return { do: 'show', id: sent.id };
  const isDecision =
    sent.do === 'decide' &&
    'version' in sent &&
    typeof sent.version === 'number' &&
    'decision' in sent;
  // What kind of decision it is, the desk itself looks at.
  return isDecision
    ? {
        do: 'decide',
        id: sent.id,
        version: sent.version as number,
        decision: sent.decision as Decision,
      }
    : undefined;
}

const refuse = (message: string): DeskAnswer => ({ ok: false, message });

function toRefusal(
  outcome: Exclude<Decided['outcome'], 'decided'>,
  id: string,
  version = 1,
): string {
  switch (outcome) {
    case 'unknown':
    case 'gone':
      return `There is no contribution ${id}, or its writer took it back. “list” shows what waits.`;
    case 'changed':
      return `Its writer changed the text: this is version ${version} now. Read it with “show ${id}”, then decide about ${id}@${version}.`;
    case 'misplaced':
      return 'Only a no that is published can be added or go under the waterline. Publish it first.';
  }
}
