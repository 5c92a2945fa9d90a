import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExcerpt, withoutTitle } from '../../src/search/excerpt.ts';

const toText = (excerpt: string) =>
  readExcerpt(excerpt)
    .map(({ text }) => text)
    .join('');

test('marks the word and leaves its punctuation outside', () => {
  expect(readExcerpt('een <mark>“nee”.</mark> Meer')).toEqual([
    { text: 'een “', marked: false },
    { text: 'nee', marked: true },
    { text: '”. Meer', marked: false },
  ]);
});

test('keeps markup that somebody wrote as text', () => {
  expect(readExcerpt('&lt;img src=x onerror=alert(1)&gt; <b>&amp;amp;</b>')).toEqual([
    { text: '<img src=x onerror=alert(1)> <b>&amp;</b>', marked: false },
  ]);
});

test('reads a mark that is never closed, and one that holds no letter', () => {
  expect(readExcerpt('<mark>nee')).toEqual([{ text: 'nee', marked: true }]);
  expect(readExcerpt('ja <mark>…</mark>')).toEqual([{ text: 'ja …', marked: false }]);
});

test('loses no text that was escaped', () => {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\u00ad'));
      expect(toText(escape(text))).toBe(text);
      expect(toText(`<mark>${escape(text)}</mark>`)).toBe(text);
    }),
  );
});

test('takes the heading off that already stands above the passage', () => {
  const pieces = readExcerpt('Zoek de <mark>nee.</mark> Vraag wie het <mark>nee</mark> hoort.');
  expect(withoutTitle(pieces, 'Zoek de nee')).toEqual([
    { text: 'Vraag wie het ', marked: false },
    { text: 'nee', marked: true },
    { text: ' hoort.', marked: false },
  ]);
});

test('leaves a passage alone that does not begin with its heading, or holds nothing else', () => {
  const other = readExcerpt('Zoek verder. Daarna.');
  expect(withoutTitle(other, 'Zoek de nee')).toEqual(other);
  const only = readExcerpt('Zoek de <mark>nee.</mark>');
  expect(withoutTitle(only, 'Zoek de nee')).toEqual(only);
});
