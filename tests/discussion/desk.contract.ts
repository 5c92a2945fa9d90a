import { beforeEach, describe, expect, it } from 'vitest';
import { checkLedger, findBreak, type LedgerReading } from '../../src/discussion/chain.ts';
import type { ReadingStore, Store } from '../../src/discussion/store.ts';
import { after, start, toNew } from './drafts.ts';

export interface DeskUnderTest {
  /** A new, empty store; whoever asks closes it. */
  create: () => Promise<{
    open: () => Promise<Store>;
    openToRead: () => Promise<ReadingStore>;
    /** Carries out commands in the database, beside the store. */
    run: (sql: string) => Promise<void>;
  }>;
}

const by = 'redactie';
const publication = { as: 'publish', by } as const;
const refusal = { as: 'decline', by, reason: 'off-topic' } as const;

/** What every store promises about deciding, and about who decides. */
export function testDesk(name: string, { create }: DeskUnderTest): void {
  let place: Awaited<ReturnType<DeskUnderTest['create']>>;
  let store: Store;
  beforeEach(async () => {
    place = await create();
    store = await place.open();
    return () => store.close();
  });
  const add = async (...given: Parameters<typeof toNew>) => {
    const one = toNew(...given);
    await store.add(one);
    return one;
  };
  const at = (minutes: number, version = 1) => ({ at: after(minutes), version });

  describe(`the ledger in ${name}`, () => {
    it('holds every decision in the transaction that takes it, without a word of anybody', async () => {
      const one = await add({ words: 'Kanarie', name: 'Sanne', email: 's@voorbeeld.nl' });
      const other = await add({ words: 'Mees' });
      await store.decide(one.id, publication, { ...at(3), account: 'moderator' });
      await store.decide(other.id, refusal, { ...at(4), account: 'owner' });
      await store.decide(one.id, { as: 'add', by, step: 'de-vraag' }, at(5));
      const { entries, head } = await store.readLedger();
      const since = start.toISOString();
      expect(entries).toMatchObject([
        { number: 1, id: one.id, as: 'publish', by, account: 'moderator', since },
        { number: 2, id: other.id, as: 'decline', reason: 'off-topic', account: 'owner' },
        { number: 3, id: one.id, as: 'add', step: 'de-vraag', account: 'terminal' },
      ]);
      expect(head).toEqual({ count: 3, digest: entries[2]?.digest });
      expect(JSON.stringify(entries)).not.toMatch(/kanarie|mees|sanne|voorbeeld/i);
      expect(checkLedger(await store.readLedger())).toEqual([]);
      const refused = await store.decide(other.id, { as: 'below', by }, at(6));
      expect(refused.outcome).toBe('misplaced');
      expect((await store.readLedger()).head.count).toBe(3);
    });

    it('stays whole when a text is taken back, and its digest then says nothing any more', async () => {
      const one = await add({ words: 'Ja' });
      await store.decide(one.id, publication, at(1));
      const before = await store.readLedger();
      expect(before.texts[one.id]).toBe(before.entries[0]?.text);
      await store.withdraw(one.code, after(2));
      const { texts, ...now } = await store.readLedger();
      expect(now.entries).toEqual(before.entries);
      expect([texts, checkLedger({ texts, ...now })]).toEqual([{}, []]);
    });

    it('notices words that were changed by hand, an entry that was, and a lost end', async () => {
      const [one, other] = [await add({ words: 'Eerst' }), await add()];
      for (const { id } of [one, other]) await store.decide(id, publication, at(1));
      const check = async () => checkLedger(await store.readLedger());
      await place.run(`update contributions set raw = 'Later' where id = '${one.id}'`);
      expect(await check()).toEqual([{ problem: 'other-words', id: one.id }]);
      await place.run(`update contributions set raw = 'Eerst' where id = '${one.id}'`);
      expect(await check()).toEqual([]);
      await place.run(`update contributions set published = null where id = '${one.id}'`);
      expect(await check()).toEqual([{ problem: 'vanished', id: one.id }]);
      await place.run(`update contributions set published = sent where id = '${one.id}'`);
      const quiet = await add();
      await place.run(
        `update contributions set status = 'published', published = sent where id = '${quiet.id}'`,
      );
      expect(await check()).toEqual([{ problem: 'undecided', id: quiet.id }]);
      await place.run('delete from decisions where position = 2');
      expect(await check()).toEqual([{ problem: 'cut-off', number: 2 }]);
      await place.run("update decisions set by_role = 'een ander' where position = 1");
      expect(await check()).toEqual([{ problem: 'broken', number: 1 }]);
    });

    it('takes in what was decided before there was one', async () => {
      const many = [await add({ words: 'Een' }), await add(), await add(), await add()] as const;
      const [kept, changed, gone, waiting] = many;
      for (const { id } of [kept, changed, gone]) await store.decide(id, publication, at(1));
      await store.decide(kept.id, { as: 'add', by, step: 'de-vraag' }, at(2));
      const revision = { words: 'Anders.', html: '<p>Anders.</p>', cleaner: 'test 1' };
      await store.revise(changed.code, { ...revision, at: after(5) });
      await store.withdraw(gone.code, after(6));
      const before = await store.listSaid();
      await store.close();
      for (const command of withoutDesk) await place.run(command);
      await expect(place.openToRead()).rejects.toMatchObject({ why: 'newer' });

      store = await place.open();
      expect(await store.listSaid()).toEqual(before);
      const ledger = await store.readLedger();
      expect(checkLedger(ledger)).toEqual([]);
      const told = ledger.entries.map(({ id, as, text }) => [id, as, text !== undefined]);
      expect(told).toEqual([
        [kept.id, 'publish', true],
        [changed.id, 'publish', false],
        [gone.id, 'publish', false],
        [kept.id, 'add', true],
      ]);
      expect(ledger.entries.every(({ account }) => account === undefined)).toBe(true);
      expect(await store.undo(kept.id, { at: after(3), by })).toEqual({ outcome: 'too-late' });
      await store.decide(waiting.id, publication, at(7));
      expect(findBreak((await store.readLedger()).entries)).toBeUndefined();
    });

    it('can be read by the build, beside what is published at the same moment', async () => {
      const reading = await place.openToRead();
      const many = await Promise.all(Array.from({ length: 30 }, () => add()));
      const deciding = many.map(({ id }) => store.decide(id, publication, at(1)));
      const readings: LedgerReading[] = [];
      for (let round = 0; round < 10; round += 1) readings.push(await reading.readLedger());
      await Promise.all(deciding);
      expect(readings.flatMap((each) => checkLedger(each))).toEqual([]);
      await reading.close();
    });
  });

  describe(`deciding in ${name}`, () => {
    it('tells the second of two who decide at once that somebody else did', async () => {
      const one = await add();
      const seen = (await store.findToDecide(one.id))?.rulings;
      expect(seen).toBe(0);
      const both = await Promise.all([
        store.decide(one.id, publication, { ...at(1), seen }),
        store.decide(one.id, refusal, { ...at(1), seen }),
      ]);
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['decided', 'overtaken']);
      expect((await store.readLedger()).entries).toHaveLength(1);
      expect(await store.undo(one.id, { at: after(2), by, seen })).toEqual({
        outcome: 'overtaken',
      });
    });

    it('can be undone for ten minutes, and the ledger tells both', async () => {
      const one = await add();
      const undo = (minutes: number) => store.undo(one.id, { at: after(minutes), by });
      expect(await undo(1)).toEqual({ outcome: 'too-late' });
      await store.decide(one.id, publication, at(2));
      await store.decide(one.id, { as: 'below', by }, at(3));
      expect(await undo(4)).toEqual({ outcome: 'decided', status: 'published' });
      expect(await store.listSaid()).toMatchObject([{ decisions: [{ as: 'publish' }] }]);
      expect(await undo(5)).toEqual({ outcome: 'decided', status: 'pending' });
      expect(await store.listSaid()).toMatchObject([
        { state: 'gone', why: 'reread', since: after(5).toISOString() },
      ]);
      expect(await store.listPending()).toMatchObject([{ id: one.id, wasPublished: true }]);
      await store.decide(one.id, refusal, at(6));
      expect(await undo(17)).toEqual({ outcome: 'too-late' });
      expect(await undo(16)).toEqual({ outcome: 'decided', status: 'pending' });
      expect(await store.findOwn(one.code)).not.toHaveProperty('reason');
      const { entries } = await store.readLedger();
      expect(entries.map(({ as }) => as)).toEqual(
        ['publish', 'below', 'undo', 'undo', 'decline', 'undo'].map(String),
      );
      expect(checkLedger(await store.readLedger())).toEqual([]);
    });

    it('is not undone once its writer changed the text or took it back', async () => {
      const [one, other] = [await add(), await add()];
      for (const { id } of [one, other]) await store.decide(id, publication, at(1));
      const revision = { words: 'Anders.', html: '<p>Anders.</p>', cleaner: 'test 1' };
      await store.revise(one.code, { ...revision, at: after(2) });
      await store.withdraw(other.code, after(2));
      expect(await store.undo(one.id, { at: after(3), by })).toEqual({ outcome: 'changed' });
      expect(await store.undo(other.id, { at: after(3), by })).toEqual({ outcome: 'gone' });
      expect(await store.listRecent(start)).toEqual([]);
    });

    it('is shown what waits and what stands, beside the passage, with what was decided', async () => {
      const [one, other, third] = [await add(), await add({ on: 'Wat nu?' }), await add()];
      await store.decide(one.id, publication, at(1));
      await store.decide(third.id, refusal, at(2));
      expect(await store.listToDecide('pending')).toMatchObject([
        { id: other.id, rulings: 0, answered: { digest: 'a1b2c3' } },
      ]);
      expect(await store.listToDecide('published')).toMatchObject([{ id: one.id, rulings: 1 }]);
      const recent = await store.listRecent(after(1));
      expect(recent.map(({ id, as, rulings }) => [id, as, rulings])).toEqual([
        [third.id, 'decline', 1],
        [one.id, 'publish', 1],
      ]);
      expect(await store.listRecent(after(3))).toEqual([]);
    });
  });

  describe(`who decides, in ${name}`, () => {
    const toAccount = (id: string, role: 'owner' | 'moderator' = 'owner') => ({
      ...{ id, name: `naam-${id}`, role, password: '$argon2id$…', made: start.toISOString() },
    });

    it('is an account, and there is always an owner left', async () => {
      const { accounts } = store;
      for (const id of ['a', 'b']) expect(await accounts.addAccount(toAccount(id))).toBe('added');
      await accounts.addAccount(toAccount('c', 'moderator'));
      expect(await accounts.addAccount({ ...toAccount('d'), name: 'naam-a' })).toBe('taken');
      expect(await accounts.findAccount('naam-a')).toEqual(toAccount('a'));
      expect(await accounts.findAccount('naam-x')).toBeUndefined();
      const listed = await accounts.listAccounts();
      expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      expect(JSON.stringify(listed)).not.toContain('argon2');
      const outcomes = await Promise.all(['a', 'b'].map((id) => accounts.removeAccount(id)));
      expect(outcomes.sort()).toEqual(['last-owner', 'removed']);
      expect(await accounts.removeAccount('c')).toBe('removed');
      expect(await accounts.removeAccount('c')).toBe('unknown');
    });

    it('has sessions, which end one by one, all at once, with the account, or when they are old', async () => {
      const { accounts } = store;
      await accounts.addAccount(toAccount('a'));
      await accounts.addAccount(toAccount('b', 'moderator'));
      const begin = (digest: string, account: string, minutes = 0) =>
        accounts.addSession({ digest, account, local: true, at: after(minutes) });
      for (const digest of ['1', '2', '3']) await begin(digest, 'a');
      await begin('4', 'b', 9);
      await accounts.keepSession('1', after(5));
      expect(await accounts.findSession('1')).toEqual({
        account: { id: 'a', name: 'naam-a', role: 'owner', made: start.toISOString() },
        ...{ made: start.toISOString(), seen: after(5).toISOString(), local: true },
      });
      await accounts.endSession('1');
      const left = async () =>
        (
          await Promise.all(['1', '2', '3', '4'].map((digest) => accounts.findSession(digest)))
        ).flatMap((found, index) => (found ? [index + 1] : []));
      expect(await left()).toEqual([2, 3, 4]);
      await accounts.tidy({ sessions: after(1), invitations: start, attempts: start });
      expect(await left()).toEqual([4]);
      await begin('2', 'a');
      await accounts.endSessions('a');
      expect(await left()).toEqual([4]);
      await accounts.removeAccount('b');
      expect(await left()).toEqual([]);
    });

    it('comes in by a link that works once, and not for ever', async () => {
      const { accounts } = store;
      const until = after(60);
      const invite = (digest: string, account?: string) =>
        accounts.addInvitation({ digest, role: 'moderator', account, until });
      const use = (digest: string, id: string, name = id, minutes = 1) =>
        accounts.useInvitation(digest, { id, name, password: `p-${id}` }, after(minutes));
      await invite('x');
      expect(await accounts.findInvitation('x', after(60))).toMatchObject({ role: 'moderator' });
      expect(await accounts.findInvitation('x', after(61))).toBeUndefined();
      expect(await use('x', 'sanne', 'sanne', 61)).toBe('gone');
      const both = await Promise.all([use('x', 'sanne'), use('x', 'noor')]);
      expect(both.sort()).toEqual(['gone', 'used']);
      const [one] = await accounts.listAccounts();
      expect(await accounts.listAccounts()).toHaveLength(1);

      const id = one?.id ?? '';
      await invite('y');
      expect(await use('y', 'other', id)).toBe('taken');
      await accounts.addSession({ digest: 's', account: id, local: false, at: start });
      await invite('z', id);
      expect(await accounts.findInvitation('z', start)).toMatchObject({ account: { id } });
      expect(await use('z', 'ignored')).toBe('used');
      expect(await accounts.findSession('s')).toBeUndefined();
      expect(await accounts.findAccount(id)).toMatchObject({ id, password: 'p-ignored' });
    });

    it('may try a number of times, counted once for all machines', async () => {
      const { accounts } = store;
      const limit = { most: 3, minutes: 15 };
      const tries = await Promise.all(
        Array.from({ length: 9 }, () => accounts.countAttempt('x', start, limit)),
      );
      expect(tries.filter(Boolean)).toHaveLength(3);
      expect(await accounts.countAttempt('y', start, limit)).toBe(true);
      expect(await accounts.countAttempt('x', after(14), limit)).toBe(false);
      expect(await accounts.countAttempt('x', after(15), limit)).toBe(true);
      expect(await accounts.countAttempt('x', after(-60), limit)).toBe(true);
      for (let again = 0; again < 3; again += 1)
        await accounts.countAttempt('x', after(-60), limit);
      expect(await accounts.countAttempt('x', after(-60), limit)).toBe(false);
      await accounts.forgetAttempts('x');
      expect(await accounts.countAttempt('x', after(-60), limit)).toBe(true);
    });
  });
}

/** Brings a store back to how it was before there was a desk. */
export const withoutDesk = [
  ...['attempts', 'invitations', 'sessions', 'accounts', 'salts', 'ledger_head'].map(
    (table) => `drop table ${table}`,
  ),
  'drop index decisions_position',
  ...['position', 'account', 'before_status', 'version', 'since', 'text_digest', 'digest'].map(
    (column) => `alter table decisions drop column ${column}`,
  ),
  "delete from kysely_migration where name = '002-desk'",
];
