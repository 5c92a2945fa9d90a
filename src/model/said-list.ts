import { z } from 'zod';
import type { Said } from './said.ts';
import { Subject } from './subject.ts';

/** Everything that was ever published, as a built site remembers it: by id, what it is about. */
export const SaidList = z.record(z.string(), Subject);
export type SaidList = z.infer<typeof SaidList>;

/** Where the list stands in a built site. */
export const saidListPath = '/bijdragen/lijst.json';

/** What a site built from this will remember. */
export const toSaidList = (said: readonly Said[]): SaidList =>
  Object.fromEntries(said.map(({ id, subject }) => [id, subject]));

/**
 * What the last good build showed and nobody knows any more. A contribution that was published once never goes without
 * a trace: it stays, or leaves a tombstone. So these were lost.
 */
export function findLost(remembered: SaidList, said: readonly Said[]): SaidList {
  const known = new Set(said.map(({ id }) => id));
  return Object.fromEntries(Object.entries(remembered).filter(([id]) => !known.has(id)));
}
