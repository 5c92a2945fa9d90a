import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFavourites, type Favourite } from '../../src/islands/favourites.ts';
import { forbidden, MemoryStorage } from './memory-storage.ts';

function setUp() {
  const storage = new MemoryStorage();
  return {
    storage,
    favourites: createFavourites({ storage: () => storage, tabs: new EventTarget() }),
  };
}

const checkIn: Favourite = {
  subject: 'practices/check-in',
  title: 'Check-in',
  href: '/werkvormen/check-in/',
  language: 'nl',
  kept: '2026-11-24',
};
const sla: Favourite = { ...checkIn, subject: 'cases/sla', title: 'SLA', href: '/casussen/sla/' };
const plan: Favourite = {
  ...sla,
  subject: 'plans/0abc1230xyz789',
  title: 'Teamdag',
  href: '/eigen-draaiboek/?p=1.Teamdag_sla.kvxp20_check-in.15_-15_.Lunch.30&people=7&date=2026-12-01',
};
const step: Favourite = { ...sla, subject: 'cases/sla#check-in', href: '/casussen/sla/#check-in' };

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,8})?$/);
const favourite: fc.Arbitrary<Favourite> = fc.record({
  subject: fc
    .tuple(fc.constantFrom('cases', 'practices'), id, fc.option(id))
    .map(([kind, page, part]) => `${kind}/${page}${part === null ? '' : `#${part}`}`),
  title: fc
    .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
    .filter((title) => title.length <= 200),
  href: id.map((page) => `/casussen/${page}/`),
  language: fc.constantFrom('nl', 'en'),
  kept: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});
const list = fc.uniqueArray(favourite, { selector: ({ subject }) => subject });

test('lists what was kept, the latest first', () => {
  const { favourites } = setUp();
  for (const each of [checkIn, sla, step]) favourites.add(each);
  expect(favourites.read().value).toEqual([step, sla, checkIn]);
  expect(favourites.has('cases/sla')).toBe(true);
});

test('keeps a subject once', () => {
  const { favourites } = setUp();
  favourites.add(sla);
  favourites.add({ ...sla, kept: '2026-12-01' });
  expect(favourites.read().value).toEqual([{ ...sla, kept: '2026-12-01' }]);
});

test('removes a step without removing its case', () => {
  const { favourites } = setUp();
  favourites.add(sla);
  favourites.add(step);
  favourites.remove(step.subject);
  expect(favourites.read().value).toEqual([sla]);
});

test('takes everything along to an empty browser', () => {
  fc.assert(
    fc.property(list, (all) => {
      const { favourites } = setUp();
      for (const each of all.toReversed()) favourites.add(each);
      const other = setUp().favourites;
      expect(other.merge(favourites.toText())).toEqual({ state: 'kept', added: all.length });
      expect(other.read().value).toEqual(all);
    }),
  );
});

test('adds a file to what is here without changing what is here, and the second time adds nothing', () => {
  fc.assert(
    fc.property(list, list, (here, there) => {
      const { favourites } = setUp();
      const other = setUp().favourites;
      for (const each of here) favourites.add(each);
      for (const each of there) other.add(each);
      const before = favourites.read().value;
      favourites.merge(other.toText());
      const after = favourites.read().value;
      expect(after.slice(0, before.length)).toEqual(before);
      expect(new Set(after.map(({ subject }) => subject))).toEqual(
        new Set([...here, ...there].map(({ subject }) => subject)),
      );
      expect(favourites.merge(other.toText())).toEqual({ state: 'kept', added: 0 });
    }),
  );
});

test.each([
  'javascript:alert(1)',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  'https://elsewhere.example/',
  '/casussen/sla/?next=//elsewhere.example',
])('refuses a file that leads to %s', (href) => {
  const { favourites } = setUp();
  const text = JSON.stringify({ schema: 'favourites', version: 1, value: [{ ...sla, href }] });
  expect(favourites.merge(text)).toEqual({ state: 'damaged' });
  expect(favourites.read().value).toEqual([]);
});

test('keeps a plan of the reader’s own, with all that is in its address, also by way of a file', () => {
  const { favourites } = setUp();
  favourites.add(plan);
  expect(favourites.read().value).toEqual([plan]);
  const other = setUp().favourites;
  expect(other.merge(favourites.toText())).toEqual({ state: 'kept', added: 1 });
  expect(other.read().value).toEqual([plan]);
});

test.each([
  '/eigen-draaiboek/?next=//elsewhere.example',
  '/eigen-draaiboek/?p=//elsewhere.example',
  '//elsewhere.example/?p=1_check-in',
  '/eigen-draaiboek/?p=1_check-in&q=x',
  '/eigen-draaiboek/?p=javascript:alert(1)',
  '/eigen-draaiboek/',
])('refuses a plan that leads to %s', (href) => {
  const text = JSON.stringify({ schema: 'favourites', version: 1, value: [{ ...plan, href }] });
  expect(setUp().favourites.merge(text)).toEqual({ state: 'damaged' });
});

test('says that a file comes from a newer version', () => {
  const text = JSON.stringify({ schema: 'favourites', version: 9, value: [] });
  expect(setUp().favourites.merge(text)).toEqual({ state: 'newer' });
});

test('answers that storage is blocked or full', () => {
  const blocked = createFavourites({ storage: forbidden, tabs: new EventTarget() });
  expect(blocked.add(sla)).toEqual({ state: 'blocked' });
  expect(blocked.has('cases/sla')).toBe(false);
  const { favourites, storage } = setUp();
  storage.room = 10;
  expect(favourites.add(sla)).toEqual({ state: 'full' });
});
