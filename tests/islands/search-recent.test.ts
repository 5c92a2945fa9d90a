import { expect, test } from 'vitest';
import { createRecent } from '../../src/islands/search-recent.ts';
import { MemoryStorage } from './memory-storage.ts';

function createPlace() {
  const storage = new MemoryStorage();
  return { storage: () => storage, tabs: new EventTarget() };
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
