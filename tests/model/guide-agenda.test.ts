import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toGuideAgenda, type ClockRow } from '../../src/model/guide-agenda.ts';

const duration = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(30), fc.nat(30))
  .map(([min, more, most]) => ({ min, ideal: min + more, max: min + more + most }));
const rows = fc
  .array(
    fc.record({
      minutes: duration,
      perPerson: fc.constantFrom(0, 0.5, 1, 2),
      skip: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map((row, index): ClockRow => ({ ...row, id: `stap-${String(index)}`, materials: [] })),
  );
const people = fc.integer({ min: 1, max: 60 });
const time = fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined });

it('lays every part that stays on the clock, one after another, and names the others', () => {
  fc.assert(
    fc.property(rows, people, people, time, fc.nat(1439), (all, written, now, available, start) => {
      const agenda = toGuideAgenda(
        { rows: all, people: written },
        { start, people: now, ...(available === undefined ? {} : { time: available }) },
      );
      const ids = [...agenda.rows.map(({ row }) => row), ...agenda.dropped].map(({ id }) => id);
      expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
      let at = start;
      for (const { start: begins, end, minutes } of agenda.rows) {
        expect(begins).toBe(at);
        expect(end - begins).toBe(minutes);
        expect(minutes).toBeGreaterThanOrEqual(1);
        at = end;
      }
      expect(agenda.end).toBe(at);
      expect(agenda.total).toBe(at - start);
      if (available === undefined) expect(agenda.total).toBe(agenda.whole.ideal);
      if (agenda.outcome === 'too-short') expect(agenda.total).toBeGreaterThan(available ?? 0);
      else if (available !== undefined) expect(agenda.total + agenda.spare).toBe(available);
      expect(agenda.dropped.length > 0).toBe(
        agenda.outcome === 'without' ||
          (agenda.outcome === 'too-short' && agenda.dropped.length > 0),
      );
    }),
    { numRuns: 1000 },
  );
});
