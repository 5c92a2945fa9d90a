import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facets, type Facts } from '../../src/model/search-facts.ts';
import { countFindings, fits } from '../../src/search/counts.ts';
import { packFacts, toFacts, unpackFacts, type FactTable } from '../../src/search/facets.ts';
import { packPlaces, unpackPosting } from '../../src/search/format.ts';
import { search } from '../../src/search/search.ts';
import { makeIndex } from './made.ts';

const values = ['a', 'b', 'c'];
const span = fc
  .tuple(
    fc.integer({ min: 1, max: 90 }),
    fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  )
  .map(([min, more]) => (more === undefined ? { min } : { min, max: min + more }));
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    kind: fc.subarray(values, { minLength: 1 }),
    lewis: fc.subarray(values, { minLength: 1 }),
    heat: fc.subarray(values, { minLength: 1, maxLength: 1 }),
    minutes: span,
    people: span,
  },
  { requiredKeys: [] },
);
const table: fc.Arbitrary<FactTable> = fc.array(
  fc.record({
    page: facts,
    passages: fc.array(fc.tuple(fc.nat(4), facts), { maxLength: 3 }).map((each) => new Map(each)),
  }),
  { maxLength: 12 },
);
const narrowing = fc.record(
  {
    chosen: fc.record(
      { kind: fc.subarray(values), lewis: fc.subarray(values), heat: fc.subarray(values) },
      { requiredKeys: [] },
    ),
    time: fc.integer({ min: 1, max: 120 }),
    people: fc.integer({ min: 1, max: 120 }),
  },
  { requiredKeys: ['chosen'] },
);

test('what is known of pages and passages comes back as it was written', () => {
  fc.assert(
    fc.property(table, (given) => {
      expect(unpackFacts(JSON.parse(packFacts(given)) as never)).toEqual(given);
    }),
  );
});

test('a place in the index comes back as it was written', () => {
  const place = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 15 }));
  const posting = fc.uniqueArray(fc.tuple(fc.nat(20_000), fc.array(place, { minLength: 1 })), {
    selector: ([page]) => page,
  });
  fc.assert(
    fc.property(posting, (given) => {
      let before = 0;
      const sorted = given.sort(([a], [b]) => a - b);
      const packed = sorted.map(([page, places]) => {
        const step = `${(page - before).toString(36)}:`;
        before = page;
        return step + places.map(([passage, weight]) => packPlaces(passage, weight)).join('');
      });
      expect([...unpackPosting(packed.join(''))]).toEqual(sorted);
    }),
  );
});

test('every count is what choosing that value would give', () => {
  fc.assert(
    fc.property(table, narrowing, (given, chosen) => {
      const findings = given.flatMap((_, page) =>
        [0, 1, 2].map((passage): [number, number] => [page, passage]),
      );
      const counts = countFindings(findings, given, chosen);
      for (const facet of facets)
        for (const value of values) {
          const asked = { ...chosen, chosen: { ...chosen.chosen, [facet]: [value] } };
          const found = findings.filter(([page, passage]) => {
            const row = given[page];
            return row && fits(toFacts(row, passage), asked);
          });
          expect(counts[facet]?.[value] ?? 0).toBe(found.length);
        }
    }),
  );
});

test('200 pairs of time and people give what going through everything by hand gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ minutes: span, people: span }), { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 120 }),
      async (given, time, people) => {
        const { index } = await makeIndex(
          given.map((each) => ({ facts: each, passages: [['', '', 'een nee']] })),
          { language: 'en' },
        );
        const answer = await search(index, 'en', { text: '', chosen: {}, time, people });
        const byHand = given.filter(
          (each) =>
            each.minutes.min <= time &&
            people >= each.people.min &&
            (!('max' in each.people) || people <= each.people.max),
        );
        expect(answer.state === 'found' ? answer.groups.length + answer.left : 0).toBe(
          byHand.length,
        );
      },
    ),
    { numRuns: 200 },
  );
});
