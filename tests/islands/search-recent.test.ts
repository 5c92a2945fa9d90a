import { expect, test } from 'vitest';
import { createRecent } from '../../src/islands/search-recent.ts';

function createPlace() {
  const kept = new Map<string, string>();
  return {
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }),
    tabs: new EventTarget(),
  };
}

test('remembers the latest questions once, the latest first, until they are forgotten', () => {
  const recent = createRecent(createPlace());
  for (const text of ['nee', 'sla', 'debat', 'Nee ', 'rol', 'pool', 'rand', 'oogst', ' '])
    recent.add(text);
  expect(recent.read()).toEqual(['oogst', 'rand', 'pool', 'rol', 'Nee', 'debat']);
  recent.forget();
  expect(recent.read()).toEqual([]);
});

test('does not remember a text too long to be a question', () => {
  const recent = createRecent(createPlace());
  recent.add('x'.repeat(81));
  expect(recent.read()).toEqual([]);
});
