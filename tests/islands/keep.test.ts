import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createKeep, type KeepOptions } from '../../src/islands/keep.ts';
import { forbidden, MemoryStorage } from './memory-storage.ts';

const key = 'onderstroom:ticks';

function setUp(options: Partial<KeepOptions<string[]>> = {}) {
  const storage = new MemoryStorage();
  const tabs = new EventTarget();
  const keep = createKeep<string[]>({
    schema: 'ticks',
    version: 1,
    empty: [],
    check: (value) =>
      Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined,
    storage: () => storage,
    tabs,
    ...options,
  });
  return { storage, tabs, keep };
}

/** What the browser tells the other tabs. */
const tellTabs = (tabs: EventTarget, changed: string | null) =>
  tabs.dispatchEvent(Object.assign(new Event('storage'), { key: changed }));

test('gives what is empty before anything was kept', () => {
  expect(setUp().keep.read()).toEqual({ state: 'ready', value: [], aside: [] });
});

test('keeps a value under its schema and version', () => {
  const { keep, storage } = setUp();
  expect(keep.update(() => ['chairs'])).toEqual({ state: 'kept' });
  expect(keep.read().value).toEqual(['chairs']);
  expect(storage.getItem(key)).toBe('{"schema":"ticks","version":1,"value":["chairs"]}');
});

test('changes what another tab wrote, not what it read itself before', () => {
  const { keep, storage } = setUp();
  keep.update(() => ['one']);
  storage.setItem(key, '{"schema":"ticks","version":1,"value":["two"]}');
  keep.update((value) => [...value, 'three']);
  expect(keep.read().value).toEqual(['two', 'three']);
});

test('walks an older value up the table of migrations', () => {
  const { keep, storage } = setUp({
    version: 3,
    migrations: {
      1: (value) => String(value).split(' '),
      2: (value) => (value as string[]).map((each) => each.toUpperCase()),
    },
  });
  storage.setItem(key, '{"schema":"ticks","version":1,"value":"one two"}');
  expect(keep.read().value).toEqual(['ONE', 'TWO']);
});

test.each([
  ['text that is no JSON', '{broken'],
  ['a record of another schema', '{"schema":"board","version":1,"value":[]}'],
  ['a value of another shape', '{"schema":"ticks","version":1,"value":[1]}'],
  ['a record of a newer version', '{"schema":"ticks","version":2,"value":[]}'],
  ['an older record without a migration', '{"schema":"ticks","version":0,"value":[]}'],
  ['null', 'null'],
])('puts %s aside and says so', (_name, text) => {
  const { keep, storage } = setUp();
  storage.setItem(key, text);
  expect(keep.read()).toEqual({ state: 'ready', value: [], aside: [`${key}:aside-1`] });
  expect(storage.getItem(`${key}:aside-1`)).toBe(text);
  expect(storage.getItem(key)).toBeNull();
});

test('never writes over something that was put aside before', () => {
  const { keep, storage } = setUp();
  for (const text of ['first', 'second']) {
    storage.setItem(key, text);
    keep.update(() => ['new']);
    storage.removeItem(key);
  }
  expect(keep.read().aside).toHaveLength(2);
  expect(storage.getItem(`${key}:aside-1`)).toBe('first');
  expect(storage.getItem(`${key}:aside-2`)).toBe('second');
});

test('writes nothing over a damaged record when there is no room to put it aside', () => {
  const { keep, storage } = setUp();
  storage.setItem(key, '{broken');
  storage.room = key.length + '{broken'.length;
  expect(keep.update(() => ['new'])).toEqual({ state: 'blocked' });
  expect(storage.getItem(key)).toBe('{broken');
});

test('answers that storage is full, and keeps what was there', () => {
  const { keep, storage } = setUp();
  keep.update(() => ['one']);
  storage.room = 80;
  expect(keep.update(() => ['x'.repeat(100)])).toEqual({ state: 'full' });
  expect(keep.read().value).toEqual(['one']);
});

test('answers that storage is blocked instead of throwing', () => {
  const { keep } = setUp({ storage: forbidden });
  expect(keep.read()).toEqual({ state: 'blocked', value: [], aside: [] });
  expect(keep.update(() => ['one'])).toEqual({ state: 'blocked' });
});

test('tells its watchers of changes here and in other tabs, and of a wiped storage', () => {
  const { keep, tabs } = setUp();
  const listener = vi.fn();
  const stop = keep.watch(listener);
  keep.update(() => ['one']);
  tellTabs(tabs, key);
  tellTabs(tabs, null);
  tellTabs(tabs, 'onderstroom:other');
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
  keep.update(() => ['two']);
  tellTabs(tabs, key);
  expect(listener).toHaveBeenCalledTimes(3);
});

test('keeps things of one schema apart, and takes the text of one into another', () => {
  const { keep, storage } = setUp({ at: 'cases/sla#room' });
  const other = setUp({ at: 'cases/sla#letter', storage: () => storage }).keep;
  keep.update(() => ['chairs']);
  expect(storage.keys).toEqual([`${key}:cases/sla#room`]);
  expect(other.read().value).toEqual([]);
  expect(other.fromText(keep.toText())).toEqual({ state: 'read', value: ['chairs'] });
});

test('asks once not to be cleared, after something was kept', () => {
  const persist = vi.fn();
  const { keep, storage } = setUp({ persist });
  storage.room = 0;
  keep.update(() => ['one']);
  expect(persist).not.toHaveBeenCalled();
  storage.room = Infinity;
  keep.update(() => ['one']);
  keep.update(() => ['two']);
  expect(persist).toHaveBeenCalledOnce();
});

test('gives what was put aside, and forgets it when asked', () => {
  const { keep, storage } = setUp();
  storage.setItem(key, '{broken');
  expect(keep.readAside()).toEqual(['{broken']);
  keep.forgetAside();
  expect(keep.read().aside).toEqual([]);
  expect(storage.keys).toEqual([]);
});

test('reads back every value it gives as text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (value) => {
      const { keep } = setUp();
      keep.update(() => value);
      expect(setUp().keep.fromText(keep.toText())).toEqual({ state: 'read', value });
    }),
  );
});

test('says what is wrong with a text instead of throwing, whatever the text', () => {
  const { keep } = setUp();
  expect(keep.fromText('{"schema":"ticks","version":2,"value":[]}')).toEqual({ state: 'newer' });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(keep.fromText(text)).toEqual({ state: 'damaged' });
    }),
  );
});
