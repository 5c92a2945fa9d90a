import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LostError, refuseLost, reportOrphans } from '../../scripts/said-report.ts';
import { saidListPath, toSaidList } from '../../src/model/said-list.ts';
import { toGone, toSaid } from '../model/said.ts';

let site = '';

beforeAll(async () => {
  site = await mkdtemp(path.join(os.tmpdir(), 'said-'));
});

afterAll(() => rm(site, { recursive: true }));

const sent = '2026-10-01T09:00:00.000Z';
const gone = toGone({ id: 'r-een', stance: 'insight', sent });

describe('a contribution that was published once', () => {
  const shown = [toSaid({ id: 'r-een' }), toSaid({ id: 'r-twee', subject: 'practices/debat' })];

  it('may stay, or leave a tombstone', async () => {
    await refuseLost(site, []);
    await mkdir(path.join(site, path.dirname(saidListPath)), { recursive: true });
    await writeFile(path.join(site, saidListPath), JSON.stringify(toSaidList(shown)));
    await refuseLost(site, shown);
    await refuseLost(site, [gone, toSaid({ id: 'r-twee' }), toSaid({ id: 'r-drie' })]);
  });

  it('stops the build when it is gone without a trace, by name and with what to do', async () => {
    await expect(refuseLost(site, [gone])).rejects.toThrow(LostError);
    await expect(refuseLost(site, [gone])).rejects.toThrow(
      /r-twee {2}about practices\/debat[^]*Put back the last copy/,
    );
    await expect(refuseLost(site, [gone])).rejects.not.toThrow('r-een');
    await expect(refuseLost(site, [])).rejects.toThrow('2 contributions');
  });
});

describe('a contribution whose step is gone', () => {
  const noted = {
    formerIds: [],
    titles: { nl: 'x' },
    passages: { nl: { digest: '1', text: 'x' } },
  };
  const steps = [{ ...noted, id: 'check-in', formerIds: ['binnenkomen'] }];
  const list = { subjects: [{ ...noted, kind: 'cases', id: 'sla', voices: [], steps }] };
  const report = (...subjects: string[]) =>
    reportOrphans(
      site,
      subjects.map((subject, index) => toSaid({ id: `r-${index}`, subject })),
    );

  beforeAll(() => writeFile(path.join(site, 'onderwerpen.json'), JSON.stringify(list)));

  it('is told, and so is one whose page is gone', async () => {
    const text = await report('cases/sla', 'cases/sla#weg', 'practices/weg');
    expect(text).toContain('2 contributions have lost what they are about');
    expect(text).toContain('r-1  cases/sla#weg: there is no such step; it is shown with the whole');
    expect(text).toContain('r-2  practices/weg: there is no such page; it is shown nowhere');
  });

  it('is not told when the step only has another name now', async () => {
    expect(await report('cases/sla#binnenkomen', 'cases/sla#check-in')).toBeUndefined();
    expect(await report()).toBeUndefined();
  });
});
