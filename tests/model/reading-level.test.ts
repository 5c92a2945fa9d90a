import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/model/language.ts';
import { countSyllables, toReadingLevel } from '../../src/model/reading-level.ts';

describe('syllables', () => {
  it.each([
    ['samenwerking', 4],
    ['idee', 2],
    ['ideeën', 3],
    ['leverancier', 4],
    ['geïrriteerd', 4],
    ['mooie', 2],
    ['eeuwig', 2],
    ['situatie', 4],
    ['bijvoorbeeld', 3],
    ['ik', 1],
    ['SLA', 1],
  ])('of a Dutch word are counted: %s', (word, count) => {
    expect(countSyllables(word, 'nl')).toBe(count);
  });

  it.each([
    ['facilitator', 5],
    ['the', 1],
    ['table', 2],
    ['people', 2],
    ['agreed', 2],
    ['wanted', 2],
    ['asked', 1],
    ['language', 2],
    ['conversation', 4],
  ])('of an English word are counted: %s', (word, count) => {
    expect(countSyllables(word, 'en')).toBe(count);
  });
});

it('plain words in short sentences are easy, and long words in long ones are not', () => {
  const level = (text: string, language: 'nl' | 'en') => toReadingLevel(text, language)?.isHard;
  expect(level('We zitten in een kring. Ieder zegt iets. Niemand reageert.', 'nl')).toBe(false);
  expect(level('Verantwoordelijkheidsverdelingen veroorzaken communicatieproblemen.', 'nl')).toBe(
    true,
  );
  expect(level('We sit in a circle. Each of us says something. Nobody reacts.', 'en')).toBe(false);
  expect(
    level('Organisational responsibilities necessitate considerable deliberation.', 'en'),
  ).toBe(true);
});

it('follows the formulas as they were published', () => {
  // 6 words in 2 sentences, 9 syllables: 206.84 − 0.93 × 3 − 77 × 9/6.
  expect(toReadingLevel('De kring zit. De begeleider zwijgt.', 'nl')?.score).toBeCloseTo(88.55, 2);
  // 7 words in 1 sentence, 8 syllables: 0.39 × 7 + 11.8 × 8/7 − 15.59.
  expect(toReadingLevel('We sit and say our no today.', 'en')?.score).toBeCloseTo(0.626, 2);
});

it('says something of every text with words, and nothing of others', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...languages),
      (text, language) => {
        const level = toReadingLevel(text, language);
        if (/\p{L}/u.test(text)) expect(Number.isFinite(level?.score)).toBe(true);
        else expect(level).toBeUndefined();
      },
    ),
  );
});
