import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildSite, buildWhenNeeded } from '../../scripts/build.ts';
import { isBuilt } from '../../scripts/freshness.ts';
import { LeakError } from '../../src/confidential/gate.ts';
import { createSalt, toHashed } from '../../src/confidential/names.ts';
import { StoreError } from '../../src/discussion/store.ts';

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

it('serves the last site when what readers said cannot be read, and stops a build that would forget some of it', async () => {
  await writePage('<h1>Sterk</h1>');
  await buildSite({ root, quiet: true });
  await writePage('<h1>Nieuw</h1>');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  await mkdir(path.join(root, 'data'));
  await buildWhenNeeded({ root, quiet: true });
  expect(told).toHaveBeenCalledWith(expect.stringContaining('Put back the last copy'));
  expect(await readPage()).toContain('Sterk');
  await expect(buildWhenNeeded({ root, outDir: 'other', quiet: true })).rejects.toThrow(StoreError);

  await rm(path.join(root, 'data'), { recursive: true });
  const list = path.join(root, 'dist/bijdragen/lijst.json');
  await mkdir(path.dirname(list), { recursive: true });
  await writeFile(list, JSON.stringify({ 'r-een': 'cases/sla' }));
  await expect(buildSite({ root, quiet: true })).rejects.toThrow('r-een  about cases/sla');
  await buildWhenNeeded({ root, quiet: true });
  expect(await readPage()).toContain('Sterk');
  await rm(list);
  await buildWhenNeeded({ root, quiet: true });
  expect(await readPage()).toContain('Nieuw');
  told.mockRestore();
});

it('publishes no name that is on the list, and goes on with the site it had', async () => {
  await writePage('<h1>Schoon</h1>');
  await buildSite({ root, quiet: true });
  const salt = createSalt();
  const names = [toHashed('Veriton Advies', salt)];
  await mkdir(path.join(root, 'content'));
  await writeFile(path.join(root, 'content/confidential.yml'), JSON.stringify({ salt, names }));
  await writePage('<h1>Begin</h1><img alt="De bus van Veriton Advies">');
  const error = await buildSite({ root, quiet: true }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LeakError);
  expect((error as LeakError).message).toContain(
    'name 1  index.html, in an attribute, near “Begin”',
  );
  expect((error as LeakError).message).not.toMatch(/veriton/i);
  expect(await readPage()).toContain('Schoon');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  await buildWhenNeeded({ root, quiet: true });
  expect(told).toHaveBeenCalledWith(expect.stringContaining('served as it was built last'));
  told.mockRestore();

  // A site that has the name already is not served either.
  await writeFile(path.join(root, 'dist/index.html'), 'Veriton Advies');
  await expect(buildWhenNeeded({ root, quiet: true })).rejects.toThrow(LeakError);
  await rm(path.join(root, 'content'), { recursive: true });
});

const isFresh = (): Promise<boolean> =>
  isBuilt({ root, target: path.join(root, 'dist'), said: [] });

const readPage = (): Promise<string> => readFile(path.join(root, 'dist/index.html'), 'utf8');

async function writePage(text: string): Promise<void> {
  await mkdir(path.join(root, 'src/pages'), { recursive: true });
  await writeFile(path.join(root, 'src/pages/index.astro'), text);
}
