import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batch, search, type Answer, type Found } from '../../src/search/search.ts';
import { openIndex } from '../../src/search/store.ts';
import { makeIndex, type Made } from './made.ts';

const asFound = (answer: Answer): Found => {
  if (answer.state !== 'found') throw new Error(`Expected findings, got ${answer.state}.`);
  return answer;
};
const toText = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

const pages: Made[] = [
  {
    href: '/casussen/sla/',
    title: 'Samenwerken rond een SLA',
    kind: 'casus',
    facts: { kind: ['casus'], minutes: { min: 120, max: 300 }, people: { min: 5, max: 12 } },
    passages: [
      ['', '', 'Een klant en een leverancier.'],
      ['stoelen', 'De stoelen aan de kant', 'Onderling vertrouwen was er zo een.'],
      ['vraag', 'Een vraag zonder winnaar', 'Er zit geen verwijt in.'],
      ['paren', 'Dit, maar ook dat', 'Wat botste, kwam naast elkaar te staan.'],
    ],
    own: new Map([
      [1, { lewis: ['5'], phase: ['during'] }],
      [2, { phase: ['before'] }],
    ]),
  },
  {
    href: '/werkvormen/debat/',
    title: 'Debat',
    kind: 'werkvorm',
    facts: { kind: ['werkvorm'], minutes: { min: 20, max: 40 }, people: { min: 6 } },
    passages: [['', '', 'Samen twee kanten onderzoeken, ook in een samenwerkingsgesprek.']],
  },
];
const { index } = await makeIndex(pages);
const ask = (text: string, rest = {}) => search(index, 'nl', { text, chosen: {}, ...rest });
const listHrefs = async (text: string, rest = {}) => {
  const answer = await ask(text, rest);
  return answer.state === 'found'
    ? answer.groups.flatMap(({ findings }) => findings.map(({ href }) => href))
    : [];
};

test('opens at the passage, with the word marked', async () => {
  const { groups } = asFound(await ask('vertrouwen'));
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ title: 'Samenwerken rond een SLA', kind: 'casus' });
  expect(groups[0]?.findings.map(({ href, pieces }) => [href, toText(pieces)])).toEqual([
    ['/casussen/sla/#stoelen', 'Onderling [vertrouwen] was er zo een.'],
  ]);
});

test('finds a compound by either of its parts, and marks it whole', async () => {
  for (const part of ['samenwerking', 'gesprek', 'gesprekken']) {
    const { groups } = asFound(await ask(part));
    expect(toText(groups.at(-1)?.findings[0]?.pieces ?? [])).toContain('[samenwerkingsgesprek]');
  }
});

test('finds a heading by its own words, even when each of them stands everywhere', async () => {
  const { groups } = asFound(await ask('dit maar ook dat'));
  expect(groups[0]?.findings[0]?.href).toBe('/casussen/sla/#paren');
});

test('finds while a word is being typed', async () => {
  expect(await listHrefs('vertr')).toEqual(['/casussen/sla/#stoelen']);
  expect(await listHrefs('vertr ')).toEqual([]);
});

test('says honestly that there is nothing: no beginning of a word, and no common word, is found instead', async () => {
  expect(await ask('overeenkomst')).toMatchObject({ state: 'zero', unknown: ['overeenkomst'] });
  expect(await ask('de het een')).toMatchObject({ state: 'zero', common: true });
  expect(await ask('💥')).toMatchObject({ state: 'zero', unknown: [], common: false });
});

test('goes on without a word that stands nowhere, and says so', async () => {
  expect(asFound(await ask('vertrouwen xyzzy')).unknown).toEqual(['xyzzy']);
});

test('says that words stand nowhere together, and gives what has one of them', async () => {
  const answer = asFound(await ask('leverancier onderzoeken '));
  expect(answer.apart).toBe(true);
  expect(answer.groups.map(({ href }) => href).sort()).toEqual([
    '/casussen/sla/',
    '/werkvormen/debat/',
  ]);
});

test('takes time and people out of the words, and finds what fits', async () => {
  expect(await listHrefs('voor 8 mensen, 30 minuten')).toEqual(['/werkvormen/debat/']);
  expect(await listHrefs('', { time: 150, people: 5 })).toEqual(['/casussen/sla/']);
  expect(asFound(await ask('kanten in een half uur')).query).toMatchObject({ time: 30 });
});

test('narrows to steps by what is known of each', async () => {
  expect(await listHrefs('', { chosen: { lewis: ['5'] } })).toEqual(['/casussen/sla/#stoelen']);
  expect(await listHrefs('verwijt', { chosen: { phase: ['before'] } })).toEqual([
    '/casussen/sla/#vraag',
  ]);
  expect(await ask('verwijt', { chosen: { phase: ['during'] } })).toMatchObject({ state: 'zero' });
});

test('counts the values beside the chosen one as if nothing was chosen among them', async () => {
  const answer = await ask('kanten', { chosen: { kind: ['casus'] } });
  expect((await answer.count())['kind']).toEqual({ casus: 1, werkvorm: 1 });
});

test('asks nothing of the facts before the findings are there', async () => {
  const { index: fresh, asked } = await makeIndex(pages);
  const answer = await search(fresh, 'nl', { text: 'vertrouwen', chosen: {} });
  expect(asked.some((file) => file.endsWith('facts.json'))).toBe(false);
  await answer.count();
  expect(asked.some((file) => file.endsWith('facts.json'))).toBe(true);
});

test('has nothing to do without words or filters', async () => {
  expect(await ask('')).toMatchObject({ state: 'idle' });
});

test('shows voices with the page they stand on, dissent first; the page knows best what it is called', async () => {
  const voice = { title: 'SLA', kind: 'casus', voice: 'Ik herken dit', where: 'bij ‘De stoelen’' };
  const passages: Made['passages'] = [['', '', 'Vertrouwen is snel weg.']];
  const said = await makeIndex([
    { ...voice, href: '/casussen/sla/#stem-een', passages },
    {
      ...voice,
      href: '/casussen/sla/#stem-twee',
      passages,
      mark: 'dissent',
      voice: 'Ik zie het anders',
    },
    ...pages,
  ]);
  const found = asFound(await search(said.index, 'nl', { text: 'vertrouwen', chosen: {} }));
  expect(found.groups).toHaveLength(1);
  expect(found.groups[0]).toMatchObject({ title: 'Samenwerken rond een SLA' });
  expect(found.groups[0]?.findings.map(({ title, mark }) => [toText(title), mark])).toEqual([
    ['De stoelen aan de kant', ''],
    ['Ik zie het anders', 'dissent'],
    ['Ik herken dit', ''],
  ]);
});

test('fetches pages in batches until all are there', async () => {
  const many = await makeIndex(
    Array.from({ length: batch + 2 }, (): Made => ({ passages: [['', '', 'Een nee.']] })),
  );
  const first = asFound(await search(many.index, 'nl', { text: 'nee', chosen: {} }));
  expect([first.groups.length, first.left]).toEqual([batch, 2]);
  const all = await first.more();
  expect([all.groups.length, all.left]).toEqual([batch + 2, 0]);
});

test('finds another name in both directions, and no word that is merely near', async () => {
  const names = [
    { id: 'leverancier', own: ['leverancier', 'dienstverlener'], loose: ['supplier'] },
  ];
  const named = await makeIndex(
    [
      { href: '/een/', passages: [['', '', 'De leverancier kwam.']] },
      { href: '/twee/', passages: [['', '', 'Een dienstverlener ging.']] },
      { href: '/drie/', passages: [['', '', 'De klant bleef.']] },
    ],
    { names },
  );
  for (const text of ['leverancier', 'dienstverleners', 'supplier']) {
    const { groups } = asFound(await search(named.index, 'nl', { text: `${text} `, chosen: {} }));
    expect(groups.map(({ href }) => href).sort(), text).toEqual(['/een/', '/twee/']);
  }
});

test('answers whatever is asked, and shows no text but what stands there', async () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.constantFrom(
      '(.*)+[',
      '__proto__ constructor',
      '"',
      '1 uur',
      '0 mensen',
      'a'.repeat(500),
      '日本語',
    ),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const answer = await ask(text);
      expect(['idle', 'zero', 'found']).toContain(answer.state);
    }),
    { numRuns: 200 },
  );
});

test('says that there is no index, and fails when it is only half there, without remembering that', async () => {
  expect(await openIndex('nl', () => Promise.reject(new Error('gone')))).toEqual({
    state: 'missing',
  });
  const { files } = await makeIndex(pages);
  let isWhole = false;
  const opening = await openIndex('nl', (file) => {
    const text = isWhole || file.endsWith('nl.json') ? files.get(file) : undefined;
    return text === undefined
      ? Promise.reject(new Error('half'))
      : Promise.resolve(JSON.parse(text));
  });
  if (opening.state === 'missing') throw new Error('The root is there.');
  const query = { text: 'vertrouwen', chosen: {} };
  await expect(search(opening.index, 'nl', query)).rejects.toThrow('half');
  isWhole = true;
  expect(await search(opening.index, 'nl', query)).toMatchObject({ state: 'found' });
});
