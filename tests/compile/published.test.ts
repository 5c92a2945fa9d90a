import { expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import type { Said } from '../../src/model/said.ts';
import { caseFile } from './mistakes.ts';
import { goodHandbook, writeHandbook, type Files } from './write-handbook.ts';

const read = async (files: Files, more: Parameters<typeof readHandbook>[0] = {}) =>
  readHandbook({ root: await writeHandbook(files), cache: false, environment: {}, ...more });

/** The good handbook with the practice `check-in` called `kring`, in both languages and wherever it is named. */
const renamed = (former: string): Files =>
  Object.fromEntries(
    Object.entries(goodHandbook).map(([file, text]) => {
      if (file.startsWith('dist/')) return [file, text];
      const isIt = file.endsWith('/practices/check-in.mdx');
      const now = text
        .replaceAll('practices/check-in', 'practices/kring')
        .replaceAll('practice="check-in"', 'practice="kring"')
        .replaceAll('next: [check-in]', 'next: [kring]');
      return [
        file.replace('practices/check-in', 'practices/kring'),
        isIt ? now.replace('kind: activity', `kind: activity${former}`) : now,
      ];
    }),
  );

it('a page that was published does not go without a redirect', async () => {
  const { problems } = await read(renamed(''));
  expect(problems.map(({ name, file }) => [name, file])).toEqual([
    ['lost-id', 'content/nl/practices/check-in.mdx'],
  ]);
  expect((await read(renamed('\nformerIds: [check-in]'))).problems).toEqual([]);
});

it('a step that was published may have another id, when it names the old one', async () => {
  const files = Object.fromEntries(
    Object.entries(goodHandbook).map(([file, text]) => [
      file,
      file.startsWith('dist/') ? text : text.replace('id="slot"', 'id="eind" formerIds={["slot"]}'),
    ]),
  );
  expect((await read(files)).problems).toEqual([]);
});

it('a no that was published may go when the case says what was done with it', async () => {
  const voice = /<Contribution[\s\S]*?<\/Contribution>\n/;
  const without = (text: string) => text.replace(voice, '');
  const english = 'content/en/cases/sla/index.mdx';
  const answered = (text: string) =>
    without(text).replace('people: 7', 'people: 7\nanswered:\n  nee-a: Stap 3 vraagt dit nu.');
  const { problems } = await read({
    ...goodHandbook,
    [caseFile]: answered(goodHandbook[caseFile] ?? ''),
    [english]: answered(goodHandbook[english] ?? ''),
  });
  expect(problems).toEqual([]);
  // What was done is told in every language.
  const { problems: uneven } = await read({
    ...goodHandbook,
    [caseFile]: answered(goodHandbook[caseFile] ?? ''),
    [english]: without(goodHandbook[english] ?? ''),
  });
  expect(uneven.map(({ name, expected }) => [name, expected])).toEqual([
    ['translation-differs', 'the answered voices: nee-a'],
  ]);
});

it.each(['', '{', '[]', '{"subjects":[{"id":1}]}'])(
  'a list of what was published that cannot be read holds nobody up (%s)',
  async (list) => {
    const { problems } = await read({ ...goodHandbook, 'dist/onderwerpen.json': list });
    expect(problems).toEqual([]);
  },
);

it('tells each open no of readers beside its step, and none that was answered', async () => {
  const say = (id: string, decisions: object[]) =>
    ({
      ...{ id, state: 'published', stance: 'counterargument', subject: 'cases/sla#slot' },
      ...{ needs: 'een pauze', date: '2026-11-24', at: '2026-11-24T10:00:00Z', decisions },
    }) as unknown as Said;
  const { advice } = await read(goodHandbook, {
    said: [say('r-open', []), say('r-klaar', [{ as: 'add' }])],
  });
  const open = advice.filter(({ name }) => name === 'open-no');
  expect(open.map(({ line, found }) => [line, found])).toEqual([
    [29, '“nee-a” needs: tijd'],
    [37, '“r-open” needs: een pauze'],
  ]);
});

it('no message tells a name that must not appear, whatever else is wrong beside it', async () => {
  const { problems, advice } = await read({
    ...goodHandbook,
    'content/nl/cases/sla/veriton-advies.png': 'x',
    [caseFile]: (goodHandbook[caseFile] ?? '')
      .replace('sector: zorg', 'sector: zorg\nVeriton Advies: x')
      .replace('Een eerste alinea.', '<Veriton naam="Véritón ADVIES’" />')
      .replace('Een laatste alinea.', '![Veriton Advies](./veriton-advies.svg)'),
  });
  expect(problems.filter(({ name }) => name === 'confidential-name').length).toBeGreaterThan(2);
  expect(JSON.stringify([problems, advice])).not.toMatch(/v.rit.n[\s-]advies/i);
});

it('a list of names that is not there is a problem, and so is one that cannot be read', async () => {
  const gone = await read(goodHandbook, { environment: { CONFIDENTIAL_NAMES: 'weg.txt' } });
  expect(gone.problems.map(({ name, file }) => [name, file])).toEqual([
    ['file-missing', 'weg.txt'],
  ]);
  const broken = await read({ ...goodHandbook, 'content/confidential.yml': 'salt: abc\n' });
  expect(broken.problems.map(({ name, line, column }) => [name, line, column])).toEqual([
    ['invalid-field', 1, 1],
  ]);
});
