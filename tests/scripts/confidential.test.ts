import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RefusedError, runConfidential } from '../../scripts/confidential.ts';
import { NameError } from '../../src/confidential/names.ts';
import { readNames } from '../../src/confidential/read-names.ts';
import { goodHandbook, writeHandbook } from '../compile/write-handbook.ts';

const withoutList = Object.fromEntries(
  Object.entries(goodHandbook).filter(([file]) => file !== 'content/confidential.yml'),
);
const told: string[] = [];

beforeEach(() => {
  told.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => told.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const type =
  (...lines: string[]) =>
  () =>
    Promise.resolve(lines);

it('puts names on the list as hashes, tells where they stand, and takes them off by number', async () => {
  const root = await writeHandbook({
    ...withoutList,
    'content/nl/pages/about.mdx': `${goodHandbook['content/nl/pages/about.mdx'] ?? ''}\nVan Veriton Advies.\n`,
  });
  await runConfidential(root, ['add'], type('Piet de Vries', '', 'Veriton Advies'));
  const list = await readFile(path.join(root, 'content/confidential.yml'), 'utf8');
  expect(list).not.toMatch(/piet|veriton/i);
  expect(told.join('\n')).toContain('content/nl/pages/about.mdx:9:5  confidential-name');
  expect(told.join('\n')).not.toMatch(/piet|veriton/i);

  await expect(runConfidential(root, ['add'], type('piet  DE vries'))).rejects.toThrow(
    'Nothing was added',
  );
  await runConfidential(root, ['remove', '1'], type());
  const names = await readNames({ root, environment: {} });
  expect(names.find('Piet de Vries, Veriton Advies').map(({ label }) => label)).toEqual(['name 1']);
  told.length = 0;
  await runConfidential(root, ['list'], type());
  expect(told[0]).toBe('name 1: 2 words');
});

it('explains what it cannot do, and leaves the list as it was', async () => {
  const root = await writeHandbook(goodHandbook);
  const before = await readFile(path.join(root, 'content/confidential.yml'), 'utf8');
  for (const [words, lines] of [
    [['add', 'Piet'], []],
    [['remove', '9'], []],
    [['remove', 'Piet'], []],
    [[], []],
    [['add'], ['']],
  ] as const)
    await expect(runConfidential(root, words, type(...lines))).rejects.toThrow(RefusedError);
  await expect(
    runConfidential(root, ['add'], type('Goed', 'een twee drie vier vijf zes')),
  ).rejects.toThrow(NameError);
  expect(await readFile(path.join(root, 'content/confidential.yml'), 'utf8')).toBe(before);
});
