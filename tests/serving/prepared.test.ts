import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSite } from '../../src/serving/site.ts';

let home = '';
let server: Server;
const at = (...names: string[]) => path.join(home, ...names);

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'prepared-'));
  await writeSite('site', 'oud');
  server = createServer(createSite({ dir: at('site') }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(home, { recursive: true });
});

it('a page that was asked for before is answered as the first time, until another one stands in its place', async () => {
  const first = await ask('/');
  expect(first).toMatchObject({ status: 200, text: 'oud' });
  expect(first.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-length': '3',
  });
  expect(await ask('/')).toEqual(first);
  expect(await ask('/?een=1')).toEqual(first);
  const tag = first.headers['etag'] ?? '';
  expect(await ask('/', { headers: { 'If-None-Match': tag } })).toMatchObject({ status: 304 });
  expect(await ask('/', { method: 'HEAD' })).toEqual({ ...first, text: '' });
  expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405 });

  await writeSite('next', 'nieuw');
  await rename(at('site'), at('last'));
  await rename(at('next'), at('site'));
  expect(await ask('/')).toMatchObject({ status: 200, text: 'nieuw' });
  const again = await ask('/');
  expect(again).toMatchObject({ status: 200, text: 'nieuw' });
  expect(again.headers['etag']).not.toBe(tag);

  await rm(at('site', 'index.html'));
  expect(await ask('/')).toMatchObject({ status: 404 });
});

async function writeSite(name: string, text: string): Promise<void> {
  await mkdir(at(name));
  await writeFile(at(name, 'index.html'), text);
}

async function ask(address: string, options: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${String(port)}${address}`, options);
  // What Node says of the moment and of the connection is no part of the answer.
  const ofWire = new Set(['date', 'connection', 'keep-alive']);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !ofWire.has(name)));
  return { status: response.status, headers, text: await response.text() };
}
