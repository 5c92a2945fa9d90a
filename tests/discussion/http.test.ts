import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/discussion/asked.ts';
import { readReferenceCode } from '../../src/discussion/reference-code.ts';
import { StoreError } from '../../src/discussion/store.ts';
import {
  site,
  startTalk,
  toBody,
  toFields,
  toForm,
  toGet,
  toJson,
  toLocation,
  toShown,
  type Talk,
} from './ask.ts';
import { after, start } from './drafts.ts';

let talk: Talk;
beforeAll(async () => {
  talk = await startTalk();
});
afterAll(() => talk.close());
beforeEach(() => {
  talk.clock.now = start;
  talk.log.length = 0;
});

const problemsOf = (answer: Answer | undefined) => {
  const page = answer?.kind === 'json' ? (answer.body as { problems?: object[] }) : answer;
  return page && 'problems' in page ? page.problems : undefined;
};
const without = (name: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
/** Sends a contribution and comes back with its code. */
const say = async (changes: Record<string, string> = {}) => {
  const body = toBody(await talk.ask(toJson(toFields(changes))));
  return body as unknown as { code: string; again: boolean; status: number; own: { id: string } };
};

describe('sending a form without script', () => {
  it('leads to a page that shows that it waits, with a code', async () => {
    const answer = await talk.ask(toForm(toFields({ email: 'sanne@voorbeeld.nl' })));
    expect(answer).toMatchObject({ kind: 'redirect', status: 303 });
    const shown = toShown(await talk.ask(toGet(toLocation(answer))));
    expect(shown).toMatchObject({
      status: 200,
      page: 'said',
      language: 'nl',
      own: { status: 'pending', words: 'Bij ons ging dat <b>anders</b>.' },
      headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'strict-origin' },
    });
    expect('code' in shown && readReferenceCode(shown.code ?? '')).toBe(
      'code' in shown && shown.code,
    );
    expect(JSON.stringify(shown)).not.toContain('sanne');
  });

  it('has no code in the address it leads to, and an address that is good for a quarter of an hour', async () => {
    const fields = toFields();
    const location = toLocation(await talk.ask(toForm(fields)));
    const { code } = toBody(await talk.ask(toJson(fields))) as unknown as { code: string };
    for (const part of [code, code.replaceAll('-', ''), Buffer.from(code).toString('base64url')])
      expect(location).not.toContain(part);
    talk.clock.now = after(15);
    expect(toShown(await talk.ask(toGet(location)))).toHaveProperty('own');
    talk.clock.now = after(16);
    expect(toShown(await talk.ask(toGet(location)))).not.toHaveProperty('own');
    talk.clock.now = after(-60);
    expect(toShown(await talk.ask(toGet(location)))).not.toHaveProperty('own');
  });

  it('first shows what will be public when the form came without a key, and takes it from there', async () => {
    const fields = without('key', toFields({ on: 'De begeleider luistert.' }));
    const before = (await talk.store.listPending()).length;
    const preview = toShown(await talk.ask(toForm(fields)));
    expect(preview).toMatchObject({
      status: 200,
      page: 'speak',
      preview: '<p>Bij ons ging dat <b>anders</b>.</p>',
      problems: [{ field: 'form', problem: 'confirm' }],
      values: fields,
    });
    expect((await talk.store.listPending()).length).toBe(before);
    expect((await talk.ask(toForm(preview.values)))?.status).toBe(303);
    expect((await talk.ask(toForm(preview.values)))?.status).toBe(303);
    expect((await talk.store.listPending()).length).toBe(before + 1);
  });

  it('shows the form again with everything that was sent when something is wrong', async () => {
    const fields = toFields({ needs: '', stance: 'counterargument', name: 'x'.repeat(70) });
    const shown = toShown(await talk.ask(toForm(fields, { path: '/en/respond/' })));
    expect(shown).toMatchObject({ status: 422, page: 'speak', language: 'en', values: fields });
    expect(problemsOf(shown)).toEqual([
      { field: 'name', problem: 'too-long' },
      { field: 'needs', problem: 'missing' },
    ]);
  });

  it('is given a key of its own with the form, and what a link says it is about', async () => {
    const ask = () =>
      talk.ask(toGet('/en/respond/?subject=cases%2Fsla%23check-in&stance=insight&x=y'));
    const [one, other] = [toShown(await ask()), toShown(await ask())];
    expect(one).toMatchObject({
      page: 'speak',
      language: 'en',
      values: { subject: 'cases/sla#check-in', stance: 'insight' },
    });
    expect(one.values).not.toHaveProperty('x');
    expect(one.values['key']).toMatch(/^[\w-]{32}$/);
    expect(other.values['key']).not.toBe(one.values['key']);
  });
});

describe('sending by script', () => {
  it('gives the code and the state, and once more when it is sent once more', async () => {
    const fields = toFields();
    const first = toBody(await talk.ask(toJson(fields)));
    expect(first).toMatchObject({ status: 201, again: false, own: { status: 'pending' } });
    const second = toBody(await talk.ask(toJson({ ...fields, words: 'Toch iets anders.' })));
    expect(second).toEqual({ ...first, status: 200, again: true });
  });

  it.each<[string, object, object]>([
    ['an unknown subject', { subject: 'cases/onbekend' }, { field: 'subject', problem: 'unknown' }],
    ['an unknown step', { subject: 'cases/sla#weg' }, { field: 'subject', problem: 'unknown' }],
    ['no subject', { subject: undefined }, { field: 'subject', problem: 'missing' }],
    ['a wrong language', { language: 'fr' }, { field: 'language', problem: 'unknown' }],
    ['an unknown stance', { stance: 'like' }, { field: 'stance', problem: 'unknown' }],
    ['a status', { status: 'published' }, { field: 'status', problem: 'unexpected' }],
    ['HTML of its own', { html: '<script>' }, { field: 'html', problem: 'unexpected' }],
    ['no key', { key: undefined }, { field: 'key', problem: 'missing' }],
    ['an answer to nothing', { to: 'r-weg' }, { field: 'to', problem: 'unknown' }],
    [
      'too many words',
      { words: 'x'.repeat(64 * 1024 + 1) },
      { field: 'words', problem: 'too-long' },
    ],
  ])('refuses %s, with the field and what is wrong', async (_name, changes, problem) => {
    const before = (await talk.store.listPending()).length;
    const answer = await talk.ask(toJson({ ...toFields(), ...changes }));
    expect(answer?.status).toBe(422);
    expect(problemsOf(answer)).toEqual([problem]);
    expect((await talk.store.listPending()).length).toBe(before);
  });

  it('knows a case by its former name too', async () => {
    expect(await say({ subject: 'cases/contract' })).toMatchObject({
      own: { subject: 'cases/sla' },
    });
  });

  it('keeps the passage that was answered, and the sentence in it', async () => {
    const { own } = await say({ on: 'De begeleider luistert.' });
    await talk.store.decide(own.id, { as: 'publish', by: 'redactie' }, { at: start, version: 1 });
    const said = await talk.store.listSaid();
    expect(said.find(({ id }) => id === own.id)).toMatchObject({
      answered: {
        digest: 'a1b2c3',
        text: 'Iedereen zegt iets. De begeleider luistert.',
        sentence: 'De begeleider luistert.',
      },
    });
  });
});

describe('coming back with a code', () => {
  const own = (fields: Record<string, string>) => talk.ask(toForm(fields, { path: '/bijdrage/' }));

  it('shows the contribution, however the code is typed', async () => {
    const { code } = await say();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    expect(toLocation(await own({ code: typed }))).toMatch(/^\/bijdrage\/\?ticket=/);
    const json = await talk.ask(toJson({ code, do: 'open' }, '/en/contribution/'));
    expect(toBody(json)).toMatchObject({ status: 200, code, own: { status: 'pending' } });
  });

  it.each([
    [{}, 'missing', 422],
    [{ code: 'x' }, 'malformed', 422],
    [{ code: '22222-22222-22222-22222' }, 'unknown', 404],
  ])('asks again for a code when it gets %j', async (fields, problem, status) => {
    const shown = toShown(await own(fields));
    expect(shown).toMatchObject({ status, page: 'said', values: fields });
    expect(problemsOf(shown)).toEqual([{ field: 'code', problem }]);
  });

  it('changes the words within a quarter of an hour, and loses none when that is over', async () => {
    const { code } = await say();
    const fields = { code, do: 'revise', words: 'Bij ons <i>niet</i>.', needs: 'Rust.' };
    talk.clock.now = after(10);
    const shown = toShown(await talk.ask(toGet(toLocation(await own(fields)))));
    expect(shown).toMatchObject({
      own: { words: fields.words, html: '<p>Bij ons <i>niet</i>.</p>', status: 'pending' },
      values: { code, words: fields.words, needs: 'Rust.' },
    });
    talk.clock.now = after(20);
    const late = toShown(await own(fields));
    expect(late).toMatchObject({ status: 409, page: 'said', values: fields });
    expect(problemsOf(late)).toEqual([{ field: 'words', problem: 'too-late' }]);
    talk.clock.now = start;
    expect(problemsOf(await own({ ...fields, needs: '' }))).toEqual([
      { field: 'needs', problem: 'missing' },
    ]);
    expect(problemsOf(await own({ ...fields, status: 'published' }))).toEqual([
      { field: 'status', problem: 'unexpected' },
    ]);
  });

  it('takes it back at any time', async () => {
    const { code } = await say();
    talk.clock.now = after(60 * 24 * 400);
    const shown = toShown(await talk.ask(toGet(toLocation(await own({ code, do: 'withdraw' })))));
    expect(shown).toMatchObject({ own: { status: 'withdrawn', words: '' } });
    expect(toShown(await own({ code, do: 'revise', words: 'x', needs: 'y' })).status).toBe(409);
    expect(problemsOf(await own({ code, do: 'publish' }))).toEqual([
      { field: 'do', problem: 'unknown' },
    ]);
  });
});

describe('who may send', () => {
  const none = { 'sec-fetch-site': undefined };
  it.each<[string, Record<string, string | undefined>, number]>([
    ['our own page', {}, 303],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['nobody’s page', { 'sec-fetch-site': 'none' }, 403],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: site }, 403],
    ['our own page in an older browser', { ...none, origin: site }, 303],
    ['another site in an older browser', { ...none, origin: 'https://evil.example' }, 403],
    ['a page without an origin', { ...none, origin: 'null' }, 403],
    ['our own page in the oldest browser', { ...none, referer: `${site}/casussen/sla/` }, 303],
    ['a site that begins like ours', { ...none, referer: `${site}.evil.example/` }, 403],
    ['somebody who says nothing', none, 403],
  ])('%s: %s gives %i', async (_name, headers, status) => {
    const before = (await talk.store.listPending()).length;
    const answer = await talk.ask(toForm(toFields(), { headers }));
    expect(answer?.status).toBe(status);
    const kept = (await talk.store.listPending()).length - before;
    expect(kept).toBe(status === 303 ? 1 : 0);
  });

  it('shows words again to somebody whose browser says nothing, and never those of another site', async () => {
    const silent = toShown(await talk.ask(toForm(toFields(), { headers: none })));
    expect(silent).toMatchObject({ page: 'refused', refusal: 'no-origin' });
    expect(silent.values).toHaveProperty('words');
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(toShown(await talk.ask(toForm(toFields(), { headers }))).values).toEqual({});
  });

  it.each<[string, Parameters<Talk['ask']>[0], number, string]>([
    ['a body of 1 MB', { ...toForm({}), body: 'too-large' }, 413, 'too-large'],
    [
      'a file',
      toForm({}, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
      415,
      'wrong-type',
    ],
    ['plain text', toForm({}, { headers: { 'content-type': 'text/plain' } }), 415, 'wrong-type'],
    ['no type', toForm({}, { headers: { 'content-type': undefined } }), 415, 'wrong-type'],
    ['a DELETE', { ...toForm({}), method: 'DELETE' }, 405, 'wrong-method'],
  ])('refuses %s', async (_name, asked, status, refusal) => {
    expect(toShown(await talk.ask(asked))).toMatchObject({ status, page: 'refused', refusal });
  });

  it.each(['', '[]', '1', 'null', '{', '{"a":', '"x"'])('refuses the JSON %j', async (body) => {
    expect(toBody(await talk.ask(toJson(body)))).toMatchObject({
      status: 400,
      refusal: 'wrong-type',
    });
  });

  it('leaves every other address to others', async () => {
    for (const path of ['/', '/casussen/sla/', '/reageren/x', '/en/reageren/', '/bijdrage.html'])
      expect(await talk.ask(toForm(toFields(), { path }))).toBeUndefined();
  });
});

describe('when something goes wrong', () => {
  it('keeps every word in the form when the store cannot keep it, with the same key', async () => {
    const broken = await startTalk({
      add: () => Promise.reject(new StoreError('full', 'The disk is full.')),
      findOwn: () => Promise.reject(new TypeError('words of somebody')),
    });
    const fields = toFields({ email: 'sanne@voorbeeld.nl' });
    const shown = toShown(await broken.ask(toForm(fields)));
    expect(shown).toMatchObject({ status: 503, page: 'speak', values: fields });
    expect(problemsOf(shown)).toEqual([{ field: 'form', problem: 'not-kept' }]);
    expect(toBody(await broken.ask(toJson(fields)))).toMatchObject({ status: 503, values: fields });
    const code = '22222-22222-22222-22222';
    expect((await broken.ask(toForm({ code }, { path: '/bijdrage/' })))?.status).toBe(503);
    expect(broken.log.map(({ error }) => error)).toEqual(['full', 'full', 'TypeError']);
    await broken.close();
  });

  it('writes down what happened and nothing of who it was', async () => {
    const fields = toFields({
      ...{ words: 'Kanarie', name: 'Parkiet', email: 'papegaai@voorbeeld.nl', on: 'Kaketoe' },
      ...{ needs: 'Ara', Valkparkiet: 'x' },
    });
    await talk.ask(toForm(fields));
    const good = without('Valkparkiet', fields);
    const location = toLocation(await talk.ask(toForm(good)));
    await talk.ask(toGet(location));
    const { code } = toBody(await talk.ask(toJson(good))) as unknown as { code: string };
    await talk.ask(toForm({ code, do: 'withdraw' }, { path: '/bijdrage/' }));
    const written = JSON.stringify(talk.log);
    const secrets = [
      'Kanarie',
      'Parkiet',
      'papegaai',
      'Kaketoe',
      'Ara',
      'Valk',
      code,
      fields['key'] ?? '',
    ];
    for (const secret of [...secrets, location.split('=')[1] ?? ''])
      expect(written).not.toContain(secret);
    expect(talk.log.map(({ door, status }) => `${door} ${status}`)).toEqual([
      'speak 422',
      'speak 303',
      'said 200',
      'speak 200',
      'said 303',
    ]);
    expect(talk.log[1]).toMatchObject({
      subject: 'cases/sla#check-in',
      language: 'nl',
      method: 'POST',
    });
  });

  it('never fails over what is sent, whatever that is', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.webQueryParameters());
    const header = fc.option(
      fc.oneof(
        fc.constantFrom(
          'application/json',
          'application/x-www-form-urlencoded',
          'same-origin',
          site,
        ),
        fc.string(),
      ),
      { nil: undefined },
    );
    const asked = fc.record({
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'x'),
      path: fc
        .tuple(fc.constantFrom('/reageren/', '/bijdrage/', '/en/respond'), fc.string())
        .map(([door, query]) => `${door}?${query}`),
      headers: fc.record({
        'content-type': header,
        'sec-fetch-site': header,
        origin: header,
        referer: header,
        accept: header,
      }),
      body: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        text.map((some) => new TextEncoder().encode(some)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        const answer = await talk.ask(one);
        expect(answer?.status).toBeGreaterThanOrEqual(200);
        expect(answer?.status).toBeLessThan(500);
      }),
      { numRuns: 2000 },
    );
  });
});
