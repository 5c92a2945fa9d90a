import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMaterials } from '../../src/model/add-materials.ts';
import { Material } from '../../src/model/material.ts';

const names = ['stiften', 'bel', 'kaarten', 'stoelen'];
const material: fc.Arbitrary<Material> = fc.record({
  name: fc.constantFrom(...names),
  count: fc.integer({ min: 1, max: 20 }),
  per: fc.constantFrom('group', 'person'),
  used: fc.boolean(),
});
const steps = fc.array(fc.record({ materials: fc.array(material, { maxLength: 6 }) }), {
  maxLength: 8,
});
const people = fc.integer({ min: 1, max: 200 });

describe('what to bring', () => {
  it('is what is used up in all, and of the rest the most that is needed at once', () => {
    fc.assert(
      fc.property(steps, people, (of, group) => {
        const expected = names.flatMap((name) => {
          const needs = of.map(({ materials }) =>
            materials
              .filter((each) => each.name === name)
              .map((each) => ({
                pieces: each.per === 'person' ? each.count * group : each.count,
                used: each.used,
              })),
          );
          const add = (list: { pieces: number }[]) =>
            list.reduce((sum, { pieces }) => sum + pieces, 0);
          const used = add(needs.flat().filter((each) => each.used));
          const kept = Math.max(0, ...needs.map((step) => add(step.filter((each) => !each.used))));
          return needs.flat().length === 0 ? [] : [{ name, count: used + kept }];
        });
        const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
        expect(addMaterials(of, group).sort(byName)).toEqual(expected.sort(byName));
      }),
      { numRuns: 1000 },
    );
  });

  it('stands in the order in which it is first needed, each thing once', () => {
    fc.assert(
      fc.property(steps, people, (of, group) => {
        const order = of.flatMap(({ materials }) => materials.map(({ name }) => name));
        expect(addMaterials(of, group).map(({ name }) => name)).toEqual([...new Set(order)]);
      }),
    );
  });

  it('never gets less with more people or with more steps', () => {
    fc.assert(
      fc.property(steps, people, people, (of, one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        const more = new Map(addMaterials(of, many).map(({ name, count }) => [name, count]));
        for (const less of [addMaterials(of, few), addMaterials(of.slice(1), many)])
          for (const { name, count } of less)
            expect(more.get(name) ?? 0).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('may be written as a word alone', () => {
    expect(Material.parse('een bel')).toEqual({
      name: 'een bel',
      count: 1,
      per: 'group',
      used: false,
    });
    expect(Material.safeParse({ name: 'stiften', count: 0 }).success).toBe(false);
    expect(Material.safeParse({ name: 'stiften', colour: 'rood' }).success).toBe(false);
  });

  it('counts one bell for all steps, and new cards in every step', () => {
    const materials = [
      Material.parse('bel'),
      Material.parse({ name: 'kaarten', count: 2, per: 'person', used: true }),
    ];
    expect(addMaterials([{ materials }, { materials }, { materials: [] }], 7)).toEqual([
      { name: 'bel', count: 1 },
      { name: 'kaarten', count: 28 },
    ]);
  });
});
