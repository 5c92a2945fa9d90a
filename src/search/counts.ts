import { facets, type Facet, type Facts, type Span } from '../model/search-facts.ts';
import { toFacts, type FactTable } from './facets.ts';
import type { Query } from './query.ts';

/** How many findings have each value, per facet. */
export type Counts = Record<string, Record<string, number>>;

type Narrowing = Omit<Query, 'text'>;

/** Whether a passage is among what was chosen; `except` leaves one facet open. */
export function fits(facts: Facts, { chosen, time, people }: Narrowing, except?: Facet): boolean {
  if (time !== undefined && !hasTime(facts.minutes, time)) return false;
  if (people !== undefined && !isAmong(facts.people, people)) return false;
  return facets.every((facet) => {
    const values = chosen[facet];
    if (facet === except || !values?.length) return true;
    return facts[facet]?.some((value) => values.includes(value)) ?? false;
  });
}

/** With more time than it takes at most something still fits; with less than its least it does not. */
const hasTime = (minutes: Span | undefined, time: number): boolean =>
  minutes !== undefined && minutes.min <= time;

const isAmong = (people: Span | undefined, count: number): boolean =>
  people !== undefined && people.min <= count && count <= (people.max ?? Infinity);

/** Values of one facet are alternatives, so each facet is counted as if nothing was chosen in it. */
export function countFindings(
  findings: Iterable<readonly [page: number, passage: number]>,
  table: FactTable,
  narrowing: Narrowing,
): Counts {
  const counts: Counts = {};
  for (const [page, passage] of findings) {
    const row = table[page];
    if (!row) continue;
    const facts = toFacts(row, passage);
    const isIn = fits(facts, narrowing);
    for (const facet of facets) {
      const values = facts[facet];
      if (!values || !(isIn || fits(facts, narrowing, facet))) continue;
      const count = (counts[facet] ??= {});
      for (const value of values) count[value] = (count[value] ?? 0) + 1;
    }
  }
  return counts;
}

/** Facets of which a step has a value of its own. */
const ofSteps = ['lewis', 'phase', 'heat'] as const;

/** What there is to find without words: pages, and steps when it is steps that are chosen. */
export function* listAll(table: FactTable, { chosen }: Narrowing): Generator<[number, number]> {
  const withSteps = ofSteps.some((facet) => chosen[facet]?.length);
  for (const [page, { passages }] of table.entries()) {
    yield [page, 0];
    if (withSteps) for (const passage of passages.keys()) if (passage > 0) yield [page, passage];
  }
}
