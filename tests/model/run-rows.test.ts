import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuideData, GuideRow } from '../../src/model/guide-row.ts';
import { toRunRows, toRunSource } from '../../src/model/run-rows.ts';

const toRow = (id: string, row: Partial<GuideRow> = {}): GuideRow => ({
  id,
  subject: `cases/sla#${id}`,
  phase: 'during',
  timing: 'proposal',
  from: 'case',
  posture: 'seated',
  notes: 'topics',
  heat: 0,
  after: [],
  title: id,
  heading: id,
  practices: [],
  minutes: { min: 5, ideal: 10, max: 15 },
  perPerson: 0,
  says: [],
  materials: [],
  warnings: [],
  ...row,
});

const guide: GuideData = {
  id: 'sla',
  language: 'nl',
  title: 'Twee teams rond een SLA',
  href: '/casussen/sla/',
  people: 7,
  minutes: { min: 15, ideal: 30, max: 45 },
  group: { min: 2 },
  rows: [
    toRow('kennismaking', { phase: 'before' }),
    toRow('welkom', { skip: 1, lost: 'dat iedereen hetzelfde hoort' }),
    toRow('check-in', { perPerson: 2, ask: 'Hoe zit je erbij?' }),
    toRow('op-voeten', { notes: 'none' }),
    toRow('terugblik', { phase: 'after' }),
  ],
};

describe('the rows that are run', () => {
  it('are those during the session, at their ideal, without what is for planning only', () => {
    const { rows, dropped, fits } = toRunRows(toRunSource(guide), { people: 7 });
    expect(rows.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['welkom', 10],
      ['check-in', 10],
      ['op-voeten', 10],
    ]);
    expect([dropped, fits]).toEqual([[], true]);
    expect(rows.flatMap(Object.keys)).not.toContain('warnings');
  });

  it('take longer with more people', () => {
    const { rows } = toRunRows(toRunSource(guide), { people: 10 });
    expect(rows.map(({ minutes }) => minutes)).toEqual([10, 16, 10]);
  });

  it('lose what may be left out when time is short, and say so', () => {
    const { rows, dropped, fits } = toRunRows(toRunSource(guide), { people: 7, time: 12 });
    expect(rows.map(({ title }) => title)).toEqual(['check-in', 'op-voeten']);
    expect([dropped, fits]).toEqual([['welkom'], true]);
    expect(toRunRows(toRunSource(guide), { people: 7, time: 3 }).fits).toBe(false);
  });

  it('never take longer together than there is time, if they fit at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1440 }),
        fc.integer({ min: 1, max: 60 }),
        (time, people) => {
          const { rows, fits } = toRunRows(toRunSource(guide), { people, time });
          const total = rows.reduce((sum, { minutes }) => sum + minutes, 0);
          if (fits) expect(total).toBeLessThanOrEqual(time);
          for (const { minutes } of rows) expect(minutes).toBeGreaterThan(0);
        },
      ),
    );
  });
});
