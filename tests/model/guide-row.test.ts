import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stances, type Contribution } from '../../src/model/contribution.ts';
import { toGuideRows } from '../../src/model/guide-row.ts';
import { languages } from '../../src/model/language.ts';
import { LewisRange, toLewisSteps } from '../../src/model/lewis.ts';
import type { Material } from '../../src/model/material.ts';
import { StepProps, type Step } from '../../src/model/step.ts';
import { randomDuration } from './random.ts';
import { readContent } from './read-content.ts';

type Described = Parameters<typeof toGuideRows>[1][number];

const practiceIds = ['een', 'twee', 'drie', 'vier', 'vijf', 'check-in', 'op-voeten'];
const stepIds = ['a', 'b', 'c', 'd', 'e'];
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const words = fc.constantFrom('wat', 'wie', 'hoe', 'waarom');

const practice = (id: string, index: number): fc.Arbitrary<Described> =>
  fc
    .record({
      says: fc.array(words, { minLength: 1, maxLength: 3 }),
      space: words,
      materials: fc.constant<Material[]>([
        { name: `voor ${id}`, count: 1, per: 'group', used: false },
      ]),
      perPerson: maybe(fc.integer({ min: 1, max: 5 })),
      min: fc.integer({ min: 1, max: 12 }),
      more: maybe(fc.nat(40)),
      posture: fc.constantFrom('seated' as const, 'standing' as const, 'free' as const),
    })
    .map(({ perPerson, min, more, ...rest }) => ({
      ...rest,
      id,
      title: `Werkvorm ${id}`,
      lewis: index < 5 ? ((index + 1) as 1 | 2 | 3 | 4 | 5) : undefined,
      minutes: { min: 5, max: 30, perPerson },
      groupSize: { min, max: more === undefined ? undefined : min + more },
      accessibleVariant: `anders bij ${id}`,
      notes: 'topics' as const,
    }));

const step = (id: string): fc.Arbitrary<Step> =>
  fc
    .record({
      short: maybe(fc.constant('Een korte naam')),
      practice: maybe(fc.constantFrom(...practiceIds)),
      lewis: maybe(fc.constantFrom(...LewisRange.options)),
      phase: fc.constantFrom('before' as const, 'during' as const, 'after' as const),
      minutes: randomDuration(60),
      perPerson: maybe(fc.nat(5)),
      room: maybe(words),
      skip: maybe(fc.integer({ min: 1, max: 5 })),
      says: fc.array(words, { maxLength: 2 }),
    })
    .map(({ says, minutes, skip, ...rest }) => ({
      ...StepProps.parse({
        ...rest,
        id,
        title: `Stap ${id}`,
        from: 'case',
        minutes: [minutes.min, minutes.ideal, minutes.max].join('/'),
        ...(skip === undefined ? {} : { skip, lost: 'iets' }),
      }),
      summary: '',
      says,
    }));

const voice = fc.record({
  stance: fc.constantFrom(...stances),
  step: maybe(fc.constantFrom(...stepIds)),
  defends: maybe(fc.constantFrom(...stepIds)),
  needs: maybe(words),
});

const handbook = fc.record({
  id: fc.constant('sla'),
  people: fc.integer({ min: 2, max: 40 }),
  steps: fc.tuple(...stepIds.map(step)),
  contributions: fc
    .array(voice, { maxLength: 6 })
    .map((voices) =>
      voices.map(
        (each, index) =>
          ({ ...each, id: `stem-${index}`, role: 'een lezer', text: 'nee' }) as Contribution,
      ),
    ),
  practices: fc.tuple(...practiceIds.map(practice)),
});

/** Which practices a step uses, found in another way than the model does: its own, then by number. */
function toUsed(of: Step, practices: readonly Described[]): Described[] {
  const numbers: number[] = of.lewis ? toLewisSteps(of.lewis) : [];
  const ids = [
    ...(of.practice ? [of.practice] : []),
    ...numbers.map((number) => practiceIds[number - 1] ?? ''),
  ];
  return [...new Set(ids)].flatMap((id) => practices.filter((each) => each.id === id));
}

describe('the rows of a session plan', () => {
  it('are the steps of the case in order, each with its one address', () => {
    fc.assert(
      fc.property(handbook, ({ practices, ...entry }) => {
        const { rows, people } = toGuideRows(entry, practices);
        expect(people).toBe(entry.people);
        expect(rows.map(({ subject }) => subject)).toEqual(stepIds.map((id) => `cases/sla#${id}`));
        entry.steps.forEach((of, at) => {
          const row = rows[at];
          expect(row).toMatchObject({ id: of.id, phase: of.phase, heading: of.title });
          expect(row?.title).toBe(of.short ?? of.title);
          expect([row?.skip, row?.lost]).toEqual([of.skip, of.lost]);
        });
      }),
    );
  });

  it('take from the practice what the step does not say itself', () => {
    fc.assert(
      fc.property(handbook, ({ practices, ...entry }) => {
        const { rows } = toGuideRows(entry, practices);
        entry.steps.forEach((of, at) => {
          const row = rows[at];
          const used = toUsed(of, practices);
          const own = practices.find(({ id }) => id === of.practice);
          expect(row?.practices.map(({ id }) => id)).toEqual(used.map(({ id }) => id));
          expect(row?.says).toEqual([...of.says, ...used.flatMap(({ says }) => says)]);
          expect(row?.materials.map(({ name }) => name)).toEqual(
            used.map(({ id }) => `voor ${id}`),
          );
          expect(row?.room).toBe(of.room ?? own?.space);
          expect(row?.perPerson).toBe(of.perPerson ?? own?.minutes.perPerson ?? 0);
          const moves = own !== undefined && own.posture !== 'seated';
          expect(row?.accessible).toBe(moves ? own.accessibleVariant : undefined);
        });
      }),
    );
  });

  it('have minutes during the session only, and these add up', () => {
    fc.assert(
      fc.property(handbook, ({ practices, ...entry }) => {
        const { rows, minutes } = toGuideRows(entry, practices);
        const sum = { min: 0, ideal: 0, max: 0 };
        rows.forEach((row, at) => {
          const written = entry.steps[at]?.minutes;
          const counts = row.phase === 'during';
          expect(row.minutes).toEqual(counts ? written : { min: 0, ideal: 0, max: 0 });
          for (const part of ['min', 'ideal', 'max'] as const) sum[part] += row.minutes[part];
        });
        expect(minutes).toEqual(sum);
      }),
    );
  });

  it('are for a number of people that every practice during the session allows, and for the case itself', () => {
    fc.assert(
      fc.property(handbook, fc.integer({ min: 2, max: 60 }), ({ practices, ...entry }, people) => {
        const { min, max = Infinity } = toGuideRows(entry, practices).group;
        expect(min <= entry.people && entry.people <= max).toBe(true);
        const sizes = entry.steps
          .filter(({ phase }) => phase === 'during')
          .flatMap((of) => toUsed(of, practices).map(({ groupSize }) => groupSize));
        const allowed = sizes.every(
          (size) => size.min <= people && people <= (size.max ?? Infinity),
        );
        const between =
          Math.min(people, entry.people) >= min && Math.max(people, entry.people) <= max;
        if (allowed) expect(between).toBe(true);
        // Outside what the practices allow, only up to the people the case was held with.
        if (!allowed && between) {
          const bent = sizes.filter((size) => people < size.min || people > (size.max ?? Infinity));
          for (const size of bent)
            expect(people < size.min ? people >= entry.people : people <= entry.people).toBe(true);
        }
      }),
    );
  });

  it('carry the dissent about them and the dissent that defends them, and nothing else', () => {
    fc.assert(
      fc.property(handbook, ({ practices, ...entry }) => {
        for (const row of toGuideRows(entry, practices).rows) {
          const expected = entry.contributions.filter(
            ({ stance, step: at, defends }) =>
              ['insight', 'counterargument'].includes(stance) && [at, defends].includes(row.id),
          );
          expect(row.warnings.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        }
      }),
    );
  });
});

describe('the session plans of the handbook itself', () => {
  it.each(languages)('add up to what their case says (%s)', async (language) => {
    const { cases, practices } = await readContent(language);
    expect(cases.length).toBeGreaterThan(0);
    for (const entry of cases) {
      const { rows, minutes, group } = toGuideRows(entry, practices);
      if (entry.total !== undefined) expect(minutes.ideal).toBe(entry.total);
      expect(rows.length).toBe(entry.steps.length);
      expect(group.min).toBeLessThanOrEqual(entry.people);
      // Plain data: what goes to a file comes back the same.
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    }
  });
});
