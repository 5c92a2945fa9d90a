import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listen, ListenError, type Listening } from '../src/server.ts';

const home = '<!doctype html><html lang="nl"><h1>Onderstroom</h1>';
let folder = '';
let site: Listening;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'site-'));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeSite('dist', {
    'index.html': home,
    'index.html.br': brotliCompressSync(home),
    'index.html.gz': gzipSync(home),
    'casussen/sla/index.html': 'de casus',
    'casussen/sla.md': '# De “nee”',
    'llms.txt': 'één',
    'rss.xml': '<rss/>',
    'large.txt': Buffer.alloc(2_000_000, 'x'),
    '_astro/page.Ab12.css': 'p{}',
    'search-index/nl-0123456789ab/t1.json': '{}',
    'search-index/nl.json': '{}',
    'unknown.kind': 'x',
    '404.html': 'niet gevonden',
    'en/404/index.html': 'not found',
    '.env': 'secret',
    '.well-known/security.txt': 'Contact: us',
  });
  site = await listen({ dir: path.join(folder, 'dist'), port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

describe('pages', () => {
  it('sends a page with its type, and asks to look again next time', async () => {
    const { status, headers, text } = await get('/casussen/sla/');
    expect(status).toBe(200);
    expect(text).toBe('de casus');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('leads to the address with a slash at its end, with the question kept', async () => {
    const { status, headers } = await get('/casussen/sla?utm=x#a');
    expect(status).toBe(301);
    expect(headers.location).toBe('/casussen/sla/?utm=x#a');
  });

  it('says that a page has not changed', async () => {
    const { headers } = await get('/');
    const again = await get('/', { 'if-none-match': `"other", ${headers.etag ?? ''}` });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  it('sends only the head when only that is asked for', async () => {
    const { status, headers, text } = await get('/casussen/sla/', {}, 'HEAD');
    expect([status, headers['content-length'], text]).toEqual([200, '8', '']);
  });

  it('refuses to be spoken to', async () => {
    const { status, headers } = await get('/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('files', () => {
  it.each([
    ['/casussen/sla.md', 'text/markdown; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
    ['/rss.xml', 'application/xml; charset=utf-8'],
    ['/unknown.kind', 'application/octet-stream'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
  ])('sends %s as %s', async (address, type) => {
    const { status, headers } = await get(address);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it.each(['/_astro/page.Ab12.css', '/search-index/nl-0123456789ab/t1.json'])(
    'lets browsers keep %s, whose name changes with its bytes',
    async (address) => {
      const { headers } = await get(address);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  it('does not let browsers keep the way into the search index', async () => {
    const { headers } = await get('/search-index/nl.json');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('sends the whole of a file when a part is asked for, also an impossible part', async () => {
    for (const range of ['bytes=10-5', 'bytes=-1', 'bytes=0-1']) {
      const { status, text } = await get('/casussen/sla/', { range });
      expect([status, text]).toEqual([200, 'de casus']);
    }
  });
});

describe('packed files', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('for “%s” sends %s', async (accepted, encoding) => {
    const { headers, body } = await get('/', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers.vary).toBe('Accept-Encoding');
    expect(unpack[encoding](body).toString()).toBe(home);
  });

  it('sends the file itself to a browser that unpacks nothing', async () => {
    const { headers, text } = await get('/');
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toBe(home);
  });

  it('gives each form a tag of its own', async () => {
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(async (accepted) => {
        const { headers } = await get('/', { 'accept-encoding': accepted });
        return headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

describe('headers', () => {
  it.each(['/', '/casussen/sla', '/nergens/', '/%', '/llms.txt'])(
    'protects the reader at %s',
    async (address) => {
      const { headers } = await get(address);
      expect(headers).toMatchObject({
        'content-security-policy': "frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );
});

describe('what is not there', () => {
  it.each([
    ['/nergens/', 'niet gevonden'],
    ['/nergens', 'niet gevonden'],
    ['/fr/nulle-part/', 'niet gevonden'],
    ['/en/nowhere/', 'not found'],
    ['/en/nowhere', 'not found'],
  ])('says so for %s in its language', async (address, text) => {
    const found = await get(address);
    expect([found.status, found.text]).toEqual([404, text]);
    expect(found.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('is not found at its own address either', async () => {
    expect((await get('/404.html')).status).toBe(404);
    expect((await get('/en/404/')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/casussen/..%5c..%5csecret.txt',
    '/casussen/%2e%2e/%2e%2e/secret.txt',
    '/.env',
    '/%2eenv',
    '//secret.txt',
    '//casussen/sla',
    '/casussen/sla.md/',
    `/${'a'.repeat(5000)}`,
  ])('never leads out of the site: %s', async (address) => {
    const { status, text, headers } = await get(address);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
    expect(headers.location).toBeUndefined();
  });

  it.each(['/%', '/%zz', '/%c0%ae', '/a%00b', 'casussen', 'http://elsewhere.example/'])(
    'calls %s malformed and goes on',
    async (address) => {
      expect((await get(address)).status).toBe(400);
      expect((await get('/')).status).toBe(200);
    },
  );
});

it('serves a new site from the moment it is swapped in', async () => {
  await writeSite('living', { 'index.html': 'old', 'old.txt': 'old' });
  await writeSite('next', { 'index.html': 'newer', 'new.txt': 'new' });
  const living = await listen({ dir: path.join(folder, 'living'), port: 0, host: '127.0.0.1' });
  const read = async (address: string) => (await get(address, {}, 'GET', living)).text.trim();
  expect(await read('/')).toBe('old');
  await rename(path.join(folder, 'living'), path.join(folder, 'last'));
  await rename(path.join(folder, 'next'), path.join(folder, 'living'));
  expect(await read('/')).toBe('newer');
  expect(await read('/new.txt')).toBe('new');
  expect(await read('/old.txt')).toBe('There is no such page.');
  await living.close();
});

describe('starting and stopping', () => {
  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(listen({ dir: folder, port, host: '127.0.0.1' })).rejects.toThrow(
      `Port ${String(port)} is taken by another program. Stop that one, or choose another port: PORT=${String(port + 1)} npm start`,
    );
    other.close();
  });

  it('says what to do when nothing was built', async () => {
    const missing = path.join(folder, 'nothing');
    await expect(listen({ dir: missing, port: 0 })).rejects.toThrow(ListenError);
    await expect(listen({ dir: missing, port: 0 })).rejects.toThrow('npm run build');
  });

  it('takes a reader who leaves at any moment for no error of its own', async () => {
    const told = vi.spyOn(console, 'error');
    const { port } = new URL(site.address);
    for (let turn = 0; turn < 60; turn += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write('GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
      if (turn % 3 === 0) await once(socket, 'data');
      if (turn % 3 === 1) await new Promise((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
    }
    expect((await get('/')).status).toBe(200);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });

  it('can be told twice to stop, and then listens no more', async () => {
    const short = await listen({ dir: folder, port: 0, host: '127.0.0.1' });
    await Promise.all([short.close(), short.close()]);
    await expect(get('/', {}, 'GET', short)).rejects.toThrow('ECONNREFUSED');
  });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Asks for an address exactly as written: `fetch` would tidy it up first. */
async function get(
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
  from = site,
): Promise<Answer> {
  const { port } = new URL(from.address);
  const asked = request({ host: '127.0.0.1', port, path: address, headers, method, agent: false });
  asked.end();
  const [response] = (await once(asked, 'response')) as [
    AsyncIterable<Buffer> & {
      statusCode?: number;
      headers: IncomingHttpHeaders;
    },
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
}

async function writeSite(name: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [file, bytes] of Object.entries(files)) {
    const target = path.join(folder, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
