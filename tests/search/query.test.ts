import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facets } from '../../src/model/search-facts.ts';
import {
  isAsking,
  longestText,
  readNumbers,
  readQuery,
  toParams,
  type Query,
} from '../../src/search/query.ts';

test('a search is a link', () => {
  const query: Query = { text: 'nee', chosen: { kind: ['stap', 'casus'], lewis: ['2'] } };
  expect(toParams(query)).toBe('q=nee&kind=stap&kind=casus&lewis=2');
  expect(readQuery(new URLSearchParams(toParams(query)))).toEqual(query);
});

test('a link gives the same search back, whatever was typed', () => {
  const value = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
  const values = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  const chosen = fc.record(Object.fromEntries(facets.map((facet) => [facet, values])), {
    requiredKeys: [],
  });
  const text = fc.string({ unit: 'grapheme', maxLength: 80 }).map((typed) => typed.trim());
  fc.assert(
    fc.property(text, chosen, (typed, narrowed) => {
      const query = { text: typed.slice(0, longestText), chosen: narrowed };
      expect(readQuery(new URLSearchParams(toParams(query)))).toEqual(query);
    }),
  );
});

test('leaves out values that no filter can have, and cuts off very long texts', () => {
  const params = new URLSearchParams({ q: 'x'.repeat(900), kind: '<b>', heat: '3' });
  expect(readQuery(params)).toEqual({ text: 'x'.repeat(longestText), chosen: { heat: ['3'] } });
});

test('asks something with a word, a digit or a filter, and nothing with signs alone', () => {
  expect(isAsking({ text: 'één', chosen: {} })).toBe(true);
  expect(isAsking({ text: '4', chosen: {} })).toBe(true);
  expect(isAsking({ text: '', chosen: { kind: ['casus'] } })).toBe(true);
  expect(isAsking({ text: '💥 .*(', chosen: {} })).toBe(false);
  expect(isAsking({ text: '  ', chosen: { kind: [] } })).toBe(false);
});

test('how much time and how many people there are is in the link too', () => {
  const query = readQuery(new URLSearchParams('q=nee&time=90&people=7'));
  expect(query).toEqual({ text: 'nee', chosen: {}, time: 90, people: 7 });
  expect(toParams(query)).toBe('q=nee&time=90&people=7');
  expect(readQuery(new URLSearchParams('time=abc&people=-3'))).toEqual({ text: '', chosen: {} });
});

test.each([
  ['samenvatten met 8 mensen in 30 minuten', { people: 8, time: 30 }],
  ['een werkvorm van anderhalf uur', { time: 90 }],
  ['1,5 uur', { time: 90 }],
  ['a session of 2 hours for 12 people', { time: 120, people: 12 }],
  ['half an hour', { time: 30 }],
  ['vier en drie mensen', {}],
  ['stap 4', {}],
])('“%s” is read as %o', (text, wish) => {
  const { time, people } = readNumbers({ text, chosen: {} });
  expect({ time, people }).toEqual({ time: undefined, people: undefined, ...wish });
});
