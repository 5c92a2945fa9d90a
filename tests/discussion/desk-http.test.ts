import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asked } from '../../src/discussion/asked.ts';
import { checkLedger } from '../../src/discussion/chain.ts';
import { StoreError } from '../../src/discussion/store.ts';
import { site } from './ask.ts';
import {
  here,
  password,
  startDesk,
  toCookie,
  toDeskForm,
  toLook,
  toPage,
  toSeen,
  type DeskUnderTest,
} from './ask-desk.ts';
import { after, start, toNew } from './drafts.ts';

let desk: DeskUnderTest;
beforeEach(async () => {
  desk = await startDesk();
  await desk.accounts.enrol('owner', { name: 'sanne', password });
});
afterEach(() => desk.close());

interface Seat {
  cookie: string;
  proof: string;
}

async function signIn(name = 'sanne', changes: Parameters<typeof toDeskForm>[1] = {}) {
  return desk.ask(toDeskForm({ do: 'sign-in', name, password }, changes));
}

/** Signs in, and gives what the forms of the pages then send. */
async function sit(name = 'sanne'): Promise<Seat> {
  const { cookie } = toCookie(await signIn(name));
  const { proof } = toSeen(await desk.ask(toLook(cookie)), 'queue');
  return { cookie, proof };
}

async function addModerator(): Promise<Seat> {
  await desk.accounts.enrol('moderator', { name: 'noor', password });
  return sit('noor');
}

const send = (
  { cookie, proof }: Seat,
  fields: Record<string, string | string[]>,
  path = '/beheer/',
) => desk.ask(toDeskForm({ proof, ...fields }, { cookie, path }));

async function add(draft: Parameters<typeof toNew>[0] = {}) {
  const given = toNew(draft);
  await desk.store.add(given);
  return given;
}

const readRef = async (seat: Seat, id: string): Promise<string> => {
  const { waiting } = toSeen(await desk.ask(toLook(seat.cookie)), 'queue');
  return waiting.find((each) => each.id === id)?.ref ?? '';
};

describe('signing in', () => {
  it('gives a cookie no page and no other site can read, and that only TLS carries', async () => {
    const reply = await signIn();
    expect(reply).toMatchObject({ kind: 'redirect', status: 303, location: '/beheer/' });
    const { cookie, rules } = toCookie(reply);
    expect(cookie).toMatch(/^__Host-beheer=[\w-]{43}$/);
    expect(rules).toBe('Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=604800');
    expect(toPage(await desk.ask(toLook(cookie))).headers).toMatchObject({
      'Cache-Control': 'no-store',
      'X-Frame-Options': 'DENY',
      'X-Robots-Tag': 'noindex, nofollow',
    });
    expect(JSON.stringify(desk.log)).not.toMatch(/sanne|paarden|__Host|192\.0\.2/);
  });

  it('does without TLS only on this very machine, and that session counts nowhere else', async () => {
    const { cookie, rules } = toCookie(await signIn('sanne', { origin: here }));
    expect([cookie.split('=')[0], rules]).toEqual([
      'beheer-lokaal',
      'Path=/; HttpOnly; SameSite=Strict; Max-Age=604800',
    ]);
    toSeen(await desk.ask(toLook(cookie)), 'queue');
    const moved = cookie.replace('beheer-lokaal', '__Host-beheer');
    toSeen(await desk.ask(toLook(moved)), 'signed-out');
    const elsewhere = { origin: 'http://localhost.example' };
    expect(toCookie(await signIn('sanne', elsewhere)).rules).toContain('Secure');
  });

  it('says the same of a wrong password and of an unknown name, and shows no password again', async () => {
    const wrong = { do: 'sign-in', name: 'sanne', password: 'iets anders dan dat' };
    const replies = [
      toPage(await desk.ask(toDeskForm(wrong))),
      toPage(await desk.ask(toDeskForm({ ...wrong, name: 'niemand' }))),
    ];
    for (const { status, told, view } of replies)
      expect([status, told.problem, view.view]).toEqual([403, 'wrong', 'signed-out']);
    expect(JSON.stringify(replies)).not.toContain('iets anders');
  });

  it('is stopped after five tries under one name from one place, and goes on later', async () => {
    const attempt = (name: string, from: string) =>
      desk.ask(toDeskForm({ do: 'sign-in', name, password: 'raden maar' }, { from }));
    for (let tried = 0; tried < 5; tried += 1)
      expect((await attempt('sanne', '192.0.2.1'))?.status).toBe(403);
    expect((await attempt('sanne', '192.0.2.1'))?.status).toBe(429);
    const refused = toPage(await signIn());
    expect([refused.status, refused.told.problem]).toEqual([429, 'too-many']);
    expect(refused.headers).toMatchObject({ 'Retry-After': '900' });
    // From somewhere else the right one still comes in: nobody can lock somebody out with five tries.
    expect((await signIn('sanne', { from: '198.51.100.7' }))?.status).toBe(303);
    desk.clock.now = after(16);
    expect((await signIn())?.status).toBe(303);
  });

  it('is stopped for one place that tries many names, and for one name from many places', async () => {
    const statuses: (number | undefined)[] = [];
    const attempt = async (name: string, from: string) =>
      statuses.push(
        (await desk.ask(toDeskForm({ do: 'sign-in', name, password: 'raden' }, { from })))?.status,
      );
    for (let tried = 0; tried < 31; tried += 1) await attempt(`naam-${tried}`, '192.0.2.9');
    expect(statuses.indexOf(429)).toBe(30);
    for (let tried = 0; tried < 21; tried += 1) await attempt('sanne', `192.0.3.${tried}`);
    expect(statuses.indexOf(429, 31)).toBe(51);
  });

  it('is refused from another site, so that nobody is signed in as somebody else', async () => {
    const { headers, ...asked } = toDeskForm({ do: 'sign-in', name: 'sanne', password });
    const from = (changes: Asked['headers']) =>
      desk.ask({ ...asked, headers: { ...headers, ...changes } });
    const cross = await from({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    const old = await from({ 'sec-fetch-site': undefined, origin: 'https://evil.example' });
    expect([cross?.status, old?.status]).toEqual([403, 403]);
    expect([toCookie(cross).cookie, toCookie(old).cookie]).toEqual(['', '']);
  });
});

describe('a session', () => {
  it('is a new one at every signing in, and the one of before ends', async () => {
    // Somebody else prepared this browser with a session of theirs, or with one that was never given.
    const { cookie: before } = toCookie(await signIn());
    const planted = `__Host-beheer=${'A'.repeat(43)}`;
    const { cookie } = toCookie(await signIn('sanne', { cookie: before }));
    const { cookie: other } = toCookie(await signIn('sanne', { cookie: planted }));
    expect(new Set([before, planted, cookie, other]).size).toBe(4);
    toSeen(await desk.ask(toLook(before)), 'signed-out');
    toSeen(await desk.ask(toLook(planted)), 'signed-out');
    toSeen(await desk.ask(toLook(`${planted}; ${cookie}`)), 'queue');
  });

  it('ends when it is not used, and after a week in any case', async () => {
    const { cookie } = await sit();
    const at = async (minutes: number) => {
      desk.clock.now = after(minutes);
      return toPage(await desk.ask(toLook(cookie))).view.view;
    };
    expect([await at(479), await at(958), await at(1437)]).toEqual(['queue', 'queue', 'queue']);
    expect(await at(1437 + 481)).toBe('signed-out');
    desk.clock.now = start;
    const long = await sit();
    for (let minutes = 400; minutes <= 7 * 24 * 60; minutes += 400) {
      desk.clock.now = after(minutes);
      toSeen(await desk.ask(toLook(long.cookie)), 'queue');
    }
    desk.clock.now = after(7 * 24 * 60 + 1);
    toSeen(await desk.ask(toLook(long.cookie)), 'signed-out');
  });

  it('ends here, or everywhere at once', async () => {
    const [one, other] = [await sit(), await sit()];
    const out = await send(one, { do: 'sign-out' });
    expect(out).toMatchObject({ status: 303, location: '/beheer/?done=signed-out-1' });
    expect(toCookie(out).rules).toContain('Max-Age=0');
    toSeen(await desk.ask(toLook(one.cookie)), 'signed-out');
    toSeen(await desk.ask(toLook(other.cookie)), 'queue');
    const third = await sit();
    await send(other, { do: 'sign-out-everywhere' });
    toSeen(await desk.ask(toLook(third.cookie)), 'signed-out');
  });

  it('lets nothing happen without what its own page sends along', async () => {
    const [seat, moderator] = [await sit(), await addModerator()];
    const { id } = await add();
    const pick = await readRef(seat, id);
    for (const proof of ['', 'iets', moderator.proof]) {
      const reply = toPage(await send({ ...seat, proof }, { do: 'publish', pick }));
      expect([reply.status, reply.told.problem]).toEqual([403, 'stale']);
    }
    const out = toPage(await send({ ...seat, cookie: '' }, { do: 'publish', pick }));
    expect([out.status, out.told.problem]).toEqual([401, 'signed-out']);
    expect(await desk.store.listSaid()).toEqual([]);
  });
});

describe('deciding', () => {
  it('publishes what was read, in the name of a role, and can be undone', async () => {
    const seat = await addModerator();
    const { id } = await add();
    const { chosen } = toSeen(await desk.ask(toLook(seat.cookie)), 'queue');
    expect(chosen).toMatchObject({ id, answered: { digest: 'a1b2c3' }, ref: `${id}@1@0` });
    const done = await send(seat, { do: 'publish', pick: `${id}@1@0` });
    expect(done).toMatchObject({ status: 303, location: '/beheer/?done=publish-1' });
    const next = toPage(await desk.ask(toLook(seat.cookie, '/beheer/?done=publish-1')));
    expect(next.told).toEqual({ done: { what: 'publish', count: 1 } });
    expect(next.view).toMatchObject({ waiting: [], recent: [{ id, as: 'publish', rulings: 1 }] });
    expect(await desk.store.listSaid()).toMatchObject([{ decisions: [{ by: 'redactie' }] }]);
    desk.clock.now = after(9);
    expect((await send(seat, { do: 'undo', pick: `${id}@1@1` }))?.status).toBe(303);
    const ledger = await desk.store.readLedger();
    expect(ledger.entries).toMatchObject([
      { as: 'publish', account: 'moderator' },
      { as: 'undo', account: 'moderator' },
    ]);
    expect([checkLedger(ledger), JSON.stringify(ledger)]).toEqual([
      [],
      expect.not.stringContaining('noor'),
    ]);
    expect((await desk.store.listPending()).map((each) => each.id)).toEqual([id]);
  });

  it('refuses only with a reason that we know', async () => {
    const seat = await sit();
    const { id, code } = await add();
    const pick = await readRef(seat, id);
    for (const reason of [[], ['verveling']]) {
      const reply = toPage(await send(seat, { do: 'decline', pick, reason }));
      expect([reply.status, reply.told.problem]).toEqual([422, 'reason-missing']);
    }
    expect((await send(seat, { do: 'decline', pick, reason: 'insults' }))?.status).toBe(303);
    expect(await desk.store.findOwn(code)).toMatchObject({ status: 'declined', reason: 'insults' });
  });

  it('tells the second of two that somebody else decided, and changes nothing', async () => {
    const [one, other] = [await sit(), await addModerator()];
    const { id } = await add();
    const pick = await readRef(one, id);
    const both = await Promise.all([
      send(one, { do: 'publish', pick }),
      send(other, { do: 'decline', pick, reason: 'off-topic' }),
    ]);
    const [late] = both.flatMap((reply) => (reply?.kind === 'page' ? [reply] : []));
    expect(both.map((reply) => reply?.status).sort()).toEqual([303, 409]);
    expect(late?.told.failed).toEqual([{ id, why: 'overtaken' }]);
    expect((await desk.store.readLedger()).entries).toHaveLength(1);
  });

  it('decides about many at once, and tells which were left and why', async () => {
    const seat = await sit();
    const many = [await add(), await add(), await add()] as const;
    const picks = await Promise.all(many.map(({ id }) => readRef(seat, id)));
    const revision = { words: 'Anders.', html: '<p>Anders.</p>', cleaner: 'test 1', at: after(1) };
    await desk.store.revise(many[1].code, revision);
    const reply = toPage(await send(seat, { do: 'publish', pick: picks }));
    expect([reply.status, reply.told]).toEqual([
      409,
      { failed: [{ id: many[1].id, why: 'changed' }], done: { what: 'publish', count: 2 } },
    ]);
    expect(await desk.store.listSaid()).toHaveLength(2);
    const none = toPage(await send(seat, { do: 'publish', pick: ['', 'x@y@z', 'r-een@1'] }));
    expect(none.told.problem).toBe('nothing-picked');
  });

  it('moves a published no up the ladder, with the step that changed, and finds it by its code', async () => {
    const seat = await sit();
    const [{ id, code }] = [await add(), await add({ words: 'Iets heel anders' })];
    await send(seat, { do: 'publish', pick: await readRef(seat, id) });
    const path = '/beheer/geplaatst/';
    const find = async (sought: string) =>
      toSeen(await send(seat, { do: 'find', sought }, path), 'published').found.map(
        (each) => each.id,
      );
    expect([await find(code), await find('check-in'), await find('bestaat niet')]).toEqual([
      [id],
      [id],
      [],
    ]);
    const pick = `${id}@1@1`;
    const stepless = toPage(await send(seat, { do: 'add', pick }, path));
    expect(stepless.told.problem).toBe('step-missing');
    const nowhere = toPage(await send(seat, { do: 'add', pick, step: 'nergens' }, path));
    expect(nowhere.told.failed).toEqual([{ id, why: 'no-step' }]);
    const added = await send(seat, { do: 'add', pick, step: 'de-vraag' }, path);
    expect(added).toMatchObject({ status: 303, location: '/beheer/geplaatst/?done=add-1' });
    const { found } = toSeen(await desk.ask(toLook(seat.cookie, path)), 'published');
    expect(found).toMatchObject([
      { id, ladder: { rung: 'added' }, steps: ['check-in', 'de-vraag'] },
    ]);
  });

  it('cannot change a word, whatever is sent along', async () => {
    const seat = await sit();
    const { id } = await add({ words: 'Zoals ik het zei' });
    const pick = await readRef(seat, id);
    await send(seat, { do: 'publish', pick, words: 'Anders', html: '<p>Anders</p>', by: 'ik' });
    expect(JSON.stringify(await desk.store.listToDecide('published'))).not.toContain('Anders');
    const odd = toPage(await send(seat, { do: 'revise', pick, words: 'Anders' }));
    expect(odd.told.problem).toBe('wrong-place');
  });
});

describe('who decides', () => {
  const people = '/beheer/mensen/';
  const door = '/beheer/uitnodiging/';

  const invite = async (seat: Seat, fields: Record<string, string> = { do: 'invite' }) => {
    const { link } = toSeen(await send(seat, fields, people), 'people');
    expect(link?.address).toMatch(`${site}${door}?link=`);
    return link?.address.split('=')[1] ?? '';
  };
  const enrol = (fields: Record<string, string>) =>
    desk.ask(toDeskForm({ do: 'enrol', password, again: password, ...fields }, { path: door }));

  it('comes in by a link of an owner, which works once', async () => {
    const link = await invite(await sit());
    const view = toSeen(await desk.ask(toLook(undefined, `${door}?link=${link}`)), 'invitation');
    expect(view).toMatchObject({ role: 'moderator', link });
    const problems = [
      { name: 'noor', again: 'iets anders' },
      { name: 'sanne' },
      { name: '' },
      { name: 'noor', password: 'kort', again: 'kort' },
      { name: 'noor', password: 'wachtwoord123456', again: 'wachtwoord123456' },
    ];
    const told: unknown[] = [];
    for (const fields of problems) told.push(toPage(await enrol({ link, ...fields })).told.problem);
    expect(told).toEqual([
      ...['password-differs', 'name-taken', 'name-missing', 'password-short', 'password-plain'],
    ]);
    expect(await enrol({ link, name: 'Noor' })).toMatchObject({
      location: '/beheer/?done=enrolled-1',
    });
    expect((await enrol({ link, name: 'anders' }))?.status).toBe(410);
    expect((await signIn('noor'))?.status).toBe(303);
  });

  it('is for owners to say: a moderator sees nobody, and lets nobody in', async () => {
    const seat = await addModerator();
    const looked = toPage(await desk.ask(toLook(seat.cookie, people)));
    expect([looked.status, looked.told.problem]).toEqual([403, 'owners-only']);
    expect(JSON.stringify(looked)).not.toContain('sanne');
    const owner = (await desk.accounts.list()).find(({ role }) => role === 'owner');
    for (const wanted of ['invite', 'renew', 'remove']) {
      const reply = toPage(await send(seat, { do: wanted, account: owner?.id ?? '' }, people));
      expect([reply.status, reply.told.problem]).toEqual([403, 'owners-only']);
    }
    expect(await desk.accounts.list()).toHaveLength(2);
  });

  it('gets a new password by a link, and is then signed out everywhere', async () => {
    const [owner, moderator] = [await sit(), await addModerator()];
    const noor = (await desk.accounts.list()).find(({ name }) => name === 'noor')?.id ?? '';
    const link = await invite(owner, { do: 'renew', account: noor });
    const other = 'een ander stel woorden';
    // The name stays, whatever is sent.
    await enrol({ link, name: 'sanne', password: other, again: other });
    toSeen(await desk.ask(toLook(moderator.cookie)), 'signed-out');
    expect((await signIn('noor'))?.status).toBe(403);
    const again = toDeskForm({ do: 'sign-in', name: 'noor', password: other });
    expect((await desk.ask(again))?.status).toBe(303);
  });

  it('can be taken away by an owner, but not oneself; all of it ends at once', async () => {
    const [owner, moderator] = [await sit(), await addModerator()];
    const all = await desk.accounts.list();
    const toId = (role: string) => all.find((each) => each.role === role)?.id ?? '';
    const own = toPage(await send(owner, { do: 'remove', account: toId('owner') }, people));
    expect(own.told.problem).toBe('yourself');
    await send(owner, { do: 'remove', account: toId('moderator') }, people);
    toSeen(await desk.ask(toLook(moderator.cookie)), 'signed-out');
    expect(await desk.accounts.list()).toHaveLength(1);
    expect((await signIn('noor'))?.status).toBe(403);
  });
});

it('is not there for other addresses, and answers other ways of asking with what it takes', async () => {
  expect(await desk.ask(toLook(undefined, '/beheerder/'))).toBeUndefined();
  expect((await desk.ask(toLook(undefined, '/beheer')))?.status).toBe(200);
  expect((await desk.ask(toLook(undefined, '/en/desk/')))?.status).toBe(200);
  const reply = await desk.ask({ ...toLook(), method: 'PUT' });
  expect([reply?.status, reply?.headers['Allow']]).toEqual([405, 'GET, HEAD, POST']);
});

it('says that the database is away, and that nothing was changed', async () => {
  await desk.close();
  const away = () => Promise.reject(new StoreError('away', 'The database is away.'));
  desk = await startDesk({ listToDecide: away });
  await desk.accounts.enrol('owner', { name: 'sanne', password });
  const { cookie } = toCookie(await signIn());
  const reply = toPage(await desk.ask(toLook(cookie)));
  expect([reply.status, reply.told.problem]).toEqual([503, 'away']);
});
