import type { FieldProblem } from '../model/draft.ts';
import { toOwnTalk, type OwnTalk } from '../model/own-talk.ts';
import type { TalkSays } from './talk-words.ts';

/** Why nothing came of sending. */
export type Why = keyof TalkSays['failed']['why'];

/** What came of sending something to the discussion. */
export type Sent =
  | { kind: 'kept'; own: OwnTalk; again: boolean }
  | { kind: 'wrong'; problems: readonly FieldProblem[] }
  | { kind: 'refused'; refusal: string }
  | { kind: 'failed'; why: Why };

/** How long an answer may take, in milliseconds. */
const patience = 20_000;

/** Sends fields to a door of the discussion. Whatever happens on the way is an answer, not an exception. */
export async function sendTo(address: string, fields: object): Promise<Sent> {
  const waiting = new AbortController();
  const timer = setTimeout(() => {
    waiting.abort();
  }, patience);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(fields),
      signal: waiting.signal,
    });
    const text = await answer.text();
    return readAnswer(text) ?? { kind: 'failed', why: toWhy(answer.status) };
  } catch {
    const why = waiting.signal.aborted ? 'slow' : navigator.onLine ? 'away' : 'offline';
    return { kind: 'failed', why };
  } finally {
    clearTimeout(timer);
  }
}

/** A server of files refuses whatever is sent to it; one in between may answer anything. */
const toWhy = (status: number): Why =>
  [404, 405, 501].includes(status) ? 'closed' : status >= 500 ? 'server' : 'odd';

function readAnswer(text: string): Sent | undefined {
  try {
    const { code, own, again, problems, refusal } = JSON.parse(text) as Record<string, unknown>;
    const kept = toOwnTalk(code, own);
    if (kept) return { kind: 'kept', own: kept, again: again === true };
    if (typeof refusal === 'string') return { kind: 'refused', refusal };
    if (!Array.isArray(problems)) return undefined;
    const wrong = problems as readonly FieldProblem[];
    return wrong.some(({ problem }) => problem === 'not-kept')
      ? { kind: 'failed', why: 'server' }
      : { kind: 'wrong', problems: wrong };
  } catch {
    return undefined;
  }
}
