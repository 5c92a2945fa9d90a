import type { Answered } from './said.ts';

/** A passage as the handbook has it now. */
export interface Passage {
  /** Digest of its text, made the same way as when it was answered. */
  digest: string;
  text: string;
}

/** How what was answered stands towards the text as it is now. */
export type Anchoring =
  | { state: 'same' }
  | {
      state: 'changed';
      /** The words that were answered. */
      was: string;
      /** The words that are there now: the sentence most like it, or the whole passage. */
      is: string;
      /** Whether the sentence itself is still there, and only other words changed. */
      stands: boolean;
    }
  | { state: 'gone'; was: string };

/** Compares what a contribution answered with the passage as it is now; no passage means that its step is gone. */
export function toAnchoring(answered: Answered, now: Passage | undefined): Anchoring {
  const was = answered.sentence ?? answered.text;
  if (now === undefined) return { state: 'gone', was };
  const { sentence } = answered;
  const stands = sentence === undefined || toPlain(now.text).includes(toPlain(sentence));
  // Somebody may have answered a page that was older than the text it was kept with.
  if (now.digest === answered.digest && stands) return { state: 'same' };
  if (sentence === undefined) return { state: 'changed', was, is: now.text, stands: false };
  if (stands) return { state: 'changed', was, is: sentence, stands };
  return { state: 'changed', was, is: findLikeness(sentence, now.text) ?? now.text, stands };
}

const toPlain = (text: string): string => text.normalize().replaceAll(/\s+/g, ' ').trim();

/** The sentence that shares most words with another one, when that is at least a third of them. */
function findLikeness(sentence: string, text: string): string | undefined {
  const sentences = toPlain(text).match(/[^.!?]+[.!?]*["”’)]*/g) ?? [];
  const wanted = toWords(sentence);
  let best: { text: string; share: number } | undefined;
  for (const candidate of sentences) {
    const found = toWords(candidate);
    const shared = [...wanted].filter((word) => found.has(word)).length;
    const share = (2 * shared) / (wanted.size + found.size || 1);
    if (share > (best?.share ?? 1 / 3)) best = { text: candidate.trim(), share };
  }
  return best?.text;
}

const toWords = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
