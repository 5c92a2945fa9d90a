import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLedger, findBreak, seal } from '../../src/discussion/chain.ts';
import { hashPassword, checkPassword } from '../../src/discussion/password.ts';
import { newSalt, toTextDigest } from '../../src/discussion/text-digest.ts';
import {
  LedgerEntry,
  noDigest,
  toLedgerSummary,
  toStanding,
  verdicts,
} from '../../src/model/ledger.ts';
import { declineReasons } from '../../src/model/ruling.ts';

const moment = fc
  .integer({ min: 0, max: 400_000 })
  .map((minutes) => new Date(Date.UTC(2026, 8, 1) + minutes * 60_000).toISOString());
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);

const drawn = fc.record(
  {
    id: fc.constantFrom('r-een', 'r-twee', 'r-drie'),
    as: fc.constantFrom(...verdicts),
    by: fc.constantFrom('redactie', 'begeleider'),
    account: fc.constantFrom('owner' as const, 'moderator' as const, 'terminal' as const),
    reason: fc.constantFrom(...declineReasons),
    step: fc.constantFrom('check-in', 'de-vraag'),
    since: moment,
    at: moment,
    text: hex,
  },
  { requiredKeys: ['id', 'as', 'by', 'since', 'at'] },
);

/** A whole ledger of one entry or more. */
const ledger = fc.array(drawn, { minLength: 1, maxLength: 12 }).map((all) => {
  const entries: LedgerEntry[] = [];
  for (const [index, one] of all.entries())
    entries.push(seal({ number: index + 1, ...one }, entries.at(-1)?.digest));
  return entries;
});

const toReading = (entries: LedgerEntry[], end = entries) => ({
  ...{ entries, texts: {}, said: [] },
  head: { count: end.length, digest: end.at(-1)?.digest ?? noDigest },
});

const isWhole = (entries: LedgerEntry[], end: LedgerEntry[]): boolean =>
  checkLedger(toReading(entries, end)).every(({ problem }) => problem === 'vanished');

describe('the chain of the ledger', () => {
  it('is whole as it was made, and every entry can be read', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        expect(findBreak(entries)).toBeUndefined();
        for (const entry of entries) expect(LedgerEntry.parse(entry)).toEqual(entry);
        expect(isWhole(entries, entries)).toBe(true);
      }),
    );
  });

  it('shows any one entry that was changed, also when its own digest was made anew', () => {
    const change = fc.constantFrom<(entry: LedgerEntry) => Partial<LedgerEntry>>(
      ({ id }) => ({ id: `${id}x` }),
      ({ as }) => ({ as: as === 'publish' ? 'decline' : 'publish' }),
      ({ by }) => ({ by: `${by} 2` }),
      ({ account }) => ({ account: account === 'owner' ? 'moderator' : 'owner' }),
      ({ reason }) => ({ reason: reason === 'insults' ? 'off-topic' : 'insults' }),
      ({ step }) => ({ step: step === 'pauze' ? 'welkom' : 'pauze' }),
      ({ at }) => ({ at: at.replace('20', '19') }),
      ({ since }) => ({ since: since.replace('20', '19') }),
      ({ text }) => ({ text: text === noDigest ? 'f'.repeat(64) : noDigest }),
      ({ number }) => ({ number: number + 1 }),
    );
    fc.assert(
      fc.property(ledger, fc.nat(), change, fc.boolean(), (entries, which, toChange, resealed) => {
        const at = which % entries.length;
        const was = entries[at];
        if (was === undefined) return;
        const { digest, ...changed } = { ...was, ...toChange(was) };
        const is = resealed ? seal(changed, entries[at - 1]?.digest) : { ...changed, digest };
        expect(isWhole(entries.with(at, is), entries)).toBe(false);
      }),
    );
  });

  it('shows any one entry that was taken out, put in, or swapped with another', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), fc.nat(), (entries, one, other) => {
        const [a, b] = [one % entries.length, other % entries.length];
        const [first, second] = [entries[a], entries[b]];
        if (first === undefined || second === undefined) return;
        expect(isWhole(entries.toSpliced(a, 1), entries)).toBe(false);
        expect(isWhole(entries.toSpliced(b, 0, first), entries)).toBe(false);
        if (a !== b) expect(isWhole(entries.with(a, second).with(b, first), entries)).toBe(false);
      }),
    );
  });

  it('must begin with what the last site showed of it', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (entries, cut) => {
        const shown = entries.slice(0, cut % (entries.length + 1));
        const problems = (last: LedgerEntry[]) =>
          checkLedger(toReading(entries), { entries: last }).filter(
            ({ problem }) => problem === 'rewritten',
          );
        expect(problems(shown)).toEqual([]);
        // A ledger that was made anew from its first entry on is whole by itself.
        const [first, ...rest] = entries;
        if (first === undefined) return;
        const other = seal({ ...first, by: 'iemand anders' });
        expect(problems([other, ...rest])).toEqual([{ problem: 'rewritten', number: 1 }]);
        const longer = seal({ ...first, number: entries.length + 1 }, entries.at(-1)?.digest);
        expect(problems([...entries, longer])).toHaveLength(1);
      }),
    );
  });
});

describe('the ledger in numbers', () => {
  const entry = (
    as: LedgerEntry['as'],
    id: string,
    at: string,
    rest: Partial<LedgerEntry> = {},
  ): LedgerEntry => ({
    ...{ number: 1, id, as, by: 'redactie', since: '2026-10-01T00:00:00.000Z', digest: noDigest },
    at: `${at}T00:00:00.000Z`,
    ...rest,
  });

  it('counts by month and by reason, and how long texts waited', () => {
    const entries = [
      entry('publish', 'r-een', '2026-10-02'),
      entry('decline', 'r-twee', '2026-10-04', { reason: 'insults' }),
      entry('undo', 'r-twee', '2026-10-04'),
      entry('decline', 'r-twee', '2026-10-08', { reason: 'off-topic' }),
      entry('add', 'r-een', '2026-11-01', { step: 'check-in' }),
      entry('publish', 'r-drie', '2026-11-01', { since: '2026-10-30T00:00:00.000Z' }),
    ];
    expect(toLedgerSummary(entries)).toMatchObject({
      entries: 6,
      months: [
        { month: '2026-11', counts: { publish: 1, add: 1, decline: 0 } },
        { month: '2026-10', counts: { publish: 1, decline: 2, undo: 1 } },
      ],
      reasons: [{ reason: 'off-topic', count: 1 }],
      medianDays: 2,
    });
    expect(toLedgerSummary([])).toEqual({ entries: 0, head: noDigest, months: [], reasons: [] });
  });

  it('leaves out what was undone, and no more than that', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const undone = entries.length - entries.filter(({ as }) => as !== 'undo').length;
        const standing = toStanding(entries);
        expect(standing.every(({ as }) => as !== 'undo')).toBe(true);
        expect(standing.length).toBeGreaterThanOrEqual(entries.length - 2 * undone);
      }),
    );
  });
});

it('gives two texts that are the same two digests, and each the same one again', () => {
  const text = {
    ...{ subject: 'cases/sla', language: 'nl', stance: 'insight', raw: 'Ja', needs: null },
    ...{ role: null, name: null, sentence: null, answers_to: null },
  };
  const [one, other] = [newSalt(), newSalt()];
  expect(toTextDigest(one, text)).toBe(toTextDigest(one, text));
  expect(toTextDigest(one, text)).not.toBe(toTextDigest(other, text));
  expect(toTextDigest(one, { ...text, needs: '' })).not.toBe(toTextDigest(one, text));
});

describe('a password', () => {
  it('is kept as Argon2id with what it cost, and only the same one fits', async () => {
    const kept = await hashPassword('vier woorden zonder verband é');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await hashPassword('vier woorden zonder verband é')).not.toBe(kept);
    expect(await checkPassword('vier woorden zonder verband e\u0301', kept)).toBe(true);
    expect(await checkPassword('vier woorden zonder verband', kept)).toBe(false);
  });

  it('fits nothing where there is no account, or what was kept cannot be read', async () => {
    expect(await checkPassword('', undefined)).toBe(false);
    expect(await checkPassword('iets', '$2b$10$iets')).toBe(false);
  });
});
