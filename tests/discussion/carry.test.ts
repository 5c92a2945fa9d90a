import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportDiscussion, exportPublic, importDiscussion } from '../../src/discussion/carrying.ts';
import { createStore, openStore, type Keeping } from '../../src/discussion/keeping.ts';
import { newFormKey } from '../../src/discussion/reference-code.ts';
import type { NewContribution } from '../../src/discussion/store.ts';
import { toText } from '../../src/discussion/carry/write.ts';
import { openScratch, schema } from '../../src/discussion/stores/scratch.ts';
import { after, start, toNew } from './drafts.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

let server: PostgresServer;
let folder = '';
beforeAll(async () => {
  [server, folder] = await Promise.all([startPostgres(), mkdtemp(path.join(tmpdir(), 'carry-'))]);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

let made = 0;
const toPath = (name: string) => path.join(folder, `${(made += 1)}-${name}`);

const places = {
  SQLite: () => Promise.resolve<Keeping>({ kind: 'sqlite', file: toPath('discussion.db') }),
  PostgreSQL: () =>
    Promise.resolve<Keeping>({ kind: 'postgres', address: server.createDatabase() }),
};
const kinds = ['SQLite', 'PostgreSQL'] as const;

async function create(kind: (typeof kinds)[number] = 'SQLite'): Promise<Keeping> {
  const keeping = await places[kind]();
  await createStore(keeping, start);
  return keeping;
}

async function toFile(keeping: Keeping): Promise<string> {
  const file = toPath('discussion.json');
  await exportDiscussion(keeping, file);
  return file;
}

const read = (file: string) => readFile(file, 'utf8');

/** Signs that break things: separators of lines, what JSON escapes, pairs, and marks that stand on what is before them. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((some) => some.replaceAll('\0', '')),
  fc.constantFrom(
    '',
    '\n',
    '\u2028\u2029\u0085',
    '"},\n]',
    '\\u0000',
    '\u{1F600}',
    'e\u0301',
    "'; drop table emails; --",
  ),
);
const fate = fc.constantFrom('pending', 'publish', 'decline', 'below', 'revise', 'withdraw');
const spoken = fc.record({
  words: text,
  html: text,
  needs: fc.option(text, { nil: undefined }),
  name: fc.option(text, { nil: undefined }),
  email: fc.option(text, { nil: undefined }),
  on: fc.option(text, { nil: undefined }),
  fate,
});

async function fill(
  keeping: Keeping,
  all: readonly (typeof spoken extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const store = await openStore(keeping);
  for (const { fate: happens, html, ...draft } of all) {
    const given: NewContribution = { ...toNew({ ...draft, key: newFormKey() }), html };
    await store.add(given);
    const decide = (as: 'publish' | 'below') =>
      store.decide(given.id, { as, by: 'redactie' }, { at: after(1), version: 1 });
    if (happens === 'revise')
      await store.revise(given.code, { words: 'Anders', html, cleaner: 'test 1', at: after(2) });
    if (happens === 'withdraw') await store.withdraw(given.code, after(3));
    if (happens === 'publish' || happens === 'below') await decide('publish');
    if (happens === 'below') await decide('below');
    if (happens === 'decline')
      await store.decide(
        given.id,
        { as: 'decline', by: 'redactie', reason: 'insults' },
        { at: after(1), version: 1 },
      );
  }
  await store.close();
}

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ words: `Zin ${index}`, html: `<p>Zin ${index}</p>`, needs: undefined, on: undefined },
    ...{ name: undefined, email: `mens${index}@voorbeeld.nl`, fate: 'publish' as const },
  }));

describe('carrying a discussion elsewhere', () => {
  it.each(kinds.flatMap((from) => kinds.map((to) => [from, to] as const)))(
    'gives the same bytes again, from %s through %s',
    async (from, to) => {
      await fc.assert(
        fc.asyncProperty(fc.array(spoken, { maxLength: 25 }), async (all) => {
          const [here, there] = [await create(from), await create(to)];
          await fill(here, all);
          const first = await toFile(here);
          await importDiscussion(there, first);
          expect(await read(await toFile(there))).toBe(await read(first));
        }),
        { numRuns: from === 'SQLite' && to === 'SQLite' ? 12 : 3 },
      );
    },
  );

  it('carries more rows than are read at a time, and goes on counting after them', async () => {
    for (const kind of kinds) {
      const [here, there] = [await create('SQLite'), await create(kind)];
      await fill(here, some(205));
      const counts = await importDiscussion(there, await toFile(here));
      expect(counts).toMatchObject({ contributions: 205, emails: 205, decisions: 205 });
      await fill(there, some(1));
      const rows = JSON.parse(await read(await toFile(there))) as {
        tables: { contributions: [number, ...unknown[]][] };
      };
      expect(rows.tables.contributions.map(([number]) => number)).toEqual(
        Array.from({ length: 206 }, (_, index) => index + 1),
      );
    }
  });

  it('writes JSON that says it is private, for the eyes of its owner only, and over no other file', async () => {
    const here = await create();
    await fill(here, some(1));
    const file = await toFile(here);
    expect(JSON.parse(await read(file))).toMatchObject({
      format: 'onderstroom discussion',
      notice: expect.stringMatching(/^Private\./) as string,
      tables: { emails: [[1, 'mens0@voorbeeld.nl']] },
    });
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    await expect(exportDiscussion(here, file)).rejects.toThrow('is there already');
    await expect(exportDiscussion(here, path.join(folder, 'no', 'where'))).rejects.toThrow(
      'no such file or folder',
    );
  });

  it('writes for everybody what everybody may read, and no more', async () => {
    const here = await create();
    await fill(here, some(2));
    await fill(
      here,
      some(1).map((one) => ({ ...one, words: 'Wacht nog', fate: 'pending' as const })),
    );
    const file = toPath('public.json');
    await exportPublic(here, file);
    const written = await read(file);
    expect(JSON.parse(written)).toMatchObject({ contributions: [{ html: '<p>Zin 0</p>' }, {}] });
    expect(written).not.toMatch(/@|Wacht|digest_|"code/);
    await expect(importDiscussion(await create(), file)).rejects.toThrow('public export');
  });

  it('exports beside a program that writes', async () => {
    const here = await create();
    const store = await openStore(here);
    await store.add(toNew());
    expect((await read(await toFile(here))).match(/"r-/g)).toHaveLength(1);
    await store.close();
  });
});

describe('a file of the first version', () => {
  const of = (
    table: string,
    values: Record<string, string | number>,
    columns: readonly string[],
  ) => ({
    ...{ table, line: 0 },
    values: columns.map((name) => values[name] ?? null),
  });

  it('becomes what a store of then becomes when this program opens it', async () => {
    const then = await openScratch(1);
    const tables = await then.listTables();
    const id = 'r-2dk6sgw6kd2qv4nm';
    const rows = {
      contributions: {
        ...{
          number: 3,
          id,
          code_digest: 'ab',
          status: 'published',
          version: 1,
          subject: 'cases/sla',
        },
        ...{
          language: 'nl',
          stance: 'insight',
          raw: 'Nee.',
          html: '<p>Nee.</p>',
          cleaner: 'test 1',
        },
        ...{ sent: start.toISOString(), published: after(1).toISOString() },
      },
      emails: { contribution: 3, email: 'mens@voorbeeld.nl' },
      decisions: {
        ...{ number: 1, contribution: id, verdict: 'publish', by_role: 'redactie' },
        at: after(1).toISOString(),
      },
      onderstroom: {
        id: 1,
        made_for: 'the discussion of an Onderstroom handbook',
        made: start.toISOString(),
      },
    } as Record<string, Record<string, string | number>>;
    const all = tables.flatMap(({ name, columns }) =>
      rows[name] === undefined
        ? []
        : [
            of(
              name,
              rows[name],
              columns.map((column) => column.name),
            ),
          ],
    );
    await then.close();
    const file = toPath('first.json');
    await writeFile(
      file,
      toText(
        schema.slice(0, 1),
        tables,
        (async function* () {
          yield* await Promise.resolve(all);
        })(),
      ),
    );
    for (const kind of kinds) {
      const there = await create(kind);
      expect(await importDiscussion(there, file)).toMatchObject({
        contributions: 1,
        emails: 1,
        decisions: 1,
      });
      const store = await openStore(there);
      expect(await store.listSaid()).toMatchObject([
        { id, html: '<p>Nee.</p>', decisions: [{ as: 'publish' }] },
      ]);
      await store.close();
    }
  });
});

describe('a file that cannot be taken in', () => {
  const isEmpty = async (keeping: Keeping, fresh: string) => {
    expect(await read(await toFile(keeping))).toBe(fresh);
  };

  it.each(kinds)('leaves %s as it was, and says where it goes wrong', async (kind) => {
    const here = await create();
    await fill(here, some(130));
    const good = await read(await toFile(here));
    const there = await create(kind);
    const fresh = await read(await toFile(there));
    const lines = good.split('\n');
    const change = (line: number, by: (text: string) => string) =>
      lines.map((one, index) => (index === line - 1 ? by(one) : one)).join('\n');
    const bad: [string, string | RegExp][] = [
      ['', 'Line 1: expected the first line of an export of this program; found nothing'],
      ['SQLite format 3', 'Line 1: expected the first line of an export'],
      [good.replace('"version":1', '"version":2'), 'Use a newer version'],
      [good.replace('["001-begin"', '["001-end"'), 'newer version'],
      [good.replace('"needs"', '"wants"'), /^Line 4: expected “"columns"/],
      [lines.slice(0, 100).join('\n') + '\n', 'stops before line 101'],
      [good.slice(0, -80), /stops before line|Line \d+/],
      [change(20, (row) => row.replace('[', '[[')), /^Line 20(, column \d+)?: expected/],
      [
        change(20, (row) => row.replace(/^\[\d+/, '["x"')),
        'Line 20: expected a whole number for “number”; found “"x"”',
      ],
      [
        change(20, (row) => row.replace(/^\[\d+,/, '[')),
        'Line 20: expected a row of 22 values in the table “contributions”; found 21 values',
      ],
      [change(20, (row) => row.replace('Zin', 'Zon')), 'was changed after it was written'],
      [
        change(21, () => lines[19] ?? ''),
        /^Line \d+: expected rows that go together; found .*(UNIQUE|unique)/,
      ],
      [
        change(20, (row) => row.replace('"published"', '"seen"')),
        /^Line \d+: expected rows that go together/,
      ],
      [`${good}{}\n`, /expected the end of the file/],
      [`\uFEFF${good}`, 'Line 1'],
    ];
    for (const [contents, message] of bad) {
      const file = toPath('bad.json');
      await writeFile(file, contents);
      await expect(importDiscussion(there, file)).rejects.toThrow(message);
    }
    const file = toPath('bytes.json');
    await writeFile(
      file,
      Buffer.concat([Buffer.from(good.slice(0, 400)), Buffer.from([0xff, 10])]),
    );
    await expect(importDiscussion(there, file)).rejects.toThrow('expected text in UTF-8');
    await isEmpty(there, fresh);
  });

  it.each(kinds)('is none when there is a discussion in %s already', async (kind) => {
    const [here, there] = [await create(), await create(kind)];
    await fill(here, some(2));
    await fill(there, some(1));
    const before = await read(await toFile(there));
    await expect(importDiscussion(there, await toFile(here))).rejects.toMatchObject({
      why: 'exists',
      message: expect.stringContaining('run “create” there') as string,
    });
    await isEmpty(there, before);
  });

  it('shows nothing of itself that steers a terminal', async () => {
    const file = toPath('bad.json');
    await writeFile(file, '\u001b[31m{"format":\u202e');
    const error: unknown = await importDiscussion(await create(), file).catch(
      (why: unknown) => why,
    );
    expect(String(error)).toContain('Line 1');
    expect(String(error)).not.toMatch(/[\u001b\u202e]/);
  });
});
