import { describe, expect, it } from 'vitest';
import { createRunKeep, type KeptRun } from '../../src/islands/run-keep.ts';
import { goNext, startRun } from '../../src/model/run.ts';
import { MemoryStorage } from './memory-storage.ts';

const run = goNext(
  startRun(
    [
      { subject: 'a', minutes: 5 },
      { subject: 'b', minutes: 9 },
    ],
    1000,
  ),
  4000,
);
const session = { run, title: 'Twee teams', href: '/draaiboeken/sla/draaien/?start=0930' };

describe('a session that is kept', () => {
  it('is read back as it was', () => {
    const storage = new MemoryStorage();
    createRunKeep({ storage: () => storage }).update(() => ({ view: 'room', session }));
    expect(createRunKeep({ storage: () => storage }).read().value).toEqual({
      view: 'room',
      session,
    });
  });

  it.each<[string, unknown]>([
    ['a way out of the site', { ...session, href: '//example.org/' }],
    ['a program for an address', { ...session, href: 'javascript:alert(1)' }],
    ['a row that is not there', { ...session, run: { ...run, index: 2 } }],
    ['a state nobody knows', { ...session, run: { ...run, clock: { state: 'gone', since: 1 } } }],
    ['time that is no number', { ...session, run: { ...run, began: null } }],
  ])('is put aside, not used, with %s', (_name, damaged) => {
    const storage = new MemoryStorage();
    storage.setItem(
      'onderstroom:run',
      JSON.stringify({ schema: 'run', version: 1, value: { view: 'room', session: damaged } }),
    );
    const { value, aside } = createRunKeep({ storage: () => storage }).read();
    expect(value).toEqual<KeptRun>({ view: 'facilitator' });
    expect(aside).toEqual(['onderstroom:run:aside-1']);
  });
});
