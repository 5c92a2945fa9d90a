import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createDesk } from '../../src/islands/desk.ts';
import { createKeep, type KeepOptions } from '../../src/islands/keep.ts';
import { forbidden, MemoryStorage } from './memory-storage.ts';

/** Two tabs on one storage; as in a browser, each hears what the other writes and not what it writes itself. */
function setUp(options: Partial<KeepOptions<number[]>> = {}) {
  const storage = new MemoryStorage();
  const targets = [new EventTarget(), new EventTarget()] as const;
  const open = (tabs: EventTarget) => {
    const tellOthers = (key: string) => {
      for (const target of targets)
        if (target !== tabs) target.dispatchEvent(Object.assign(new Event('storage'), { key }));
    };
    const keep = createKeep<number[]>({
      schema: 'notes',
      version: 1,
      empty: [],
      check: (value) => (Array.isArray(value) ? (value as number[]) : undefined),
      storage: () => ({
        getItem: (key) => storage.getItem(key),
        removeItem: (key) => {
          storage.removeItem(key);
        },
        setItem: (key, value) => {
          storage.setItem(key, value);
          tellOthers(key);
        },
      }),
      tabs,
      ...options,
    });
    const show = vi.fn();
    return { keep, show, desk: createDesk(keep, show) };
  };
  return { storage, one: open(targets[0]), other: open(targets[1]) };
}

test('shows and keeps every change, and goes back step by step', () => {
  const { one } = setUp();
  one.desk.change([1]);
  one.desk.change([1, 2]);
  expect(one.show).toHaveBeenCalledTimes(2);
  expect(one.keep.read().value).toEqual([1, 2]);
  one.desk.undo();
  expect(one.desk.value).toEqual([1]);
  one.desk.undo();
  expect(one.keep.read().value).toEqual([]);
  expect(one.desk.canUndo).toBe(false);
  one.desk.undo();
  expect(one.desk.value).toEqual([]);
});

test('begins with what was kept', () => {
  const { one } = setUp();
  one.desk.change([1]);
  expect(createDesk(one.keep, vi.fn()).value).toEqual([1]);
});

test('shows what another tab did, which is one step back as well', () => {
  const { one, other } = setUp();
  one.desk.change([1]);
  other.desk.change([...other.desk.value, 2]);
  expect(one.desk.value).toEqual([1, 2]);
  one.desk.undo();
  expect(other.desk.value).toEqual([1]);
  other.desk.undo();
  expect(one.desk.value).toEqual([1, 2]);
});

test('holds what could not be kept, and says so', () => {
  const { storage, one, other } = setUp();
  one.desk.change([1]);
  storage.room = 60;
  one.desk.change(Array.from({ length: 50 }, () => 7));
  expect(one.desk.state).toBe('full');
  expect(one.desk.value).toHaveLength(50);
  other.desk.change([2]);
  expect(one.desk.value).toHaveLength(50);
  storage.room = Infinity;
  one.desk.change([3]);
  expect(one.desk.state).toBe('kept');
  expect(other.desk.value).toEqual([3]);
});

test('works where nothing may be kept', () => {
  const { one } = setUp({ storage: forbidden });
  expect(one.desk.state).toBe('blocked');
  one.desk.change([1]);
  expect(one.desk.value).toEqual([1]);
  one.desk.undo();
  expect(one.desk.value).toEqual([]);
});

test('gives every earlier value back, whatever was done in two tabs', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(9)), { maxLength: 30 }), (moves) => {
      const { one, other } = setUp();
      const seen = [one.desk.value];
      for (const [isHere, number] of moves) {
        const { desk } = isHere ? one : other;
        desk.change([...desk.value, number]);
        seen.push(one.desk.value);
      }
      expect(other.desk.value).toEqual(one.desk.value);
      for (const value of seen.reverse()) {
        expect(one.desk.value).toEqual(value);
        one.desk.undo();
      }
    }),
  );
});
