import { hash } from 'node:crypto';
import {
  noDigest,
  toCanonical,
  toStanding,
  type LedgerEntry,
  type PublicLedger,
} from '../model/ledger.ts';
import type { Said } from '../model/said.ts';

/** The ledger as a store keeps it, with what it takes to check it. */
export interface LedgerReading {
  /** Everything that was ever published, as it was at the same moment. */
  said: Said[];
  entries: LedgerEntry[];
  /** How many entries there must be, and the digest of the last one; kept apart, so that a missing end is noticed. */
  head: { count: number; digest: string };
  /** The digest of each text that is published now, by id, made from the words as they are now. */
  texts: Readonly<Record<string, string>>;
}

/** What is wrong with a ledger. */
export type LedgerProblem =
  /** This entry is not what it was, or another one stood before it. */
  | { problem: 'broken'; number: number }
  /** Entries at the end are gone. */
  | { problem: 'cut-off'; number: number }
  /** This entry was another one, or was there, when the last site was built. */
  | { problem: 'rewritten'; number: number }
  /** This was published, and is gone without a tombstone. */
  | { problem: 'vanished'; id: string }
  /** This is on the page, and nobody decided that. */
  | { problem: 'undecided'; id: string }
  /** The words are not those that were decided about. */
  | { problem: 'other-words'; id: string };

/** The digest of an entry. */
export const toEntryDigest = (entry: Omit<LedgerEntry, 'digest'>, previous: string): string =>
  hash('sha256', toCanonical(entry, previous));

/** Adds the digest to an entry that comes after another one. */
export const seal = (entry: Omit<LedgerEntry, 'digest'>, previous = noDigest): LedgerEntry => ({
  ...entry,
  digest: toEntryDigest(entry, previous),
});

/** The first entry that is not what it was, or does not follow the one before it; nothing when all are whole. */
export function findBreak(entries: readonly LedgerEntry[]): number | undefined {
  const at = entries.findIndex((entry, index) => {
    const previous = entries[index - 1]?.digest ?? noDigest;
    return entry.number !== index + 1 || entry.digest !== toEntryDigest(entry, previous);
  });
  return at === -1 ? undefined : at + 1;
}

/** Everything that is wrong with a ledger, by itself, beside what is published, and beside what the last site showed. */
export function checkLedger(
  { entries, head, texts, said }: LedgerReading,
  shown?: Pick<PublicLedger, 'entries'>,
): LedgerProblem[] {
  const broken = findBreak(entries);
  if (broken !== undefined) return [{ problem: 'broken', number: broken }];
  if (entries.length !== head.count || (entries.at(-1)?.digest ?? noDigest) !== head.digest)
    return [{ problem: 'cut-off', number: entries.length + 1 }];
  const rewritten = shown?.entries.findIndex(({ digest }, at) => entries[at]?.digest !== digest);
  return [
    ...(rewritten === undefined || rewritten === -1
      ? []
      : [{ problem: 'rewritten' as const, number: rewritten + 1 }]),
    ...checkSaid(entries, said, texts),
  ];
}

function checkSaid(
  entries: readonly LedgerEntry[],
  said: readonly Said[],
  texts: LedgerReading['texts'],
): LedgerProblem[] {
  const known = new Map(said.map((one) => [one.id, one]));
  const published = new Set(entries.flatMap(({ id, as }) => (as === 'publish' ? [id] : [])));
  const last = new Map<string, LedgerEntry>();
  for (const entry of toStanding(entries))
    if (entry.as === 'publish' || entry.as === 'decline') last.set(entry.id, entry);
  return [
    ...[...published]
      .filter((id) => !known.has(id))
      .map((id) => ({ problem: 'vanished' as const, id })),
    ...said.flatMap(({ id, state }): LedgerProblem[] => {
      if (state !== 'published') return [];
      const decided = last.get(id);
      if (decided?.as !== 'publish') return [{ problem: 'undecided', id }];
      const is = texts[id];
      const isOther = decided.text !== undefined && decided.text !== is;
      return isOther ? [{ problem: 'other-words', id }] : [];
    }),
  ];
}
