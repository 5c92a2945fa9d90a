import { expect, test } from 'vitest';
import { toPageItem, toVoiceItem } from '../../src/search/index-items.ts';
import { toArchived } from '../../src/model/voice-feed.ts';
import type { SaidContribution } from '../../src/model/said.ts';
import { toRecords } from '../machine/voices.ts';
import { toSaid } from '../model/said.ts';

const toIndexed = (given: Partial<SaidContribution>) => {
  const [record] = toRecords([toSaid({ subject: 'cases/sla#agenda', ...given })]);
  if (!record) throw new Error('A published voice is a record.');
  return toVoiceItem(toArchived(record, 'https://handboek.example'));
};

test('a voice is found by its words and needs, and opens where it stands', () => {
  expect(toIndexed({ id: 'r-een', html: '<p>Te <b>snel</b>.</p>', needs: 'Een pauze.' })).toEqual({
    leaf: {
      href: '/casussen/sla/#stem-r-een',
      title: 'Samen in R&D',
      kind: 'casus',
      facts: '',
      voice: 'Ik zie het anders',
      where: 'bij ‘De agenda ontstaat’, open sinds 1 oktober 2026',
      mark: 'dissent',
      passages: [['', '', 'Te snel. Een pauze.']],
    },
    facts: {
      kind: ['bijdrage'],
      stance: ['insight'],
      dissent: ['only'],
      state: ['open'],
      lewis: ['1', '2', '3'],
    },
    own: new Map(),
    also: new Map(),
  });
});

test('what agrees is no dissent and has no state', () => {
  const { facts, leaf } = toIndexed({ stance: 'recognition' });
  expect(facts).toEqual({
    kind: ['bijdrage'],
    stance: ['recognition'],
    lewis: ['1', '2', '3'],
  });
  expect(leaf.mark).toBe('');
});

test.each([
  ['add', 'added'],
  ['below', 'below'],
] as const)('a no that was decided with “%s” is found as “%s”', (as, state) => {
  const at = '2026-11-01T09:00:00.000Z';
  const decision =
    as === 'add' ? { as, by: 'redactie', step: 'agenda', at } : { as, by: 'redactie', at };
  expect(toIndexed({ decisions: [decision] }).facts.state).toEqual([state]);
});

test('a voice on a practice that is a Lewis step is found by that step', () => {
  const { leaf, facts } = toIndexed({ subject: 'practices/zoek-de-nee' });
  expect({ url: leaf.href, kind: leaf.kind, lewis: facts.lewis }).toEqual({
    url: '/werkvormen/zoek-de-nee/#stem-r-een',
    kind: 'stap',
    lewis: ['2'],
  });
});

test('a page knows of its passages what the content knows of them', () => {
  const passage = { title: '', text: '', also: '' };
  const { facts, own, also } = toPageItem(
    {
      ...{ language: 'nl', title: 'SLA', href: '/casussen/sla/', meta: { kind: 'casus' } },
      passages: [
        { ...passage, id: '' },
        { ...passage, id: 'oogst', also: 'ook' },
      ],
    },
    {
      page: { sector: ['zorg'] },
      passages: { oogst: { phase: ['during'], also: 'Wat we leerden' }, elders: { heat: ['1'] } },
    },
  );
  expect(facts).toEqual({ kind: ['casus'], sector: ['zorg'] });
  expect([...own]).toEqual([[1, { phase: ['during'] }]]);
  expect([...also]).toEqual([[1, 'ook Wat we leerden']]);
});
