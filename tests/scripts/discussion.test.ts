import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrder } from '../../scripts/discussion-order.ts';
import { openStore } from '../../src/discussion/keeping.ts';
import { toNew } from '../discussion/drafts.ts';
import { post, runSite } from '../serving/run-site.ts';

const root = path.resolve(import.meta.dirname, '../..');
let home = '';

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'desk-'));
});

afterAll(() => rm(home, { recursive: true }));

/** Runs the command as a person does, with the discussion in a folder. */
async function run(folder: string, ...words: string[]) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/discussion.ts'), ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
  });
  let [out, wrong] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, wrong };
}

describe('deciding from the terminal', () => {
  it('begins a discussion on purpose, and once', async () => {
    const folder = path.join(home, 'new');
    const before = await run(folder, 'list');
    expect([before.code, before.wrong]).toEqual([1, expect.stringContaining('is not there')]);
    expect(await run(folder, 'create')).toMatchObject({ code: 0 });
    expect(await run(folder, 'create')).toMatchObject({ code: 1 });
    expect((await run(folder, 'list')).out).toBe('Nothing waits for a decision.\n');
  });

  it('opens the store itself when no site is running, and says that nobody sees it yet', async () => {
    const folder = path.join(home, 'new');
    const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'discussion.db') });
    const given = toNew({ words: 'Een \u001b[31mrode\u001b[0m nee.' });
    await store.add(given);
    await store.close();
    const { out } = await run(folder, 'list');
    expect(out).toContain(given.id);
    expect(out).not.toContain('\u001b');
    const { code, out: done } = await run(folder, 'publish', given.id, '--as', 'begeleider');
    expect([code, done]).toEqual([0, expect.stringContaining('npm start or npm run build')]);
    expect((await run(folder, 'add', given.id, 'geen stap')).code).toBe(1);
    expect((await run(folder, 'show', given.id)).out).toContain('state    published');
  });

  it('decides about more at once, takes it back, and checks the ledger', async () => {
    const folder = path.join(home, 'new');
    const file = path.join(folder, 'discussion.db');
    const store = await openStore({ kind: 'sqlite', file });
    const [one, other] = [toNew(), toNew()];
    for (const given of [one, other]) await store.add(given);
    await store.close();
    const both = await run(folder, 'decline', `${one.id},${other.id},r-nergens`, 'advertising');
    expect([both.code, both.wrong]).toEqual([
      1,
      expect.stringMatching(/no contribution r-nergens[^]*2 of 3 done/),
    ]);
    expect(await run(folder, 'undo', one.id)).toMatchObject({ code: 0 });
    expect((await run(folder, 'list')).out).toContain(one.id);
    const whole = await run(folder, 'verify');
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('The ledger is whole')]);
    const database = new DatabaseSync(file);
    database.exec("update decisions set reason = 'off-topic' where reason = 'advertising'");
    database.close();
    const broken = await run(folder, 'verify');
    expect([broken.code, broken.wrong]).toEqual([
      1,
      expect.stringMatching(/Entry \d was changed[^]*last whole copy/),
    ]);
  });

  it('goes through the site that is running, and waits until the site shows it', async () => {
    let built = 0;
    const site = await runSite({
      rebuild: () => {
        built += 1;
        return built === 1 ? Promise.resolve() : Promise.reject(new Error('Het lukte niet.'));
      },
    });
    const [first, second] = [(await post(site)).id, (await post(site)).id];
    const published = await run(site.folder, 'publish', first);
    expect([published.code, published.out]).toEqual([0, expect.stringContaining('shows it now')]);
    const failed = await run(site.folder, 'publish', second);
    expect([failed.code, failed.wrong]).toEqual([1, expect.stringContaining('Het lukte niet.')]);
    expect((await run(site.folder, 'publish', 'r-nergens')).wrong).toContain('no contribution');
    await site.close();
  });

  it('carries everything to another folder, and says so when it cannot', async () => {
    const [from, to, file] = ['from', 'to', 'all.json'].map((name) => path.join(home, name));
    if (from === undefined || to === undefined || file === undefined) return;
    await run(from, 'create');
    const store = await openStore({ kind: 'sqlite', file: path.join(from, 'discussion.db') });
    await store.add(toNew());
    await store.close();
    expect((await run(from, 'export', file)).out).toContain('It is private');
    await run(to, 'create');
    expect((await run(to, 'import', file)).out).toContain('Taken in: 1 contributions');
    const again = await run(to, 'import', file);
    expect([again.code, again.wrong]).toEqual([1, expect.stringContaining('is not empty')]);
    expect((await run(to, 'import', `${file}.gz`)).wrong).toContain('no such file');
    expect((await run(to, 'export', `${file}.public`, '--public')).code).toBe(0);
  });

  it('shows how it is used when it is not understood', async () => {
    const { code, wrong } = await run(home, 'delete', 'r-een');
    expect([code, wrong]).toEqual([2, expect.stringContaining('decline ID REASON')]);
  });
});

describe('what is typed', () => {
  const by = 'redactie';

  it.each([
    ['list', { do: 'list' }],
    ['show r-een', { do: 'show', id: 'r-een' }],
    ['publish r-een', { do: 'decide', id: 'r-een', version: 1, decision: { as: 'publish', by } }],
    ['publish r-een@3 --as begeleider', { version: 3, decision: { by: 'begeleider' } }],
    ['decline r-een insults', { decision: { as: 'decline', by, reason: 'insults' } }],
    ['add r-een check-in', { decision: { as: 'add', by, step: 'check-in' } }],
    ['below r-een', { decision: { as: 'below', by } }],
    ['undo r-een', { do: 'undo', id: 'r-een', by }],
    ['verify', { do: 'verify' }],
    [
      'decline r-een,r-twee@2 advertising',
      {
        do: 'each',
        asked: [
          { do: 'decide', id: 'r-een', version: 1, decision: { reason: 'advertising' } },
          { do: 'decide', id: 'r-twee', version: 2, decision: { reason: 'advertising' } },
        ],
      },
    ],
    ['export a.json', { do: 'export', file: 'a.json', isPublic: false }],
    ['export a.json --public', { do: 'export', isPublic: true }],
    ['import a.json', { do: 'import', file: 'a.json' }],
  ])('“%s” is an order', (typed, order) => {
    expect(readOrder(typed.split(' '))).toMatchObject(order);
  });

  it.each([
    ...['', 'list r-een', 'show', 'publish', 'publish r-een now', 'decline r-een', 'add r-een'],
    ...['undo', 'undo r-een now', 'verify r-een', 'publish r-een,', 'decline r-een r-twee insults'],
    ...['decline r-een boredom', 'publish r-een@x', 'publish r-een@1@2', 'publish r-een --by me'],
    ...['export', 'import a b', 'import a --public', 'list --public'],
  ])('“%s” is none', (typed) => {
    expect(readOrder(typed.split(' ').filter(Boolean))).toBeUndefined();
  });
});
