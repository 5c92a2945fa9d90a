import { expect, test } from 'vitest';
import type { Pagefind, PagefindPage } from '../../src/search/pagefind.ts';
import { batch, search, toGroup, type Found } from '../../src/search/search.ts';

interface Asked {
  text: string | null;
  filters: Record<string, { any: string[] }>;
}

/** An index that answers with the same pages whatever is asked, and remembers the questions. */
function createIndex(pages: PagefindPage[]) {
  const asked: Asked[] = [];
  const pagefind: Pagefind = {
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    filters: () => Promise.resolve({ kind: { casus: 3 } }),
    search: (text, { filters }) => {
      asked.push({ text, filters });
      const narrowed = 'kind' in filters ? { stap: 0, casus: 1 } : { stap: 4, casus: 1 };
      return Promise.resolve({
        results: pages.map((page, index) => ({
          id: String(index),
          data: () => Promise.resolve(page),
        })),
        filters: { kind: narrowed },
      });
    },
  };
  return { pagefind, asked };
}

const page = (excerpt: string): PagefindPage => ({
  url: '/casussen/sla/',
  excerpt,
  meta: { title: 'Samen\u00adwerking', kind: 'casus', facts: '7 mensen' },
  sub_results: [{ title: 'De stoelen', url: '/casussen/sla/#stoelen', excerpt }],
});
const hit = page('Een <mark>nee</mark>');
const noise = page('En <mark>over</mark> iets');
const asFound = (answer: Awaited<ReturnType<typeof search>>): Found => {
  if (answer.state !== 'found') throw new Error(`Expected hits, got ${answer.state}.`);
  return answer;
};

test('gives each page with its passages, opening at the passage', () => {
  expect(toGroup(hit)).toEqual({
    title: 'Samenwerking',
    href: '/casussen/sla/',
    kind: 'casus',
    facts: '7 mensen',
    findings: [
      {
        title: 'De stoelen',
        href: '/casussen/sla/#stoelen',
        pieces: [
          { text: 'Een ', marked: false },
          { text: 'nee', marked: true },
        ],
        mark: '',
        where: '',
      },
    ],
  });
});

test('gives the page itself when no passage was found', () => {
  expect(toGroup({ ...hit, sub_results: [] }).findings).toMatchObject([
    { title: 'Samenwerking', href: '/casussen/sla/' },
  ]);
});

test('shows voices with the page they stand on, dissent first; the page knows best what it is called', async () => {
  const voice: PagefindPage = {
    url: '/casussen/sla/#stem-r-een',
    excerpt: 'Te <mark>snel</mark>',
    meta: {
      title: 'Twee teams',
      kind: 'casus',
      voice: 'Ik zie het anders',
      where: 'bij ‘De stoelen’',
      mark: 'dissent',
    },
    sub_results: [{ title: 'Twee teams', url: '/casussen/sla/#stem-r-een', excerpt: '' }],
  };
  const agreeing = {
    ...voice,
    url: '/casussen/sla/#stem-r-twee',
    meta: { title: 'Twee teams', kind: 'casus', voice: 'Ik herken dit' },
  };
  const elsewhere = { ...voice, url: '/casussen/anders/#stem-r-een' };
  const { pagefind } = createIndex([agreeing, voice, elsewhere, page('<mark>snel</mark>')]);
  const found = asFound(await search(pagefind, { text: 'snel', chosen: {} }));
  expect(found.left).toBe(0);
  expect(found.groups.map(({ title, href }) => [title, href])).toEqual([
    ['Samenwerking', '/casussen/sla/'],
    ['Twee teams', '/casussen/anders/#stem-r-een'],
  ]);
  expect(found.groups[0]?.findings.map(({ title, href, mark }) => [title, href, mark])).toEqual([
    ['De stoelen', '/casussen/sla/#stoelen', ''],
    ['Ik zie het anders', '/casussen/sla/#stem-r-een', 'dissent'],
    ['Ik herken dit', '/casussen/sla/#stem-r-twee', ''],
  ]);
});

test('has nothing to do without words or filters', async () => {
  const { pagefind, asked } = createIndex([hit]);
  expect(await search(pagefind, { text: '', chosen: {} })).toEqual({
    state: 'idle',
    counts: { kind: { casus: 3 } },
  });
  expect(await search(pagefind, { text: '💥', chosen: {} })).toMatchObject({ state: 'zero' });
  expect(asked).toEqual([]);
});

test('asks for every page of a kind when only a filter is chosen', async () => {
  const { pagefind, asked } = createIndex([noise]);
  expect(await search(pagefind, { text: ' ', chosen: { kind: ['casus'] } })).toMatchObject({
    state: 'found',
  });
  expect(asked[0]).toEqual({ text: null, filters: { kind: { any: ['casus'] } } });
});

test('counts the values beside the chosen one as if nothing was chosen among them', async () => {
  const { pagefind } = createIndex([hit]);
  const answer = await search(pagefind, { text: 'nee', chosen: { kind: ['casus'] } });
  expect(answer.counts).toEqual({ kind: { stap: 4, casus: 1 } });
});

test('says honestly that there is nothing when only the beginning of a word was found', async () => {
  const { pagefind } = createIndex([noise, noise]);
  expect(await search(pagefind, { text: 'overeenkomst', chosen: {} })).toMatchObject({
    state: 'zero',
  });
});

test('leaves pages out that do not answer, and counts without them', async () => {
  const { pagefind } = createIndex([hit, noise]);
  expect(asFound(await search(pagefind, { text: 'neen', chosen: {} }))).toMatchObject({
    left: 0,
    groups: [{ kind: 'casus' }],
  });
});

test('fetches pages in batches until all are there', async () => {
  const { pagefind } = createIndex(
    Array.from({ length: batch + 2 }, (_, n) => ({ ...hit, url: `/p-${String(n)}/` })),
  );
  const first = asFound(await search(pagefind, { text: 'nee', chosen: {} }));
  expect([first.groups.length, first.left]).toEqual([batch, 2]);
  const all = await first.more();
  expect([all.groups.length, all.left]).toEqual([batch + 2, 0]);
});
