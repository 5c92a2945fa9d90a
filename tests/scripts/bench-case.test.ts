import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toBenchCase, toBenchId } from '../../scripts/bench-case.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { languages } from '../../src/model/language.ts';

const count = 12;
const numbers = Array.from({ length: count }, (_, index) => index + 1);
const cases = numbers.map((number) => toBenchCase(number, count, 'nl'));

it('makes the same case every time, and every case another one', () => {
  expect(numbers.map((number) => toBenchCase(number, count, 'nl'))).toEqual(cases);
  expect(new Set(cases).size).toBe(count);
});

it('makes cases as long as real ones, with six to eight steps', () => {
  const steps = cases.map((text) => text.match(/<Step /g)?.length ?? 0);
  expect(Math.min(...steps)).toBe(6);
  expect(Math.max(...steps)).toBe(8);
  const lengths = cases.map((text) => toProse(text).split(/\s+/).length);
  const mean = lengths.reduce((sum, each) => sum + each, 0) / count;
  expect(mean).toBeGreaterThan(640);
  expect(mean).toBeLessThan(740);
});

it('makes cases the compiler has nothing to say about, in both languages', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  await cp(path.resolve(import.meta.dirname, '../../content'), path.join(root, 'content'), {
    recursive: true,
  });
  for (const language of languages) {
    for (const number of numbers) {
      const folder = path.join(root, 'content', language, 'cases', toBenchId(number));
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'index.mdx'), toBenchCase(number, count, language));
    }
  }
  const { problems, files } = await readHandbook({ root, cache: false });
  await rm(root, { recursive: true });
  expect(problems.filter(({ file }) => file.includes('oefening-'))).toEqual([]);
  expect(files.filter(({ id }) => id.startsWith('oefening-'))).toHaveLength(2 * count);
});

/** What a reader reads of a case: no frontmatter, no tags. */
const toProse = (text: string): string =>
  text
    .replace(/^---[\s\S]*?\n---/, '')
    .replace(/<[^>]*>/g, '')
    .trim();
