import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingStore, Store } from '../../src/discussion/store.ts';
import { after, start, toNew } from './drafts.ts';

export interface StoreUnderTest {
  /** A new, empty store; whoever asks closes it. */
  create: () => Promise<{
    open: () => Promise<Store>;
    openToRead: () => Promise<ReadingStore>;
    /** Makes a new store where one is. */
    createAgain: () => Promise<void>;
  }>;
  begin?: () => Promise<void>;
  end?: () => Promise<void>;
}

/** What every store promises. A manner found in one store is added here, not to the test of that store. */
export function testStore(name: string, { create, begin, end }: StoreUnderTest): void {
  describe(`a store in ${name}`, () => {
    let place: Awaited<ReturnType<StoreUnderTest['create']>>;
    let store: Store;
    beforeAll(async () => {
      await begin?.();
    });
    afterAll(async () => {
      await end?.();
    });
    beforeEach(async () => {
      place = await create();
      store = await place.open();
      return () => store.close();
    });

    const publish = async (given = toNew()) => {
      const { outcome } = await store.add(given);
      expect(outcome).toBe('added');
      const about = { at: after(1), version: 1 };
      await store.decide(given.id, { as: 'publish', by: 'redactie' }, about);
      return given;
    };

    it('shows somebody who decides any contribution, until its writer took it back', async () => {
      const given = await publish();
      const about = { at: after(2), version: 1 };
      await store.decide(given.id, { as: 'decline', by: 'redactie', reason: 'insults' }, about);
      expect(await store.findToDecide(given.id)).toMatchObject({
        ...{ id: given.id, status: 'declined', reason: 'insults', version: 1, wasPublished: true },
      });
      await store.withdraw(given.code, after(3));
      expect(await store.findToDecide(given.id)).toBeUndefined();
      expect(await store.findToDecide('r-nergens')).toBeUndefined();
    });

    it('holds what is sent, and shows it to its writer only', async () => {
      const given = toNew({ email: 'sanne@voorbeeld.nl', on: 'De begeleider luistert.' });
      const added = await store.add(given);
      const own = {
        id: given.id,
        status: 'pending',
        subject: 'cases/sla#check-in',
        language: 'nl',
        stance: 'insight',
        sent: start.toISOString(),
        editableUntil: after(15).toISOString(),
        words: given.draft.words,
        html: given.html,
        needs: 'Meer tijd vooraf.',
        role: 'participant',
        on: 'De begeleider luistert.',
      };
      expect(added).toEqual({ outcome: 'added', own });
      expect(await store.findOwn(given.code)).toEqual(own);
      expect(await store.findOwn(toNew().code)).toBeUndefined();
      expect(await store.listPending()).toEqual([{ ...own, version: 1, wasPublished: false }]);
      expect(await store.listSaid()).toEqual([]);
    });

    it('gives an e-mail address to whoever asks for just that, and to nobody else', async () => {
      const given = await publish(toNew({ email: 'sanne@voorbeeld.nl' }));
      const shown = [await store.listSaid(), await store.listPending()];
      expect(JSON.stringify([...shown, await store.findOwn(given.code)])).not.toContain('sanne');
      expect(await store.findEmail(given.id)).toBe('sanne@voorbeeld.nl');
      expect(await store.findEmail('r-onbekend')).toBeUndefined();
    });

    it('takes a form that is sent twice for one, also when both come at once', async () => {
      const given = toNew();
      const again = () => ({ ...given, id: toNew().id, at: after(2) });
      const answers = await Promise.all([store.add(given), store.add(again()), store.add(again())]);
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['added', 'known', 'known']);
      const later = await store.add(again());
      const own = await store.findOwn(given.code);
      expect([...answers, later].map((each) => 'own' in each && each.own)).toEqual(
        Array.from({ length: 4 }, () => own),
      );
      expect(await store.listPending()).toHaveLength(1);
    });

    it('keeps many that come at once, each once, in the order they came', async () => {
      const many = Array.from({ length: 300 }, () => toNew());
      await Promise.all(many.map((given) => store.add(given)));
      const kept = await store.listPending();
      expect(kept.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    });

    it('does not let one that cannot be kept take others along', async () => {
      const [one, other] = [toNew(), toNew()];
      const twin = { ...toNew(), id: one.id };
      const outcomes = await Promise.allSettled([one, twin, other].map((each) => store.add(each)));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.listPending()).toHaveLength(2);
    });

    it('shows what is published, with what was decided about it', async () => {
      const given = await publish();
      const added = { as: 'add', by: 'redactie', step: 'de-vraag' } as const;
      expect(await store.decide(given.id, added, { at: after(5), version: 1 })).toEqual({
        outcome: 'decided',
        status: 'published',
      });
      expect(await store.listSaid()).toEqual([
        {
          id: given.id,
          subject: 'cases/sla#check-in',
          language: 'nl',
          stance: 'insight',
          sent: start.toISOString(),
          state: 'published',
          html: given.html,
          needs: 'Meer tijd vooraf.',
          role: 'participant',
          answered: given.answered,
          decisions: [
            { as: 'publish', by: 'redactie', at: after(1).toISOString() },
            { ...added, at: after(5).toISOString() },
          ],
        },
      ]);
      expect(await store.listPending()).toEqual([]);
    });

    it('never shows what is declined before it was published, and tells its writer why', async () => {
      const given = toNew();
      await store.add(given);
      const decline = { as: 'decline', by: 'redactie', reason: 'names-people' } as const;
      await store.decide(given.id, decline, { at: after(1), version: 1 });
      expect(await store.listSaid()).toEqual([]);
      expect(await store.findOwn(given.code)).toMatchObject({
        status: 'declined',
        reason: 'names-people',
      });
    });

    it('leaves a stone with date, reason and role where something published was taken away', async () => {
      const given = await publish();
      const decline = { as: 'decline', by: 'redactie', reason: 'insults' } as const;
      await store.decide(given.id, decline, { at: after(9), version: 1 });
      expect(await store.listSaid()).toEqual([
        {
          id: given.id,
          subject: 'cases/sla#check-in',
          language: 'nl',
          stance: 'insight',
          sent: start.toISOString(),
          state: 'gone',
          why: 'declined',
          reason: 'insults',
          by: 'redactie',
          since: after(9).toISOString(),
        },
      ]);
    });

    it('decides only about a text that was read, and only a published no is added or goes below', async () => {
      const [no, yes] = [toNew(), toNew({ stance: 'confirmation' })];
      await store.add(no);
      const below = { as: 'below', by: 'redactie' } as const;
      const about = { at: after(2), version: 1 };
      expect(await store.decide(no.id, below, about)).toEqual({ outcome: 'misplaced' });
      await publish(yes);
      expect(await store.decide(yes.id, below, about)).toEqual({ outcome: 'misplaced' });
      expect(await store.decide('r-onbekend', below, about)).toEqual({ outcome: 'unknown' });
      const revision = { words: 'Anders.', html: '<p>Anders.</p>', cleaner: 'test 1' };
      await store.revise(no.code, { ...revision, at: after(1) });
      const publication = { as: 'publish', by: 'redactie' } as const;
      expect(await store.decide(no.id, publication, about)).toEqual({ outcome: 'changed' });
      expect(await store.decide(no.id, publication, { ...about, version: 2 })).toMatchObject({
        outcome: 'decided',
      });
    });

    it('lets a writer change the words for a quarter of an hour, and then hides them until they are read', async () => {
      const given = await publish();
      const revision = { words: 'Geheim.', html: '<p>Geheim.</p>', cleaner: 'test 2' };
      expect(await store.revise(given.code, { ...revision, at: after(15) })).toMatchObject({
        outcome: 'changed',
        own: { status: 'pending', words: 'Geheim.', edited: after(15).toISOString() },
      });
      expect(await store.listSaid()).toMatchObject([{ state: 'gone', why: 'edited' }]);
      expect(JSON.stringify(await store.listSaid())).not.toContain('Geheim');
      expect(await store.listPending()).toMatchObject([{ version: 2, wasPublished: true }]);
      const late = { ...revision, at: new Date(after(15).getTime() + 1) };
      expect(await store.revise(given.code, late)).toEqual({ outcome: 'too-late' });
      expect(await store.revise(toNew().code, late)).toEqual({ outcome: 'unknown' });
      const about = { at: after(20), version: 2 };
      await store.decide(given.id, { as: 'publish', by: 'redactie' }, about);
      expect(await store.listSaid()).toMatchObject([
        { state: 'published', html: '<p>Geheim.</p>' },
      ]);
    });

    it('lets a writer take it back at any time, and then holds nothing of it', async () => {
      const given = await publish(
        toNew({ words: 'Kanarie', name: 'Sanne', role: undefined, email: 's@voorbeeld.nl' }),
      );
      const year = after(60 * 24 * 365);
      expect(await store.withdraw(given.code, year)).toMatchObject({
        outcome: 'changed',
        own: { status: 'withdrawn', words: '', html: '' },
      });
      expect(await store.withdraw(given.code, year)).toMatchObject({ outcome: 'changed' });
      expect(await store.findEmail(given.id)).toBeUndefined();
      expect(await store.listSaid()).toEqual([
        {
          id: given.id,
          subject: 'cases/sla#check-in',
          language: 'nl',
          stance: 'insight',
          sent: start.toISOString(),
          state: 'gone',
          why: 'withdrawn',
          since: year.toISOString(),
        },
      ]);
      const revision = { words: 'Toch', html: '<p>Toch</p>', cleaner: 'test 1', at: after(2) };
      expect(await store.revise(given.code, revision)).toEqual({ outcome: 'gone' });
      expect(
        await store.decide(given.id, { as: 'publish', by: 'redactie' }, { at: year, version: 2 }),
      ).toEqual({ outcome: 'gone' });
      expect(await store.withdraw(toNew().code, year)).toEqual({ outcome: 'unknown' });
      const own = await store.findOwn(given.code);
      expect(Object.keys(own ?? {})).not.toContain('name');
    });

    it('leaves nothing where something was taken back before it was published', async () => {
      const given = toNew();
      await store.add(given);
      await store.withdraw(given.code, after(1));
      expect([await store.listSaid(), await store.listPending()]).toEqual([[], []]);
    });

    it('lets one answer what is published on the same case, two deep', async () => {
      const no = await publish();
      const recognition = { stance: 'recognition', needs: undefined } as const;
      const pending = toNew();
      await store.add(pending);
      const first = await publish(toNew({ ...recognition, to: no.id, subject: 'cases/sla' }));
      const second = await publish(toNew({ ...recognition, to: first.id }));
      const problems = [
        toNew({ ...recognition, to: 'r-onbekend' }),
        toNew({ ...recognition, to: pending.id }),
        toNew({ ...recognition, to: no.id, subject: 'cases/fusie' }),
        toNew({ ...recognition, to: second.id }),
      ].map((given) => store.add(given));
      expect(await Promise.all(problems)).toEqual(
        ['unknown', 'unknown', 'elsewhere', 'too-deep'].map((problem) => ({
          outcome: 'refused',
          problem: { field: 'to', problem },
        })),
      );
      const said = await store.listSaid();
      expect(said.map((one) => one.to)).toEqual([undefined, no.id, first.id]);
    });

    it('lets the author’s own voices about the same thing be answered, and goes on when one is taken away', async () => {
      const recognition = { stance: 'recognition', needs: undefined, to: 'wie-betaalt' } as const;
      const voices = ['wie-betaalt'];
      expect(await store.add(toNew(recognition))).toMatchObject({ outcome: 'refused' });
      const first = await publish({ ...toNew(recognition), voices });
      const second = await publish({ ...toNew({ ...recognition, to: first.id }), voices });
      const third = toNew({ ...recognition, to: second.id });
      const answers = [
        await store.add({ ...third, voices }),
        await store.add(toNew({ ...recognition, to: first.id })),
      ];
      expect(answers).toMatchObject([
        { outcome: 'refused', problem: { field: 'to', problem: 'too-deep' } },
        { outcome: 'added' },
      ]);
    });

    it('counts how deep an answer is from the no it stands under', async () => {
      const words = { stance: 'confirmation', needs: undefined } as const;
      const first = await publish(toNew(words));
      const second = await publish(toNew({ ...words, to: first.id }));
      expect(await store.add(toNew({ to: second.id }))).toMatchObject({ outcome: 'added' });
      const no = await publish(toNew({ to: first.id }));
      const under = await publish(toNew({ ...words, to: no.id }));
      const deep = await store.add(toNew({ ...words, to: under.id }));
      expect(deep).toMatchObject({ outcome: 'added' });
    });

    it('keeps every sign of a text, and takes none of them for a command', async () => {
      const words = `'; drop table contributions; -- “${'€'.repeat(3)}” 👩‍👩‍👧 \t\n ? $1 :a`;
      const given = toNew({ words });
      await store.add(given);
      expect((await store.findOwn(given.code))?.words).toBe(words);
    });

    it('has everything again after it was closed and opened', async () => {
      const given = await publish();
      const before = await store.listSaid();
      await store.close();
      store = await place.open();
      expect(await store.listSaid()).toEqual(before);
      expect((await store.findOwn(given.code))?.id).toBe(given.id);
    });

    it('finishes what was asked before it closes', async () => {
      const given = toNew();
      const added = store.add(given);
      await store.close();
      expect((await added).outcome).toBe('added');
      store = await place.open();
      expect(await store.listPending()).toHaveLength(1);
    });

    it('can be read by the build while somebody writes in it', async () => {
      const reading = await place.openToRead();
      const given = await publish();
      expect((await reading.listSaid()).map(({ id }) => id)).toEqual([given.id]);
      await reading.close();
    });

    it('is not made again where one is', async () => {
      await expect(place.createAgain()).rejects.toMatchObject({ why: 'exists' });
    });
  });
}
