import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/discussion/keeping.ts';
import { askOwnerDesk } from '../../src/serving/desk.ts';
import { ask, runSite, toHeaders } from '../serving/run-site.ts';

const root = path.resolve(import.meta.dirname, '../..');
let home = '';

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'owner-'));
});

afterAll(() => rm(home, { recursive: true }));

/** Runs the command without a terminal. */
async function run(folder: string, ...words: string[]) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/owner.ts'), ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: '4999' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, wrong] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, wrong };
}

describe('the first owner', () => {
  it('is made by nobody but who sits at the machine, with a link when there is no terminal', async () => {
    const folder = path.join(home, 'data');
    const { code, out } = await run(folder);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /works once[^]*localhost:4999\/beheer\/uitnodiging\/\?link=[\w-]{43}\n/,
      ),
    ]);
    const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'discussion.db') });
    expect(await store.accounts.listAccounts()).toEqual([]);
    await store.close();
    expect(await run(folder, '--link', 'niemand')).toMatchObject({ code: 1 });
    const odd = await run(folder, '--password', 'geheim');
    expect([odd.code, odd.wrong]).toEqual([2, expect.stringContaining('no first password')]);
  });

  it('is made through the site that is running, and signs in there', async () => {
    const site = await runSite();
    const chosen = { name: 'Sanne', password: 'zeven paarden op het dak' };
    const enrol = (password: string) =>
      askOwnerDesk(site.folder, { do: 'enrol', role: 'owner', ...chosen, password });
    expect(await enrol('kort')).toMatchObject({ ok: false, message: /12 signs/ });
    expect(await enrol(chosen.password)).toEqual({ ok: true });
    expect(await enrol(chosen.password)).toMatchObject({ ok: false });
    expect(await askOwnerDesk(site.folder, { do: 'accounts' })).toEqual({
      ...{ ok: true, accounts: [{ name: 'sanne', role: 'owner' }] },
    });
    const link = await run(site.folder, '--link', 'sanne');
    expect([link.code, link.out]).toEqual([0, expect.stringContaining('?link=')]);
    const body = new URLSearchParams({ do: 'sign-in', ...chosen }).toString();
    const signed = await ask(site, '/beheer/', { method: 'POST', headers: toHeaders(site), body });
    expect([signed.status, signed.headers['set-cookie']?.[0]]).toEqual([
      303,
      expect.stringMatching(/^beheer-lokaal=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict;/),
    ]);
    const cookie = signed.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const looked = await ask(site, '/beheer/', { headers: { cookie } });
    expect(looked.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    });
    expect(JSON.stringify(site.lines)).not.toMatch(/sanne|paarden|beheer-lokaal/i);
    await site.close();
  });
});
