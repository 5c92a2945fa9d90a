import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite, buildWhenNeeded } from '../../scripts/build.ts';
import { isBuilt } from '../../scripts/freshness.ts';

const project = path.resolve(import.meta.dirname, '../..');
let root = '';

/** A project of one page, inside this one so that it finds the same packages. */
beforeAll(async () => {
  await mkdir(path.join(project, '.build'), { recursive: true });
  root = await mkdtemp(path.join(project, '.build', 'tiny-'));
  await writeFile(path.join(root, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(root, 'astro.config.mjs'), 'export default {};');
  await writePage('<h1>Sterk</h1>');
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

it('builds, keeps the last good site when a build fails, and builds again only when something changed', async () => {
  expect(await isFresh()).toBe(false);
  await buildSite({ root, quiet: true });
  expect(await readPage()).toContain('Sterk');
  expect(await isFresh()).toBe(true);

  await writePage('---\nthrow new Error("halfway");\n---');
  expect(await isFresh()).toBe(false);
  await expect(buildSite({ root, quiet: true })).rejects.toThrow('ended with code 1');
  expect(await readPage()).toContain('Sterk');
  expect(existsSync(path.join(root, '.build/next'))).toBe(false);

  await writePage('<h1>Sterk</h1>');
  expect(await isFresh()).toBe(true);
  await writeFile(path.join(root, 'dist/index.html'), 'untouched');
  await buildWhenNeeded({ root, quiet: true });
  expect(await readPage()).toBe('untouched');
});

const isFresh = (): Promise<boolean> =>
  isBuilt({ root, target: path.join(root, 'dist'), said: [] });

const readPage = (): Promise<string> => readFile(path.join(root, 'dist/index.html'), 'utf8');

async function writePage(text: string): Promise<void> {
  await mkdir(path.join(root, 'src/pages'), { recursive: true });
  await writeFile(path.join(root, 'src/pages/index.astro'), text);
}
