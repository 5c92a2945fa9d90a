import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDelegations,
  softRatio,
  toRatio,
  type Delegations,
  type Side,
} from '../../src/model/delegation-check.ts';

const full = { decides: true, works: true, knows: true };
const seed: Delegations = {
  sides: [
    { ...full, count: 4 },
    { ...full, count: 3 },
  ],
  absent: ['de interne opdrachtgevers'],
  looked: false,
};

const toResults = (delegations: Delegations) =>
  Object.fromEntries(checkDelegations(delegations).map(({ about, result }) => [about, result]));

describe('the check of delegations', () => {
  it('passes the four and three of the SLA case, and warns of votes that follow the sides', () => {
    expect(toResults(seed)).toEqual({
      size: 'fits',
      levels: 'fits',
      facilitator: 'fits',
      absent: 'fits',
      votes: 'know',
    });
  });

  const changed = (side: Partial<Side>, rest: Partial<Delegations> = {}): Delegations => ({
    ...seed,
    sides: [
      { ...full, count: 4 },
      { ...full, count: 3, ...side },
    ],
    ...rest,
  });
  it.each([
    ['two against four', changed({ count: 2 }), 'size', [2]],
    ['a side without anybody who decides', changed({ decides: false }), 'levels', [2]],
    ['a side without anybody who does the work', changed({ works: false }), 'levels', [2]],
    ['a side that has not met the facilitator', changed({ knows: false }), 'facilitator', [2]],
    ['that nobody looked for voices', changed({}, { absent: [' '] }), 'absent', []],
  ] as const)('sees %s', (_what, delegations, about, sides) => {
    const looks = checkDelegations(delegations).filter(({ result }) => result === 'look');
    expect(looks).toEqual([{ about, result: 'look', sides }]);
  });

  it('takes “we looked, nobody is missing” for an answer', () => {
    expect(toResults({ ...seed, absent: [], looked: true })['absent']).toBe('fits');
  });

  it('has no warning about votes for sides of one size', () => {
    expect(toResults(changed({ count: 4 }))['votes']).toBe('fits');
  });

  it('says nothing as long as there are no two sides that bring somebody', () => {
    for (const sides of [[], [{ ...full, count: 3 }], changed({ count: 0 }).sides])
      expect(checkDelegations({ ...seed, sides })).toEqual([]);
  });

  const side = fc.record({
    count: fc.integer({ min: 1, max: 50 }),
    decides: fc.boolean(),
    works: fc.boolean(),
    knows: fc.boolean(),
  });
  it('treats the sides alike: their order changes no result', () => {
    fc.assert(
      fc.property(fc.array(side, { minLength: 2, maxLength: 5 }), (sides) => {
        const there = { ...seed, sides };
        const back = { ...seed, sides: sides.toReversed() };
        expect(toResults(back)).toEqual(toResults(there));
      }),
    );
  });

  it('asks to talk about sizes exactly when the smallest is less than three quarters of the largest', () => {
    fc.assert(
      fc.property(fc.array(side, { minLength: 2, maxLength: 5 }), (sides) => {
        const fits = toResults({ ...seed, sides })['size'] === 'fits';
        expect(fits).toBe(toRatio(sides) >= softRatio);
      }),
    );
  });
});
