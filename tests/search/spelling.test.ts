import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listSpellings } from '../../src/search/spelling.ts';

const words = ['vertrouwen', 'polariteit', 'stemming', 'stelling'];

test.each([
  ['vertrouwwen', 'vertrouwen'],
  ['vertruwen', 'vertrouwen'],
  ['vertrouwem', 'vertrouwen'],
  ['polaritiet', 'polariteit'],
  ['olariteit', 'polariteit'],
  ['Polaríteit', undefined],
])('“%s” is taken for “%s”', (typed, meant) => {
  expect(listSpellings(typed, words)[0]).toBe(meant);
});

test('a word with one letter too many, too few, other or swapped is always known', () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/);
  fc.assert(
    fc.property(
      word,
      fc.nat(20),
      fc.constantFrom('more', 'less', 'other', 'swap'),
      (meant, place, kind) => {
        const at = place % (meant.length - 1);
        const [before, letter = '', after] = [meant.slice(0, at), meant[at], meant.slice(at + 1)];
        const typed = {
          more: `${before}q${letter}${after}`,
          less: before + after,
          other: `${before}q${after}`,
          swap: `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
        }[kind];
        fc.pre(typed !== meant);
        expect(listSpellings(typed, [meant])).toEqual([meant]);
      },
    ),
  );
});

test('nothing is suggested for short words or for two mistakes', () => {
  expect(listSpellings('ste', words)).toEqual([]);
  expect(listSpellings('vertroewam', words)).toEqual([]);
});
