import { isSameTalk, toSending, toTried, type TalkDraft } from '../model/own-talk.ts';
import type { Desk } from './desk.ts';
import { newKey } from './talk-draft.ts';
import { sendTo, type Sent } from './talk-send.ts';

/** What came of a draft; the draft as it was sent when it arrived. */
export type Delivered = Sent & { draft?: TalkDraft };

/** Sends a draft until it is clear what came of these words, and not of earlier ones with the same key. */
export async function deliver(
  desk: Desk<TalkDraft>,
  speak: string,
  said: string,
): Promise<Delivered> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const { tried } = desk.value;
    const draft = toTried(desk.value);
    desk.change(draft);
    const outcome = await sendTo(speak, toSending(draft));
    if (outcome.kind === 'wrong' && outcome.problems.some(({ field }) => field === 'key')) {
      renew(desk);
      continue;
    }
    // What was refused did not arrive; only an earlier try may have.
    if (outcome.kind === 'wrong' && !tried) desk.change(withoutTried(desk.value));
    if (outcome.kind !== 'kept') return outcome;
    const { own, again } = outcome;
    const isOther = again && !isSameTalk(draft.tried ?? {}, draft.fields);
    if (!isOther && own.status !== 'withdrawn') return { ...outcome, draft };
    // Earlier words arrived after all, and these were written after them: those are taken back, and these are sent.
    if (own.status !== 'withdrawn') {
      const taken = await sendTo(said, { do: 'withdraw', code: own.code });
      if (taken.kind === 'failed') return taken;
    }
    renew(desk);
  }
  return { kind: 'failed', why: 'odd' };
}

/** Gives a draft another key: from now on it is another contribution. */
export function renew(desk: Desk<TalkDraft>): void {
  desk.change({ ...withoutTried(desk.value), key: newKey() });
}

/** Keys that are refused, and words that came after others: more turns than that lead nowhere. */
const mostTurns = 4;

const withoutTried = ({ key, fields }: TalkDraft): TalkDraft => ({ key, fields });
