import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarker, toExcerpt, toMarked } from '../../src/search/excerpt.ts';
import { toTongue } from '../../src/search/language.ts';
import { readQuestion } from '../../src/search/question.ts';

const dutch = toTongue('nl');
const toMarker = (text: string) => createMarker(readQuestion(`${text} `, [], dutch), dutch);
const show = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('marks every form of the word and the compounds it is a part of, and leaves punctuation outside', () => {
  expect(show(toMarked('Een “stem”. Vijf stemmen, een tegenstem.', toMarker('stem')))).toBe(
    'Een “[stem]”. Vijf [stemmen], een [tegenstem].',
  );
});

test('shows the part of a long text with most of what was asked in it', () => {
  const filler = 'Er gebeurt hier verder weinig. '.repeat(20);
  const text = `Een nee. ${filler}Een nee die verspreid wordt, is geen eenzame nee. ${filler}`;
  const shown = show(toExcerpt(text, toMarker('eenzame nee')));
  expect(shown).toContain('[eenzame] [nee]');
  expect(shown).toMatch(/^… .* …$/);
});

test('keeps markup that somebody wrote as text, and loses no letter of a short text', () => {
  const text = '<img src=x onerror=alert(1)> &amp; nee';
  expect(show(toMarked(text, toMarker('nee')))).toBe(`<img src=x onerror=alert(1)> &amp; [nee]`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 10 }), (whole, asked) => {
      const pieces = toMarked(whole, toMarker(asked));
      expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
    }),
  );
});
