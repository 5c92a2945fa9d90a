import path from 'node:path';
import { expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import type { Case, Practice } from '../../src/model/entry.ts';
import { toGuideRows } from '../../src/model/guide-row.ts';
import { toHandOut } from '../../src/model/hand-out.ts';

const { files } = await readHandbook({
  root: path.resolve(import.meta.dirname, '../..'),
  cache: false,
});
const entries = <T>(collection: string, language: string): T[] =>
  files
    .filter((file) => file.collection === collection && file.language === language)
    .map(({ entry }) => entry as T);

it.each(['nl', 'en'] as const)(
  'tells participants nothing that is only for the facilitator (%s)',
  (language) => {
    const practices = entries<Practice>('practices', language);
    const cases = entries<Case>('cases', language);
    expect(cases.length).toBeGreaterThan(0);
    for (const entry of cases) {
      const { rows, ...guide } = toGuideRows(entry, practices);
      const shared = JSON.stringify(
        toHandOut({ ...guide, rows, id: entry.id, language, title: entry.short, href: '/' }),
      );
      const secret = [
        ...rows.flatMap((row) => [
          row.ask,
          row.lost,
          row.lead,
          row.room,
          row.accessible,
          ...(row.heading === row.title ? [] : [row.heading]),
          ...row.says,
          ...row.warnings.flatMap(({ text, needs, role }) => [text, needs, role]),
        ]),
        ...practices.flatMap(({ does, pitfalls, signsNotYet, signsToMoveOn }) => [
          ...does,
          ...pitfalls,
          ...signsNotYet,
          ...signsToMoveOn,
        ]),
      ].filter((text) => text !== undefined);
      expect(secret.length).toBeGreaterThan(20);
      expect(secret.filter((text) => shared.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
        [],
      );
      expect(shared).toContain(rows.find(({ phase }) => phase === 'during')?.title);
      expect(JSON.parse(shared)).not.toHaveProperty('rows.0.heat');
    }
  },
);
