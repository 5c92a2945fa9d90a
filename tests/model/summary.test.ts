import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAttribution } from '../../src/model/attribution.ts';
import { mostCharacters, mostItems } from '../../src/model/item-list.ts';
import {
  countLines,
  hear,
  pair,
  readSummary,
  remove,
  reword,
  shuffle,
  swap,
  toBoardAddress,
  toLines,
  toSpoken,
  unpair,
  type Saying,
  type Summary,
} from '../../src/model/summary.ts';

const line = fc.stringMatching(/^[a-z]{1,12}$/);
const saying: fc.Arbitrary<Saying> = fc.oneof(fc.tuple(line), fc.tuple(line, line));
const summary: fc.Arbitrary<Summary> = fc.array(saying, { maxLength: 15 });
const numbers = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});
/** Numbers in a row, over and over. */
const toChance = (row: readonly number[]) => {
  let at = 0;
  return () => row[at++ % row.length] ?? 0;
};
const sorted = (all: Summary) => all.flat().toSorted();

describe('a summary', () => {
  it('loses no line and doubles none, whatever is done with it', () => {
    const act = fc.tuple(fc.nat(4), fc.nat(20), fc.nat(20), numbers);
    fc.assert(
      fc.property(summary, fc.array(act, { maxLength: 20 }), (before, acts) => {
        const after = acts.reduce(
          (all, [which, one, other, row]) =>
            [
              () => pair(all, one, other),
              () => unpair(all, one),
              () => swap(all, one),
              () => shuffle(all, toChance(row)),
            ][which % 4]?.() ?? all,
          before,
        );
        expect(sorted(after)).toEqual(sorted(before));
      }),
    );
  });

  it('takes in what fits, and hands back the rest', () => {
    const typed = fc.oneof(line, fc.constant('x'.repeat(mostCharacters + 1)));
    fc.assert(
      fc.property(
        summary,
        fc.array(typed, { maxLength: mostItems + 9 }),
        numbers,
        (before, lines, row) => {
          const after = hear(before, lines, toChance(row));
          expect(countLines(after.summary)).toBeLessThanOrEqual(mostItems);
          expect([...after.summary.flat(), ...after.left].toSorted()).toEqual(
            [...before.flat(), ...lines].toSorted(),
          );
        },
      ),
    );
  });

  it('holds nothing of the order in which lines came: every order comes equally often', () => {
    const lines = ['a', 'b', 'c', 'd'];
    // All there is to draw for four lines: 4 × 3 × 2 ways, each of which gives another order.
    const ways = [0, 1, 2, 3].flatMap((i) =>
      [0, 1, 2].flatMap((j) => [0, 1].map((k) => [i / 4, j / 3, k / 2])),
    );
    const orders = ways.map((row) => hear([], lines, toChance(row)).summary.flat().join(''));
    expect(new Set(orders).size).toBe(24);
    const [kept] = ways.map((row) => JSON.stringify(hear([], lines, toChance(row)).summary));
    expect(kept).toMatch(/^\[(\["[a-d]"\],?){4}\]$/);
  });

  it('pairs two single lines only', () => {
    const three: Summary = [['a'], ['b', 'c'], ['d']];
    expect(pair(three, 0, 2)).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    expect(pair(three, 2, 0)).toEqual([
      ['b', 'c'],
      ['d', 'a'],
    ]);
    for (const [one, other] of [
      [0, 0],
      [0, 1],
      [1, 2],
      [0, 9],
    ] as const)
      expect(pair(three, one, other)).toBe(three);
  });

  it('takes other words, and no empty ones', () => {
    const two: Summary = [['a', 'b'], ['c']];
    expect(reword(two, 0, 1, ' x\ny ')).toEqual([['a', 'x y'], ['c']]);
    expect(reword(two, 1, 0, 'x')).toEqual([['a', 'b'], ['x']]);
    for (const same of [reword(two, 0, 0, '  '), reword(two, 1, 1, 'x'), reword(two, 9, 0, 'x')])
      expect(same).toBe(two);
    expect(remove(two, 0)).toEqual([['c']]);
  });

  it('is read aloud as this, but also that', () => {
    const words = { one: 'Ik hoorde: {heard}.', both: 'Ik hoorde: {heard}, maar ook {also}.' };
    expect(toSpoken(['We willen rust.', 'Er is haast;'], words)).toBe(
      'Ik hoorde: we willen rust, maar ook er is haast.',
    );
    expect(toSpoken(['$& {also}'], words)).toBe('Ik hoorde: $& {also}.');
  });

  it('is read from what was kept, and from nothing else', () => {
    fc.assert(
      fc.property(summary, (kept) => {
        expect(readSummary(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
    for (const other of [null, {}, [[]], [['']], [['a', 'b', 'c']], ['a'], [[1]]])
      expect(readSummary(other)).toBeUndefined();
  });

  it('hands the two of a pair to a board, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        fc.pre(left.isWellFormed() && right.isWellFormed());
        const { hash } = new URL(toBoardAddress('/bord/', [left, right]), 'https://a.example');
        const params = new URLSearchParams(hash.slice(1));
        expect([params.get('left'), params.get('right')]).toEqual([left, right]);
      }),
    );
  });
});

it('lines are taken from a pasted list without its marks', () => {
  expect(toLines('- rust\r\n* haast\n\n  3) tijd\n• 12 uur \n2026 komt')).toEqual([
    'rust',
    'haast',
    'tijd',
    '12 uur',
    '2026 komt',
  ]);
});

describe('a line that seems to tell who said it', () => {
  it.each([
    ['nl', 'Jan zei dat het te duur is'],
    ['nl', 'Volgens de inkoper is het te duur'],
    ['nl', 'de klant vindt het traag'],
    ['nl', 'Fatima: te weinig tijd'],
    ['nl', 'het is te duur, zei Jan'],
    ['en', 'The buyer said it costs too much'],
    ['en', 'According to Sam it is late'],
    ['en', 'Our manager wants more reports'],
  ] as const)('is seen (%s): %s', (language, text) => {
    expect(findAttribution(text, language)).toBeDefined();
  });

  it.each([
    ['nl', 'We vinden het spannend'],
    ['nl', 'Ik zei het al eerder'],
    ['nl', 'Te duur, zei ik'],
    ['nl', 'Iedereen wil vooruit, maar niemand zegt hoe'],
    ['nl', 'Er is zin in dit gesprek'],
    ['nl', 'Dat zegt genoeg'],
    ['nl', 'Volgens afspraak werkt het niet'],
    ['en', 'I said so before'],
    ['en', 'We want clear agreements'],
    ['en', 'Nobody said what it costs'],
    ['en', 'There is room to talk'],
  ] as const)('is not seen where nobody is named (%s): %s', (language, text) => {
    expect(findAttribution(text, language)).toBeUndefined();
  });
});
