import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listPurposes,
  packFindables,
  toGuideFindable,
  toPracticeFindable,
  unpackFindables,
  type Listed,
} from '../../src/model/findable.ts';
import { find, type Findable, type Wish } from '../../src/model/finder.ts';
import { toGuideRows } from '../../src/model/guide-row.ts';
import { languages, type Language } from '../../src/model/language.ts';
import { findByTrying } from './find-by-trying.ts';
import { randomSteps } from './random.ts';
import { readContent } from './read-content.ts';

const purposes = ['goed beginnen', 'een besluit nemen', 'alle geluiden horen', 'goed afsluiten'];

const group = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.option(fc.nat(30), { nil: undefined }))
  .map(([min, more]) => (more === undefined ? { min } : { min, max: min + more }));

const findable: fc.Arbitrary<Listed> = fc
  .record({
    kind: fc.constantFrom('guide' as const, 'practice' as const),
    title: fc.constantFrom('Rooster', 'Fusie', 'Contract', 'Check-in'),
    purposes: fc.subarray(purposes, { minLength: 1 }),
    group,
    people: fc.integer({ min: 1, max: 30 }),
    steps: fc.tuple(randomSteps, fc.nat(4)),
    exercise: fc.boolean(),
  })
  .map(({ steps: [steps, perPerson], kind, exercise, ...rest }) => ({
    ...rest,
    kind,
    id: '',
    language: 'nl' as const,
    exercise: kind === 'guide' && exercise,
    steps: steps.map(({ skip, ...step }) => ({
      ...step,
      title: `Stap ${step.id}`,
      perPerson,
      warnings: [],
      ...(skip === undefined ? {} : { skip, lost: `iets van ${step.id}` }),
    })),
  }));
const findables = fc
  .array(findable, { maxLength: 6 })
  .map((list) => list.map((each, index) => ({ ...each, id: `f${index}` })));

const wish: fc.Arbitrary<Wish> = fc.record(
  {
    minutes: fc.integer({ min: 1, max: 600 }),
    people: fc.integer({ min: 1, max: 60 }),
    purpose: fc.constantFrom(...purposes),
  },
  { requiredKeys: ['minutes', 'people'] },
);

const toPlain = (all: readonly Findable[], of: Wish) =>
  find(all, of).found.map(({ findable: { id }, ...rest }) => ({ id, ...rest }));

async function listContent(language: Language): Promise<Listed[]> {
  const { cases, practices } = await readContent(language);
  return [
    ...cases.map((entry) => toGuideFindable(entry, toGuideRows(entry, practices), practices)),
    ...practices.map(toPracticeFindable),
  ];
}

describe('finding what fits', () => {
  it('finds what trying everything finds, in the same order', () => {
    fc.assert(
      fc.property(findables, wish, (all, of) => {
        expect(toPlain(all, of)).toEqual(findByTrying(all, of));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds in the handbook itself what trying everything finds', async () => {
    for (const language of languages) {
      const all = await listContent(language);
      const anyPurpose = fc.constantFrom(undefined, ...listPurposes(all, language));
      const minutes = fc.integer({ min: 1, max: 480 });
      const people = fc.integer({ min: 1, max: 60 });
      fc.assert(
        fc.property(minutes, people, anyPurpose, (time, many, purpose) => {
          const of = { minutes: time, people: many, purpose };
          expect(toPlain(all, of)).toEqual(findByTrying(all, of));
        }),
        { numRuns: 200 },
      );
    }
  });

  it('counts everything once: found, near, or for another purpose and too far anyway', () => {
    fc.assert(
      fc.property(findables, wish, (all, of) => {
        const { found, near } = find(all, of);
        const serving = all.filter((each) => !of.purpose || each.purposes.includes(of.purpose));
        const missed =
          (near.time?.count ?? 0) + (near.people?.count ?? 0) + (near.both?.count ?? 0);
        expect(found.length + missed).toBe(serving.length);
        const anything = find(all, { minutes: of.minutes, people: of.people }).found.length;
        expect(near.purpose?.count ?? 0).toBe(anything - found.length);
      }),
    );
  });

  it('names what would help, and then something does fit', () => {
    fc.assert(
      fc.property(findables, wish, (all, of) => {
        const { found, near } = find(all, of);
        for (const [obstacle, { minutes, people }] of Object.entries(near)) {
          const purpose = obstacle === 'purpose' ? undefined : of.purpose;
          const helped = find(all, { minutes, people, purpose }).found;
          expect(helped.length).toBeGreaterThan(0);
          if (obstacle === 'time') {
            // A minute less would bring nothing that was not there.
            const before = find(all, { ...of, minutes: minutes - 1 }).found;
            expect(before.length).toBe(found.length);
            expect(minutes).toBeGreaterThan(of.minutes);
          }
          if (obstacle === 'people') expect(people).not.toBe(of.people);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leads from every purpose to something that fits, in both languages', async () => {
    for (const language of languages) {
      const all = await listContent(language);
      for (const purpose of listPurposes(all, language)) {
        const groups = all.flatMap(({ group: { min, max = min } }) => [min, max]);
        const found = groups.flatMap(
          (people) => find(all, { minutes: 1440, people, purpose }).found,
        );
        expect(found, purpose).not.toEqual([]);
      }
    }
  });

  it('says of 90 minutes and 7 people what a reader can check by hand', () => {
    const step = (id: string, [min, ideal, max]: [number, number, number], skip?: number) => ({
      ...{ id, title: id, minutes: { min, ideal, max }, perPerson: 0, skip, warnings: [] },
    });
    const plan = (id: string, steps: ReturnType<typeof step>[]): Findable => ({
      ...{
        kind: 'guide',
        id,
        title: id,
        purposes: [],
        group: { min: 6, max: 12 },
        people: 7,
        steps,
      },
    });
    const long = [
      step('welkom', [5, 10, 15], 2),
      step('kern', [80, 120, 150]),
      step('pauze', [10, 15, 20], 1),
    ];
    const all = [
      plan('lang', long),
      plan('kort', [step('kern', [20, 30, 40])]),
      plan('krap', [step('kern', [60, 100, 120])]),
      plan('te lang', [step('kern', [100, 120, 150])]),
      { ...plan('voor meer', [step('kern', [60, 90, 120])]), group: { min: 8 } },
    ];
    const { found, near } = find(all, { minutes: 90, people: 7 });
    expect(found.map(({ findable: { id }, how, dropped }) => [id, how, dropped])).toEqual([
      ['krap', 'shorter', []],
      ['kort', 'longer', []],
      ['lang', 'without', ['pauze']],
    ]);
    expect(found.map(({ total, spare }) => [total, spare])).toEqual([
      [90, 0],
      [40, 50],
      [90, 0],
    ]);
    expect(near).toEqual({
      time: { count: 1, minutes: 100, people: 7 },
      people: { count: 1, minutes: 90, people: 8 },
    });
  });

  it('gives a check-in more time in a larger group, and no less than its least in a small one', () => {
    const checkIn = toPracticeFindable({
      id: 'check-in',
      title: 'Check-in',
      language: 'nl',
      purposes: ['goed beginnen'],
      groupSize: { min: 2 },
      minutes: { min: 10, max: 45, perPerson: 2 },
    });
    expect(find([checkIn], { minutes: 9, people: 2 }).near.time).toMatchObject({ minutes: 10 });
    expect(find([checkIn], { minutes: 10, people: 5 }).found).toHaveLength(1);
    expect(find([checkIn], { minutes: 30, people: 20 }).near.time).toMatchObject({ minutes: 40 });
    expect(find([checkIn], { minutes: 30, people: 2 }).found[0]).toMatchObject({ how: 'planned' });
  });
});

describe('what goes to the browser', () => {
  it('comes out of it as it went in', () => {
    fc.assert(
      fc.property(findables, wish, (all, of) => {
        const arrived = unpackFindables(
          JSON.parse(JSON.stringify(packFindables(all, 'nl'))) as ReturnType<typeof packFindables>,
        );
        expect(toPlain(arrived, of)).toEqual(toPlain(all, of));
        all.forEach((each, at) => {
          const { steps = [], ...rest } = arrived[at] ?? {};
          expect({ ...rest, steps: each.steps }).toEqual(each);
          const named = (list: Listed['steps']) => list.filter(({ skip }) => skip !== undefined);
          expect(named(steps)).toEqual(named(each.steps));
        });
      }),
    );
  });

  it('stays small for every case', async () => {
    for (const language of languages) {
      const all = await listContent(language);
      for (const one of all) {
        const bytes = Buffer.byteLength(JSON.stringify(packFindables([one], language).findables));
        expect(bytes).toBeLessThan(2500);
      }
    }
  });
});
