import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readHandbook } from '../src/compile/handbook.ts';
import { vocabulary } from '../src/compile/vocabulary.ts';
import { own } from '../src/own/index.ts';
import { caseFile, firstParagraph } from './compile/mistakes.ts';
import { goodHandbook, writeHandbook } from './compile/write-handbook.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const example = ['src/own/silence.ts', 'src/own/Silence.astro'];

it('shows the whole of the example in the README, as it is', () => {
  const readme = read('README.md');
  for (const file of example)
    expect(readme).toContain(`\`\`\`${path.extname(file).slice(1)}\n${read(file)}\`\`\``);
});

it('needs fewer than 40 lines of code for the example', () => {
  const lines = example.flatMap((file) => read(file).split('\n'));
  const code = lines.filter((line) => !/^\s*($|\/\/|\/\*|\*|---$)/.test(line));
  expect(code.length).toBeLessThan(40);
});

it('gives every added component a name of its own and a drawing', () => {
  const drawings = read('src/own/Own.astro');
  for (const name of Object.keys(own)) {
    expect(vocabulary[name]).toMatchObject({ ...own[name], display: 'block' });
    expect(drawings).toContain(`import ${name} from './${name}.astro';`);
  }
});

it('reads an added component as a block with checked attributes, and keeps its words in the twin', async () => {
  const text = (goodHandbook[caseFile] ?? '').replace(
    firstParagraph,
    '<Silence seconds="10" from="method">\n\nTel **rustig** tot tien.\n\n</Silence>',
  );
  const { files, problems } = await readHandbook({
    root: await writeHandbook({ ...goodHandbook, [caseFile]: text }),
    cache: false,
  });
  expect(problems).toEqual([]);
  const entries = JSON.stringify(files);
  expect(entries).toContain(
    JSON.stringify({
      kind: 'own',
      name: 'Silence',
      props: { from: 'method', seconds: 10 },
      html: '<p>Tel <strong>rustig</strong> tot tien.</p>',
    }),
  );
  expect(entries).toContain(String.raw`Tel **rustig** tot tien.\n`);
});
