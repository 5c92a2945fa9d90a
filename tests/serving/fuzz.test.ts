import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, post, runSite, type RunningSite } from './run-site.ts';

let site: RunningSite;

beforeAll(async () => {
  site = await runSite();
});

afterAll(() => site.close());

const address = fc.oneof(
  fc.constantFrom(
    '/reageren/',
    '/bijdrage/',
    '/en/respond',
    '/gezondheid',
    '/',
    '*',
    '',
    '/casussen/sla',
  ),
  fc.webPath(),
  fc.string({ maxLength: 60 }),
  fc.webQueryParameters().map((query) => `/reageren/?subject=${query}`),
  fc.webQueryParameters().map((query) => `/bijdrage/?ticket=${query}`),
);
const header = fc.oneof(
  fc.constantFrom(
    ...['Content-Type: application/json', 'Content-Type: application/x-www-form-urlencoded'],
    ...[
      'Origin: https://handboek.example',
      'Sec-Fetch-Site: same-origin',
      'Accept: application/json',
    ],
    ...[
      'Transfer-Encoding: chunked',
      'Content-Length: 5',
      'Content-Length: -1',
      'Expect: 100-continue',
    ],
    ...['Connection: Upgrade', 'Upgrade: websocket', 'Host: a\r\nHost: b', 'Range: bytes=9-1'],
  ),
  fc.string({ maxLength: 40 }),
);
const field = fc.constantFrom(
  'subject',
  'language',
  'stance',
  'words',
  'needs',
  'key',
  'code',
  'do',
  '__proto__',
);
const body = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.json(),
  fc
    .dictionary(field, fc.string({ unit: 'binary', maxLength: 30 }))
    .map((fields) => JSON.stringify(fields)),
  fc
    .array(fc.tuple(field, fc.string({ maxLength: 30 })))
    .map((fields) => new URLSearchParams(fields).toString()),
);
const spoken = fc.record({
  method: fc.oneof(
    fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'TRACE'),
    fc.string({ maxLength: 8 }),
  ),
  address,
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
  headers: fc.array(header, { maxLength: 6 }),
  body,
  isMeasured: fc.boolean(),
});
const bytes = fc.oneof(
  { weight: 4, arbitrary: spoken.map(toBytes) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)) },
);

it('answers 2,000 requests of any kind without failing, and tells nothing of itself', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (sent) => {
      const answer = await exchange(sent);
      const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) =>
        Number(status),
      );
      expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
      expect(answer).not.toMatch(/\bat .*\.(ts|js):\d+|node:internal|\bError:|\/tmp\//);
    }),
    { numRuns: 2000, endOnFailure: true },
  );
  expect((await ask(site, '/')).status).toBe(200);
  expect((await post(site)).status).toBe(201);
});

function toBytes({
  method,
  address: to,
  version,
  headers,
  body: text,
  isMeasured,
}: typeof spoken extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const measured = isMeasured ? [`Content-Length: ${Buffer.byteLength(text)}`] : [];
  const head = [`${method} ${to} ${version}`, 'Host: localhost', ...measured, ...headers];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** Sends bytes, says no more, and gives everything that comes back until the other side is done too. */
function exchange(sent: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(site.port, '127.0.0.1', () => socket.end(sent));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Buffer.concat(parts).toString('latin1'));
    });
  });
}
