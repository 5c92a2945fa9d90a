import type { Facts } from '../model/search-facts.ts';

/** Every page: the facts of the page, and of those passages that have facts of their own. */
export type FactTable = PageFacts[];
export interface PageFacts {
  page: Facts;
  passages: Map<number, Facts>;
}

/** The facts of a passage: its own go before those of its page. */
export const toFacts = ({ page, passages }: PageFacts, passage: number): Facts => ({
  ...page,
  ...passages.get(passage),
});

/** The table as text. Facts that are the same are written once; most are. */
export function packFacts(table: FactTable): string {
  const known = new Map<string, number>();
  const toNumber = (facts: Facts) => {
    const text = JSON.stringify(facts);
    if (!known.has(text)) known.set(text, known.size);
    return (known.get(text) ?? 0).toString(36);
  };
  const rows = table.map(({ page, passages }) =>
    [
      toNumber(page),
      ...[...passages].map(([at, facts]) => `${at.toString(36)}.${toNumber(facts)}`),
    ].join(','),
  );
  return JSON.stringify({
    facts: [...known.keys()].map((text): unknown => JSON.parse(text)),
    rows,
  });
}

/** The table again. */
export function unpackFacts({ facts, rows }: { facts: Facts[]; rows: string[] }): FactTable {
  const read = (digits = '') => parseInt(digits, 36);
  return rows.map((row) => {
    const [page, ...passages] = row.split(',');
    return {
      page: facts[read(page)] ?? {},
      passages: new Map(
        passages.map((each): [number, Facts] => {
          const [at, own] = each.split('.');
          return [read(at), facts[read(own)] ?? {}];
        }),
      ),
    };
  });
}
