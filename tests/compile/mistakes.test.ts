import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import { toText } from '../../src/compile/report.ts';
import { problems, severityOf, type ProblemName } from '../../src/problems.ts';
import { caseFile, mistakes, type Mistake } from './mistakes.ts';
import { goodHandbook, writeHandbook, writeIn } from './write-handbook.ts';

/** Advice stops nothing, so a text with nothing but that has no problem. */
const isAdvice = ({ finds }: Mistake) => severityOf(finds) === 'advice';

const read = (root: string) => readHandbook({ root, cache: false });

/** The good handbook with one mistake in it, and where the build must say so. */
function toBroken({ file = caseFile, from, to, at }: Mistake): {
  file: string;
  text: string;
  place: string;
} {
  const good = goodHandbook[file] ?? '';
  if (from !== '' && !good.includes(from)) throw new Error(`“${from}” is not in ${file}`);
  const text = from === '' ? to : good.replace(from, () => to);
  const offset = text.indexOf(at);
  if (offset === -1) throw new Error(`“${at}” is not in the broken ${file}`);
  const before = text.slice(0, offset).split('\n');
  return {
    file,
    text,
    place: `${file}:${String(before.length)}:${String((before.at(-1) ?? '').length + 1)}`,
  };
}

it('finds nothing wrong in a good handbook', async () => {
  const { problems: found, files } = await read(await writeHandbook(goodHandbook));
  expect(toText(found)).toBe('No problems found.');
  expect(files).toHaveLength(7);
});

describe('a mistake gets a message with its file, line and column, and what to do', () => {
  it.each(mistakes.map((mistake) => [mistake.what, mistake] as const))(
    '%s',
    async (_what, mistake) => {
      const broken = toBroken(mistake);
      const { problems: found, advice } = await read(
        await writeHandbook({ ...goodHandbook, [broken.file]: broken.text }),
      );
      const [problem] = [...found, ...advice].filter(
        ({ name, file }) => name === mistake.finds && file === broken.file,
      );
      expect(problem, toText(found)).toBeDefined();
      if (!problem) return;
      expect(
        `${problem.file}:${String(problem.line)}:${String(problem.column)}`,
        toText(found),
      ).toBe(broken.place);
      const { expected, found: seen, hint } = problem;
      for (const part of [expected, seen, hint]) expect(part.trim()).not.toBe('');
      expect(toText([problem])).toContain(mistake.says ?? mistake.finds);
      // One mistake is one message: nothing else is reported about this file.
      expect(found.filter(({ file }) => file === broken.file).map(({ name }) => name)).toEqual(
        isAdvice(mistake) ? [] : [mistake.finds],
      );
    },
  );

  it('and every problem of the catalogue is in this table', () => {
    const covered = new Set<ProblemName>(mistakes.map(({ finds }) => finds));
    // A missing file cannot be a change in a file: it has a test of its own below.
    expect(Object.keys(problems).filter((name) => !covered.has(name as ProblemName))).toEqual([
      'file-missing',
    ]);
  });
});

it('a step that cannot be read is one message, also when others name it and a total counts it', async () => {
  const inOrder = (text: string) =>
    text
      .replace('fits: [als het kan]\n', (field) => `${field}total: 15\n`)
      .replace('title="Het slot"', 'title="Het slot" after={["start"]}');
  const files = Object.fromEntries(
    Object.entries(goodHandbook).map(([file, text]) => [file, inOrder(text)]),
  );
  expect(toText((await read(await writeHandbook(files))).problems)).toBe('No problems found.');
  const alone = mistakes.filter(
    (mistake) =>
      mistake.file === undefined && !/after=|total:/.test(mistake.to) && !isAdvice(mistake),
  );
  for (const mistake of alone) {
    const broken = inOrder(toBroken(mistake).text);
    const { problems: found } = await read(await writeHandbook({ ...files, [caseFile]: broken }));
    expect(
      found.filter(({ file }) => file === caseFile).map(({ name }) => name),
      mistake.what,
    ).toEqual([mistake.finds]);
  }
});

it('does not blame others for a text that cannot be read', async () => {
  const root = await writeHandbook({
    ...goodHandbook,
    'content/nl/pages/about.mdx': `${goodHandbook['content/nl/pages/about.mdx'] ?? ''}\nZie [het begin](cases/sla#start).\n`,
    [caseFile]: (goodHandbook[caseFile] ?? '').replace('</Step>', ''),
  });
  expect((await read(root)).problems.map(({ name, file }) => [name, file])).toEqual([
    ['mdx-syntax', caseFile],
  ]);
});

it('says which file is missing', async () => {
  const rest = Object.fromEntries(
    Object.entries(goodHandbook).filter(([file]) => file !== 'content/handbook.yml'),
  );
  const { problems: found } = await read(await writeHandbook(rest));
  expect(found.map(({ name, file }) => [name, file])).toEqual([
    ['file-missing', 'content/handbook.yml'],
  ]);
});

it('shows the problems of all files together, in reading order', async () => {
  const chosen = mistakes
    .filter(({ what }) =>
      ['an import', 'a source that is not listed', 'an address that is none'].includes(what),
    )
    .map(toBroken);
  const files = Object.fromEntries(chosen.map(({ file, text }) => [file, text]));
  const { problems: found } = await read(await writeHandbook({ ...goodHandbook, ...files }));
  expect(found.map(({ file }) => file)).toEqual([
    'content/handbook.yml',
    caseFile,
    'content/nl/practices/check-uit.mdx',
  ]);
  expect(toText(found)).toContain('3 problems.');
});

it('has a help page in both languages for every problem, and no other', async () => {
  const names = Object.keys(problems).sort();
  for (const language of ['nl', 'en']) {
    const pages = (await readdir(`content/${language}/help`)).filter((name) =>
      name.endsWith('.mdx'),
    );
    expect(pages.map((name) => name.replace('.mdx', '')).sort()).toEqual(names);
  }
});

it.each(Object.keys(problems).filter((name) => name !== 'file-missing'))(
  'the help page of “%s” shows the message as the build gives it today',
  async (name) => {
    const mistake = mistakes.find(({ finds }) => finds === name);
    if (!mistake) throw new Error(`No mistake shows ${name}`);
    const { file, text } = toBroken(mistake);
    const root = await writeHandbook({ ...goodHandbook, [file]: text });
    const { problems: wrong, advice } = await read(root);
    const found = [...wrong, ...advice].filter(
      (problem) => problem.name === name && problem.file === file,
    );
    const [message = ''] = toText(found.slice(0, 1)).split('\n\n');
    for (const language of ['nl', 'en']) {
      expect(await readFile(`content/${language}/help/${name}.mdx`, 'utf8')).toContain(message);
    }
  },
);

describe('the cache', () => {
  it('gives the same reading, and compiles only the file that changed', async () => {
    const root = await writeHandbook(goodHandbook);
    const first = await readHandbook({ root });
    expect(first.counts).toEqual({ compiled: 7, reused: 0 });
    const second = await readHandbook({ root });
    expect(second.counts).toEqual({ compiled: 0, reused: 7 });
    expect({ ...second, counts: {} }).toEqual({ ...(await read(root)), counts: {} });
    await writeIn(
      root,
      'content/nl/pages/about.mdx',
      `${goodHandbook['content/nl/pages/about.mdx'] ?? ''}\nNog een.\n`,
    );
    expect((await readHandbook({ root })).counts).toEqual({ compiled: 1, reused: 6 });
  });

  it('lets go of everything when the glossary changes, for terms are marked in texts', async () => {
    const root = await writeHandbook(goodHandbook);
    await readHandbook({ root });
    for (const language of ['nl', 'en']) {
      await writeIn(
        root,
        `content/${language}/glossary.yml`,
        '- id: kring\n  term: kring\n  definition: Stoelen in het rond, niemand aan het hoofd.\n',
      );
    }
    const { counts, files } = await readHandbook({ root });
    expect(counts).toEqual({ compiled: 7, reused: 0 });
    expect(files.flatMap(({ entry }) => entry?.terms ?? [])).toContain('kring');
  });
});

it('knows when a translation is behind its source', async () => {
  const root = await writeHandbook(goodHandbook);
  const stateOf = async () =>
    (await read(root)).files.find(({ file }) => file === 'content/en/cases/sla/index.mdx')?.entry
      ?.translation;
  const digest = (await read(root)).files.find(({ file }) => file === caseFile)?.digest ?? '';
  expect(await stateOf()).toBe('outdated');
  await writeIn(
    root,
    'content/en/cases/sla/index.mdx',
    (goodHandbook['content/en/cases/sla/index.mdx'] ?? '').replace(
      'short:',
      `translationOf: "${digest}"\nshort:`,
    ),
  );
  expect(await stateOf()).toBe('current');
  await writeIn(
    root,
    caseFile,
    (goodHandbook[caseFile] ?? '').replace('Een laatste', 'De laatste'),
  );
  expect(await stateOf()).toBe('outdated');
});
