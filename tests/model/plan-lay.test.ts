import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findOrderHints, layPlan, moveRow, toPhaseOrder } from '../../src/model/plan-lay.ts';
import { toPracticeRow } from '../../src/model/plan-data.ts';
import { findRows, type PlanShelf } from '../../src/model/plan-row.ts';
import { toStepCode } from '../../src/model/plan-code.ts';
import { type PlanRow } from '../../src/model/plan.ts';
import { guide, practices } from '../islands/plan-shelf.ts';
import { toShelves } from '../machine/shelves.ts';

const shelf: PlanShelf = {
  break: 'Pauze',
  practices,
  guides: new Map<string, typeof guide | 'missing'>([
    ['sla', guide],
    ['dienst', guide],
  ]),
};
const step = (id: string, minutes?: number): PlanRow => ({
  kind: 'step',
  case: 'sla',
  code: toStepCode(id),
  ...(minutes === undefined ? {} : { minutes }),
});
const pause: PlanRow = { kind: 'break', minutes: 15 };
const session = { start: 570, people: 7 };
const titles = (rows: readonly { row: { title: string } }[]) => rows.map(({ row }) => row.title);

const known: fc.Arbitrary<PlanRow> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('vraag', 'check-in', 'op-voeten', 'oogst'),
      fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    )
    .map(([id, minutes]) => step(id, minutes)),
  fc.constant<PlanRow>({ kind: 'practice', practice: 'check-in' }),
  fc.integer({ min: 1, max: 60 }).map((minutes): PlanRow => ({ kind: 'break', minutes })),
  fc
    .integer({ min: 1, max: 60 })
    .map((minutes): PlanRow => ({ kind: 'own', title: 'Lunch', minutes })),
);

it('every row begins where the one before it ends, and the sum is that of the rows', () => {
  fc.assert(
    fc.property(
      fc.array(known, { maxLength: 60 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 200 }),
      fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
      (plan, start, people, time) => {
        const { rows } = findRows(plan, shelf);
        const laid = layPlan(rows, { start, people, ...(time === undefined ? {} : { time }) });
        let at = start;
        for (const row of laid.rows) {
          expect(row.start).toBe(at);
          at += row.now;
          expect(row.end).toBe(at);
          if (row.row.phase !== 'during' || row.dropped) expect(row.now).toBe(0);
          else if (row.plan.minutes !== undefined) expect(row.now).toBe(row.plan.minutes);
        }
        expect(laid.end).toBe(at);
        expect(laid.total).toBe(at - start);
        expect(new Set(laid.rows.map(({ row }) => row.id)).size).toBe(plan.length);
        if (time !== undefined && laid.outcome !== 'too-short')
          expect(laid.total).toBeLessThanOrEqual(time);
      },
    ),
  );
});

it('looks up steps and practices also by the ids they had before, and says what is not there', () => {
  const { rows, unread } = findRows(
    [
      step('lopen'),
      { kind: 'practice', practice: 'inchecken' },
      { kind: 'step', case: 'dienst', code: toStepCode('check-in') },
      { kind: 'step', case: 'weg', code: 'bbbb' },
      { kind: 'step', case: 'sla', code: 'bbbb' },
      { kind: 'practice', practice: 'weg' },
    ],
    shelf,
  );
  expect(titles(rows)).toEqual(['De stoelen aan de kant', 'Check-in', 'Eerst hoor je iedereen']);
  expect(rows.map(({ plan }) => plan)).toEqual([
    step('op-voeten'),
    { kind: 'practice', practice: 'check-in' },
    step('check-in'),
  ]);
  expect(unread).toEqual([
    { token: 'weg', why: 'case' },
    { token: 'sla.bbbb', why: 'step' },
    { token: 'weg', why: 'practice' },
  ]);
});

it('follows the number of people, from the number the minutes are written for', () => {
  const { rows } = findRows([step('check-in'), step('op-voeten'), step('check-in', 5)], shelf);
  const minutes = (people: number) =>
    layPlan(rows, { start: 570, people }).rows.map(({ now }) => now);
  expect(minutes(7)).toEqual([20, 20, 5]);
  expect(minutes(12)).toEqual([25, 20, 5]);
});

it('fits the rows in the time there is, leaves out what may go first, and keeps the minutes the reader gave', () => {
  const { rows } = findRows([step('check-in', 25), pause, step('op-voeten'), step('oogst')], shelf);
  const shorter = layPlan(rows, { ...session, time: 65 });
  expect(shorter.outcome).toBe('shorter');
  expect(shorter.total).toBe(65);
  expect(shorter.rows.map(({ now }) => now).slice(0, 2)).toEqual([25, 15]);
  const without = layPlan(rows, { ...session, time: 55 });
  expect(titles(without.rows.filter(({ dropped }) => dropped))).toEqual(['Oogst']);
  expect(layPlan(rows, { ...session, time: 30 }).outcome).toBe('too-short');
});

it('adds up what to bring for the people there are, and names each room once', () => {
  const { rows } = findRows([step('op-voeten'), step('op-voeten')], shelf);
  expect(layPlan(rows, { start: 570, people: 9 }).materials).toEqual([
    { name: 'Stiften', count: 9 },
  ]);
});

it('names the steps that stand before what they come after in their case, and only those', () => {
  const subject = (id: string, after: string[] = []) => ({
    subject: `cases/a#${id}`,
    title: id,
    after,
  });
  const late = [{ about: 'order', title: 'one' }];
  expect([...findOrderHints([subject('two', ['one']), subject('one')])]).toEqual([[0, late]]);
  expect(findOrderHints([subject('one'), subject('two', ['one'])]).size).toBe(0);
  expect(findOrderHints([subject('two', ['one'])]).size).toBe(0);
  expect(
    findOrderHints([subject('two', ['one']), { subject: 'cases/b#one', title: 'one', after: [] }])
      .size,
  ).toBe(0);
});

it('tells when a group is too large for a practice, and when it asks for someone trained', () => {
  const { rows } = findRows(
    [step('check-in'), { kind: 'practice', practice: 'onder-de-waterlijn' }, pause],
    shelf,
  );
  const hints = (people: number) =>
    layPlan(rows, { start: 570, people }).rows.map(({ hints: all }) => all);
  expect(hints(7)).toEqual([[], [{ about: 'trained', title: 'Onder de waterlijn' }], []]);
  expect(hints(13)[0]).toEqual([{ about: 'group', title: 'Check-in', min: 2, max: 12 }]);
});

it('moves a row within its phase only, and back again by the opposite', () => {
  const { rows } = findRows([step('vraag'), step('check-in'), step('oogst'), pause], shelf);
  const id = rows[1]?.row.id ?? '';
  const moved = moveRow(rows, id, 1);
  expect(titles(moved)).toEqual([rows[0]?.row.title, 'Oogst', 'Eerst hoor je iedereen', 'Pauze']);
  expect(moveRow(moved, id, -1)).toEqual(rows);
  expect(moveRow(rows, id, -1)).toBe(rows);
  expect(moveRow(rows, rows[0]?.row.id ?? '', 5)).toBe(rows);
  fc.assert(
    fc.property(
      fc.array(known, { maxLength: 12 }),
      fc.nat(11),
      fc.integer({ min: -12, max: 12 }),
      (plan, at, places) => {
        const before = toPhaseOrder(findRows(plan, shelf).rows);
        const after = moveRow(before, before[at]?.row.id ?? '', places);
        expect(new Set(after)).toEqual(new Set(before));
        expect(toPhaseOrder(after)).toEqual(after);
      },
    ),
  );
});

it('a practice as a row is best given a whole five minutes between its least and its most', () => {
  const [practice] = toShelves('nl').practices;
  if (!practice) throw new Error('There is no practice on the shelf.');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 480 }),
      fc.integer({ min: 1, max: 480 }),
      (one, other) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const { minutes } = toPracticeRow({ ...practice, minutes: { min, max } }).row;
        expect(minutes.min).toBe(min);
        expect(minutes.max).toBe(max);
        expect(minutes.ideal).toBeGreaterThanOrEqual(min);
        expect(minutes.ideal).toBeLessThanOrEqual(max);
        if (max - min >= 10) expect(minutes.ideal % 5).toBe(0);
      },
    ),
  );
});
