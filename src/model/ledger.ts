import { z } from 'zod';
import { AccountRole } from './account.ts';
import { Id } from './id.ts';
import { DeclineReason, declineReasons } from './ruling.ts';

/** What can be decided, or undone. */
export const verdicts = ['publish', 'decline', 'add', 'below', 'undo'] as const;
export type Verdict = (typeof verdicts)[number];

/** As what somebody decided: with an account, or at the machine itself. */
export const Decider = z.enum([...AccountRole.options, 'terminal']);
export type Decider = z.infer<typeof Decider>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One decision as the ledger keeps it for ever. It holds no words, no names and no addresses: of the text that was
 * decided about only a digest, made with a number that is erased together with that text.
 */
export const LedgerEntry = z.strictObject({
  number: z.int().min(1).describe('Its place in the ledger; the first is 1.'),
  id: z.string().max(100).describe('The contribution.'),
  as: z.enum(verdicts),
  by: z.string().max(60).describe('The role that decided, like “redactie”.'),
  account: Decider.optional().describe('Absent for decisions from before the ledger.'),
  reason: DeclineReason.optional(),
  step: Id.optional().describe('The step that changed thanks to a no.'),
  since: z.iso.datetime().describe('When the text that was decided about was sent.'),
  at: z.iso.datetime(),
  text: digest.optional().describe('Digest of that text; absent where it was not known any more.'),
  digest: digest.describe('Digest of this entry and the one before it.'),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Where the ledger can be read as data. */
export const ledgerPath = '/verantwoording.json';

/** The ledger as everybody can read it. */
export const PublicLedger = z.strictObject({
  how: z.string(),
  head: digest,
  entries: z.array(LedgerEntry),
});
export type PublicLedger = z.infer<typeof PublicLedger>;

/** The digest the first entry builds on. */
export const noDigest = '0'.repeat(64);

/** The text an entry’s digest is made of. Whoever wants to check the ledger can write it down the same way. */
export const toCanonical = (entry: Omit<LedgerEntry, 'digest'>, previous: string): string =>
  JSON.stringify([
    ...[previous, entry.number, entry.id, entry.as, entry.by, entry.account ?? null],
    ...[entry.reason ?? null, entry.step ?? null, entry.since, entry.at, entry.text ?? null],
  ]);

/** How the page and the file tell others to check. */
export const howToCheck =
  'digest = SHA-256 of the JSON array [previous digest, number, id, as, by, account, reason, step, since, at, text], with null for what is absent; the first previous digest is 64 zeros.';

/** What was decided in one month. */
export interface LedgerMonth {
  /** Like `2026-11`. */
  month: string;
  counts: Readonly<Record<Verdict, number>>;
}

/** The ledger in numbers. */
export interface LedgerSummary {
  entries: number;
  head: string;
  /** The moment of the last decision. */
  last?: string;
  /** Newest first. */
  months: readonly LedgerMonth[];
  /** How often each reason was given, and not taken back; the most frequent first. */
  reasons: readonly { reason: DeclineReason; count: number }[];
  /** The middle one of the times texts waited for their first decision, in days. */
  medianDays?: number;
}

/** Counts what was decided. */
export function toLedgerSummary(entries: readonly LedgerEntry[]): LedgerSummary {
  const last = entries.at(-1);
  const byMonth = Map.groupBy(entries, ({ at }) => at.slice(0, 7));
  const standing = toStanding(entries);
  const waits = listWaits(entries);
  const median = toMedian(waits);
  return {
    entries: entries.length,
    head: last?.digest ?? noDigest,
    ...(last === undefined ? {} : { last: last.at }),
    months: [...byMonth]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([month, taken]) => ({ month, counts: toCounts(taken) })),
    reasons: declineReasons
      .map((reason) => ({
        reason,
        count: standing.filter((entry) => entry.reason === reason).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    ...(median === undefined ? {} : { medianDays: Math.round(median / 8_640_000) / 10 }),
  };
}

/** The decisions that stand: each “undo” takes along the last one before it about the same contribution. */
export function toStanding<T extends { as: Verdict; id: string }>(rulings: readonly T[]): T[] {
  const stacks = new Map<string, T[]>();
  const undone = new Set<T>();
  for (const ruling of rulings) {
    const stack = stacks.get(ruling.id) ?? [];
    stacks.set(ruling.id, stack);
    if (ruling.as !== 'undo') stack.push(ruling);
    else {
      const last = stack.pop();
      if (last !== undefined) undone.add(last);
    }
  }
  return rulings.filter((ruling) => ruling.as !== 'undo' && !undone.has(ruling));
}

const toCounts = (entries: readonly LedgerEntry[]): LedgerMonth['counts'] => ({
  publish: 0,
  decline: 0,
  add: 0,
  below: 0,
  undo: 0,
  ...Object.fromEntries(
    [...Map.groupBy(entries, ({ as }) => as)].map(([as, taken]) => [as, taken.length]),
  ),
});

/** How long each text waited until it was first decided about, in milliseconds. */
function listWaits(entries: readonly LedgerEntry[]): number[] {
  const first = new Map<string, number>();
  for (const { id, as, since, at } of entries) {
    const text = `${id} ${since}`;
    const isReading = as === 'publish' || as === 'decline';
    if (isReading && !first.has(text)) first.set(text, Date.parse(at) - Date.parse(since));
  }
  return [...first.values()].map((wait) => Math.max(0, wait));
}

function toMedian(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
