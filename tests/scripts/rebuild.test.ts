import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from '../../scripts/build.ts';
import { createStore, openStore, toKeeping } from '../../src/discussion/keeping.ts';
import type { Store } from '../../src/discussion/store.ts';

const project = path.resolve(import.meta.dirname, '../..');
let root = '';
let store: Store;

/** The handbook as it is, inside this project so that it finds the same packages, with a discussion of its own. */
beforeAll(async () => {
  await mkdir(path.join(project, '.build'), { recursive: true });
  root = await mkdtemp(path.join(project, '.build', 'again-'));
  const parts = ['content', 'public', 'src', 'astro.config.mjs', 'tsconfig.json'];
  for (const part of [...parts, 'package.json', 'package-lock.json'])
    await cp(path.join(project, part), path.join(root, part), { recursive: true });
  // Pictures are drawn once.
  const pictures = ['.cache', 'og'] as const;
  await cp(path.join(project, ...pictures), path.join(root, ...pictures), {
    recursive: true,
  }).catch(() => undefined);
  const keeping = toKeeping({ DATA_DIR: path.join(root, 'data') });
  await createStore(keeping, new Date());
  store = await openStore(keeping);
});

afterAll(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

it('a site that is built again is to the byte the site that is built from nothing', async () => {
  await publish('one', 'cases/sla#check-in', 3);
  await publish('two', 'practices/check-in', 2);
  const build = () => buildSite({ root, quiet: true });
  await build();
  const kept = path.join(root, 'node_modules/.astro/dist', untouched);
  await writeFile(kept, `${await readFile(kept, 'utf8')}<!-- kept -->`);

  await publish('three', 'cases/sla#check-in', 0);
  await publish('four', 'practices/check-uit', 0);
  await store.withdraw('one', new Date());
  const text = path.join(root, 'content/nl/cases/sla/index.mdx');
  await writeFile(
    text,
    (await readFile(text, 'utf8')).replace('\ntitle: "', '\ntitle: "Nog eens: '),
  );
  await build();
  const again = await readSite();
  // What nothing was said about was not drawn again.
  expect(again.get(untouched)).toContain('<!-- kept -->');

  // A build that was broken off may have kept pages that nobody should see any more: the next one believes none.
  await writeFile(path.join(root, '.build', 'unfinished'), '');
  await build();
  const afresh = await readSite();
  again.set(untouched, (again.get(untouched) ?? '').replace('<!-- kept -->', ''));
  expect([...again.keys()].sort()).toEqual([...afresh.keys()].sort());
  expect([...again].filter(([file, written]) => afresh.get(file) !== written)).toEqual([]);
}, 240_000);

/** A page of a case that is not touched. */
const untouched = 'casussen/fusie-twee-teams/index.html';

async function publish(name: string, subject: string, daysAgo: number): Promise<void> {
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  const words = `Nee, zegt ${name}.`;
  await store.add({
    ...{ id: `r-${name}`, code: name, html: `<p>${words}</p>`, cleaner: 'test', at },
    draft: { key: name, subject, language: 'nl', stance: 'counterargument', words, role: 'reader' },
  });
  await store.decide(`r-${name}`, { as: 'publish', by: 'begeleider' }, { at, version: 1 });
}

/** Every file that was drawn, by name. */
async function readSite(): Promise<Map<string, string>> {
  const dist = path.join(root, 'dist');
  const files = (await readdir(dist, { recursive: true })).filter((file) =>
    /\.(html|json|md|atom|xml|txt|js|css|svg)$/.test(file),
  );
  const read = files.map(
    async (file) => [file, await readFile(path.join(dist, file), 'utf8')] as const,
  );
  return new Map(await Promise.all(read));
}
