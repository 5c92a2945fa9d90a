import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerError, refuseBroken, toLedgerReport } from '../../scripts/ledger-report.ts';
import { seal, type LedgerReading } from '../../src/discussion/chain.ts';
import { howToCheck, ledgerPath, type LedgerEntry } from '../../src/model/ledger.ts';
import { toGone } from '../model/said.ts';

let site = '';

beforeAll(async () => {
  site = await mkdtemp(path.join(os.tmpdir(), 'ledger-'));
  await mkdir(site, { recursive: true });
});

afterAll(() => rm(site, { recursive: true }));

const at = '2026-10-02T09:00:00.000Z';
const first = seal({ number: 1, id: 'r-een', as: 'publish', by: 'redactie', since: at, at });
const second = seal(
  { number: 2, id: 'r-een', as: 'decline', by: 'redactie', reason: 'insults', since: at, at },
  first.digest,
);

const toReading = (entries: LedgerEntry[]): LedgerReading => ({
  ...{ entries, texts: {}, said: [toGone({ id: 'r-een', stance: 'insight', sent: at })] },
  head: { count: entries.length, digest: entries.at(-1)?.digest ?? '0'.repeat(64) },
});

const show = (entries: LedgerEntry[]) =>
  writeFile(
    path.join(site, ledgerPath),
    JSON.stringify({ how: howToCheck, head: entries.at(-1)?.digest, entries }),
  );

describe('a build', () => {
  it('goes on when the ledger is whole, and goes on from what the last site showed', async () => {
    await refuseBroken(site, toReading([first]));
    await show([first]);
    await refuseBroken(site, toReading([first]));
    await refuseBroken(site, toReading([first, second]));
  });

  it('stops when a decision is gone or was changed, says where, and what to do', async () => {
    await show([first, second]);
    const cases: [LedgerReading, string][] = [
      [toReading([first]), 'Entry 2 is another one than the last site showed.'],
      [toReading([{ ...first, by: 'ik' }, second]), 'Entry 1 was changed'],
      [toReading([second]), 'Entry 1 was changed'],
      [{ ...toReading([first, second]), said: [] }, 'r-een was published, and is gone'],
      [{ ...toReading([first]), head: { count: 2, digest: second.digest } }, 'Entry 2 and what'],
    ];
    for (const [reading, message] of cases) {
      await expect(refuseBroken(site, reading)).rejects.toThrow(LedgerError);
      await expect(refuseBroken(site, reading)).rejects.toThrow(message);
      await expect(refuseBroken(site, reading)).rejects.toThrow('Put back the last whole copy');
    }
  });
});

it('names no more than twenty things that are wrong', () => {
  const problems = Array.from({ length: 25 }, (_, index) => ({
    problem: 'vanished' as const,
    id: `r-${index}`,
  }));
  expect(toLedgerReport(problems)).toContain('… and 5 more');
});
