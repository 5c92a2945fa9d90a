import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDesk } from '../../src/serving/desk.ts';
import {
  ask,
  listSaid,
  policy,
  post,
  readAnswer,
  runSite,
  toBody,
  toHeaders,
  type RunningSite,
} from './run-site.ts';

let site: RunningSite;

beforeAll(async () => {
  site = await runSite({ origins: ['https://spiegel.example'] });
});

afterAll(() => site.close());

describe('the doors of the discussion', () => {
  it.each([
    ['/reageren/', 'Reageren'],
    ['/reageren', 'Reageren'],
    ['/reageren/?subject=cases/sla', 'Reageren'],
    ['/en/respond/', 'Respond'],
    ['/bijdrage/', 'Bijdrage'],
    ['/en/contribution/', 'Contribution'],
  ])('show the built page at %s', async (address, title) => {
    const { status, text } = await ask(site, address);
    expect(status).toBe(200);
    expect(text).toContain(`<title>${title}</title>`);
  });

  it('say in a header what their page may do, and that nobody keeps or frames it', async () => {
    for (const address of ['/reageren/', '/bijdrage/?ticket=x', '/en/respond/']) {
      const { headers } = await ask(site, address);
      expect(headers).toMatchObject({
        'content-security-policy': `${policy}; frame-ancestors 'none'`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  it('answer a program with the same protection', async () => {
    const { headers, status } = await ask(site, '/reageren/', {
      headers: { accept: 'application/json' },
    });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('show a form without a key again, and lead one with a key on', async () => {
    const send = (body: string) =>
      ask(site, '/reageren/', { method: 'POST', headers: toHeaders(site), body });
    expect(await send(toBody({ key: '' }))).toMatchObject({ status: 200 });
    const kept = await send(toBody());
    expect([kept.status, kept.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/bijdrage\/\?ticket=[\w-]+$/),
    ]);
    expect((await ask(site, String(kept.headers.location))).status).toBe(200);
  });

  it.each([
    ['the handbook', () => ({ origin: 'https://handboek.example' }), 303],
    ['this machine by name', () => ({ origin: `http://localhost:${site.port}` }), 303],
    ['this machine by number', () => ({ origin: `http://127.0.0.1:${site.port}` }), 303],
    ['an origin the owner named', () => ({ origin: 'https://spiegel.example' }), 303],
    ['a page of our own', () => ({ referer: 'https://handboek.example/casussen/sla/' }), 303],
    ['another site', () => ({ origin: 'https://elders.example' }), 403],
    [
      'another site that names us as host',
      () => ({ origin: 'https://a.example', host: 'a.example' }),
      403,
    ],
    ['nowhere', () => ({}), 403],
  ])('take in what comes from %s, or do not', async (_from, toSource, expected) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status } = await ask(site, '/reageren/', {
      method: 'POST',
      headers: { ...type, ...toSource() },
      body: toBody(),
    });
    expect(status).toBe(expected);
  });

  it('refuse what is too large with an answer that arrives, and go on', async () => {
    const body = `words=${'a'.repeat(1_500_000)}`;
    const { status, headers } = await ask(site, '/reageren/', {
      method: 'POST',
      headers: toHeaders(site),
      body,
    });
    expect([status, headers.connection]).toEqual([413, 'close']);

    const chunked = request({
      port: site.port,
      host: '127.0.0.1',
      path: '/reageren/',
      method: 'POST',
      headers: toHeaders(site),
    });
    for (let part = 0; part < 20; part += 1) chunked.write('a'.repeat(60_000));
    chunked.end();
    const [response] = (await once(chunked, 'response')) as [IncomingMessage];
    expect((await readAnswer(response)).status).toBe(413);
    expect((await ask(site, '/')).status).toBe(200);
  });

  it('are the only place to send something to', async () => {
    const options = { method: 'POST', headers: toHeaders(site), body: toBody() };
    expect((await ask(site, '/casussen/sla/', options)).status).toBe(405);
    expect((await ask(site, '/gezondheid', options)).status).toBe(405);
    expect(
      (await ask(site, '/reageren/', { method: 'DELETE', headers: toHeaders(site) })).status,
    ).toBe(405);
  });

  it('write down what happened, and nobody, nothing that was said, and no code', async () => {
    const { code } = await post(site, { words: 'geheimzinnig', email: 'sanne@voorbeeld.nl' });
    expect(
      (await post(site, { words: 'geheimzinnig', subject: 'sanne@voorbeeld.nl' })).status,
    ).toBe(422);
    const text = JSON.stringify(site.lines);
    for (const told of ['geheimzinnig', 'sanne', code, code.replaceAll('-', ''), '127.0.0.1'])
      expect(text).not.toContain(told);
    expect(site.lines.at(-2)).toMatchObject({
      door: 'speak',
      status: 201,
      subject: 'cases/sla#check-in',
    });
  });
});

it('takes in an answer to a voice of the author, which no store holds', async () => {
  expect((await post(site, { stance: 'recognition', to: 'moe' })).status).toBe(201);
  expect((await post(site, { stance: 'recognition', to: 'nooit' })).status).toBe(422);
});

describe('one page', () => {
  const spellings = [
    ...['cases/sla', 'cases/contract', '/casussen/sla/', '/casussen/sla', 'casussen/sla'],
    ...['/casussen/sla/index.html', '/casussen/sla.html', '/casussen/sla.md', '/casussen//sla/'],
    ...[
      '/casussen/sla/?fbclid=IwAR0x',
      '/casussen/sla?utm_source=x&utm_medium=mail',
      '/casussen/sla/#',
    ],
    ...[
      '/casussen/sla/#p-0a1b2c3d',
      '/casussen/sla/#:~:text=de%20nee',
      '/en/cases/sla/',
      '/en/cases/sla',
    ],
    ...['/casussen/contract/', '/en/cases/contract', '/casussen/%73la/', '/CASUSSEN/SLA/'],
    ...['https://onderstroom.example/casussen/sla/', '//onderstroom.example/casussen/sla?x=1#y'],
  ];

  it.each(spellings)('has one thread when it is written as %s', async (subject) => {
    const { id, status } = await post(site, { subject });
    expect(status).toBe(201);
    const shown = await askDesk(site.folder, { do: 'show', id });
    expect(shown).toMatchObject({ contributions: [{ subject: 'cases/sla' }] });
  });

  it('is asked for again in the answer to what is no page', async () => {
    const { status, text } = await post(site, { subject: '/casussen/nergens/' });
    expect([status, JSON.parse(text)]).toMatchObject([
      422,
      { problems: [{ field: 'subject', problem: 'unknown' }] },
    ]);
  });

  it('is led to from an address in capitals', async () => {
    const { status, headers } = await ask(site, '/Casussen/SLA/?a=B');
    expect([status, headers.location]).toEqual([301, '/casussen/sla/?a=B']);
  });

  it('is kept with the passage in the language it was read in', async () => {
    const { id } = await post(site, { subject: 'cases/sla', language: 'en' });
    const about = { version: 1, decision: { as: 'publish', by: 'redactie' } } as const;
    await askDesk(site.folder, { do: 'decide', id, ...about });
    const said = (await listSaid(site.keeping)).find((one) => one.id === id);
    expect(said).toMatchObject({ answered: { text: 'The story of it.' } });
  });
});
