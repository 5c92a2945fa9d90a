import { expect, test } from 'vitest';
import { toIndexRecord } from '../../src/search/index-voices.ts';
import { toArchived } from '../../src/model/voice-feed.ts';
import type { SaidContribution } from '../../src/model/said.ts';
import { toRecords } from '../machine/voices.ts';
import { toSaid } from '../model/said.ts';

const toIndexed = (given: Partial<SaidContribution>) => {
  const [record] = toRecords([toSaid({ subject: 'cases/sla#agenda', ...given })]);
  if (!record) throw new Error('A published voice is a record.');
  return toIndexRecord(toArchived(record, 'https://handboek.example'));
};

test('a voice is found by its words and needs, and opens where it stands', () => {
  expect(toIndexed({ id: 'r-een', html: '<p>Te <b>snel</b>.</p>', needs: 'Een pauze.' })).toEqual({
    url: '/casussen/sla/#stem-r-een',
    content: 'Te snel.\nEen pauze.',
    language: 'nl',
    meta: {
      title: 'Samen in R&D',
      kind: 'casus',
      voice: 'Ik zie het anders',
      where: 'bij ‘De agenda ontstaat’, open sinds 1 oktober 2026',
      mark: 'dissent',
    },
    filters: {
      kind: ['bijdrage'],
      stance: ['insight'],
      dissent: ['only'],
      state: ['open'],
      lewis: ['1', '2', '3'],
    },
  });
});

test('what agrees is no dissent and has no state', () => {
  const { filters, meta } = toIndexed({ stance: 'recognition' });
  expect(filters).toEqual({
    kind: ['bijdrage'],
    stance: ['recognition'],
    lewis: ['1', '2', '3'],
  });
  expect(meta).not.toHaveProperty('mark');
});

test.each([
  ['add', 'added'],
  ['below', 'below'],
] as const)('a no that was decided with “%s” is found as “%s”', (as, state) => {
  const at = '2026-11-01T09:00:00.000Z';
  const decision =
    as === 'add' ? { as, by: 'redactie', step: 'agenda', at } : { as, by: 'redactie', at };
  expect(toIndexed({ decisions: [decision] }).filters['state']).toEqual([state]);
});

test('a voice on a practice that is a Lewis step is found by that step', () => {
  const { url, meta, filters } = toIndexed({ subject: 'practices/zoek-de-nee' });
  expect({ url, kind: meta['kind'], lewis: filters['lewis'] }).toEqual({
    url: '/werkvormen/zoek-de-nee/#stem-r-een',
    kind: 'stap',
    lewis: ['2'],
  });
});
