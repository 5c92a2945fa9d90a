import type { Material } from './material.ts';

// Apart from the schema of materials, so that programs in the page can add without bringing a validator along.

/** What to bring in all: a name and a number of pieces. */
export interface MaterialTotal {
  name: string;
  count: number;
}

/**
 * Everything to bring for some steps and a number of people, in order of first use. Things are the same when their
 * names are. Used-up things add up over the steps; other things count once, at the step that needs most of them.
 */
export function addMaterials(
  steps: readonly { materials: readonly Material[] }[],
  people: number,
): MaterialTotal[] {
  const totals = new Map<string, { kept: number; used: number }>();
  for (const { materials } of steps) {
    const here = new Map<string, { kept: number; used: number }>();
    for (const { name, count, per, used } of materials) {
      const pieces = per === 'person' ? count * people : count;
      const sum = here.get(name) ?? { kept: 0, used: 0 };
      here.set(
        name,
        used ? { ...sum, used: sum.used + pieces } : { ...sum, kept: sum.kept + pieces },
      );
    }
    for (const [name, { kept, used }] of here) {
      const sum = totals.get(name) ?? { kept: 0, used: 0 };
      totals.set(name, { kept: Math.max(sum.kept, kept), used: sum.used + used });
    }
  }
  return [...totals].map(([name, { kept, used }]) => ({ name, count: kept + used }));
}
