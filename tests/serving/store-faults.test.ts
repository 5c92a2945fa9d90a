import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/discussion/keeping.ts';
import {
  ask,
  countKept,
  post,
  readAnswer,
  runSite,
  toBody,
  toHeaders,
  type RunningSite,
} from './run-site.ts';

let site: RunningSite | undefined;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

const readHealth = async (from: RunningSite) => {
  const { status, text } = await ask(from, '/gezondheid');
  return {
    status,
    ...(JSON.parse(text) as { ok: boolean; store: { state: string; why?: string } }),
  };
};

describe('a database that cannot be written in', () => {
  const faults: [fault: string, why: string, before: (file: string) => Promise<void>][] = [
    ['is not there', 'missing', (file) => rm(file)],
    ['was emptied', 'empty', (file) => truncate(file)],
    ['is another file', 'foreign', (file) => writeFile(file, 'x'.repeat(5000))],
    ['was overwritten in the middle', 'damaged', (file) => damage(file)],
  ];

  it.each(faults)(
    'that %s leaves the site to be read, and says why',
    async (_fault, why, before) => {
      const running = (site = await runSite({ before }));
      expect((await ask(running, '/casussen/sla/')).status).toBe(200);
      expect((await ask(running, '/reageren/')).status).toBe(200);
      expect(await readHealth(running)).toMatchObject({
        status: 503,
        ok: false,
        store: { state: 'read-only', why },
      });
      const sent = await post(running, { words: 'Dit mag niet weg.' });
      expect([sent.status, sent.headers['retry-after']]).toEqual([503, '10']);
      expect(JSON.parse(sent.text)).toMatchObject({
        values: { words: 'Dit mag niet weg.' },
        problems: [{ field: 'form', problem: 'not-kept' }],
      });
      expect(sent.text).not.toContain(running.folder);
      expect((await ask(running, '/gezondheid')).text).not.toContain(running.folder);
      const told = running.lines.find(({ event }) => event === 'store');
      expect(told).toMatchObject({ why, message: expect.stringContaining('last copy') as string });
    },
  );

  it('is opened again once its copy is put back, without a new start', async () => {
    const before = async (file: string) => {
      await copyFile(file, `${file}.copy`);
      await truncate(file);
    };
    const running = (site = await runSite({ before }));
    expect((await post(running)).status).toBe(503);
    await rename(`${running.keeping.file}.copy`, running.keeping.file);
    await expect
      .poll(() => readHealth(running), { timeout: 20_000 })
      .toMatchObject({ status: 200 });
    expect((await post(running)).status).toBe(201);
  });

  it('keeps nothing from the moment its file is taken away or emptied', async () => {
    const running = (site = await runSite());
    expect((await post(running)).status).toBe(201);
    await truncate(running.keeping.file);
    expect((await post(running)).status).toBe(503);
    await rm(running.keeping.file);
    expect((await post(running)).status).toBe(503);
    expect(await readHealth(running)).toMatchObject({ status: 503 });
  });

  it('waits for the program that holds it, and takes over', async () => {
    let release = () => Promise.resolve();
    const before = async (file: string) => {
      release = (await openStore({ kind: 'sqlite', file })).close;
    };
    const running = (site = await runSite({ before }));
    expect(await readHealth(running)).toMatchObject({ store: { why: 'in-use' } });
    await release();
    await expect.poll(() => readHealth(running), { timeout: 20_000 }).toMatchObject({ ok: true });
  });
});

describe('a disk', () => {
  const canMount = () => {
    const folder = path.join(os.tmpdir(), `mount-${process.pid}`);
    const mounted = mount(folder, '1m');
    if (mounted) unmount(folder);
    return mounted;
  };

  // Only an account that may mount can have a disk that is this small.
  it.skipIf(!canMount())(
    'that is full refuses, loses nothing it promised, and goes on once there is room',
    async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'full-'));
      expect(mount(folder, '2m')).toBe(true);
      try {
        const running = (site = await runSite({ folder }));
        let kept = 0;
        let last = 201;
        while (last === 201) {
          last = (await post(running, { words: 'lang '.repeat(8000) })).status;
          if (last === 201) kept += 1;
        }
        expect([last, kept > 3]).toEqual([503, true]);
        expect(await readHealth(running)).toMatchObject({ status: 503, store: { why: 'full' } });
        expect((await ask(running, '/casussen/sla/')).status).toBe(200);
        spawnSync('mount', ['-o', 'remount,size=16m', folder]);
        expect((await post(running)).status).toBe(201);
        expect(await readHealth(running)).toMatchObject({ ok: true });
        await running.close();
        site = undefined;
        expect(await countKept(running)).toBe(kept + 1);
      } finally {
        unmount(folder);
        spawnSync('rmdir', [folder]);
      }
    },
  );

  it.skipIf(!canMount())('that can only be read leaves the site to be read', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'still-'));
    expect(mount(folder, '8m')).toBe(true);
    try {
      const before = () => {
        spawnSync('mount', ['-o', 'remount,ro', folder]);
        return Promise.resolve();
      };
      const running = (site = await runSite({ folder, before }));
      expect((await ask(running, '/casussen/sla/')).status).toBe(200);
      expect((await post(running)).status).toBe(503);
      expect(await readHealth(running)).toMatchObject({
        status: 503,
        store: { state: 'read-only' },
      });
      await running.close();
      site = undefined;
    } finally {
      await site?.close();
      site = undefined;
      unmount(folder);
      spawnSync('rmdir', [folder]);
    }
  });
});

describe('stopping', () => {
  it('in the middle of a contribution takes in the rest of it, answers, and keeps it', async () => {
    const running = (site = await runSite());
    const body = toBody();
    const asked = request({
      ...{ port: running.port, host: '127.0.0.1', path: '/reageren/', method: 'POST' },
      // The answer to this comes once the head was read.
      headers: { ...toHeaders(running), expect: '100-continue', 'content-length': body.length },
    });
    asked.flushHeaders();
    await once(asked, 'continue');
    asked.write(body.slice(0, 40));
    const closing = running.stop();
    await expect(ask(running, '/')).rejects.toThrow('ECONNREFUSED');
    asked.end(body.slice(40));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect((await readAnswer(response)).status).toBe(303);
    await closing;
    expect(await countKept(running)).toBe(1);
    expect(running.lines.at(-1)).toMatchObject({ event: 'stop' });
  });
});

const mount = (folder: string, size: string): boolean => {
  spawnSync('mkdir', ['-p', folder]);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]).status === 0;
};

const unmount = (folder: string) => spawnSync('umount', [folder]);

/** Overwrites pages of a database, and leaves its head as it was. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0x5a, 4096, 4096 * 5);
  await writeFile(file, bytes);
}
