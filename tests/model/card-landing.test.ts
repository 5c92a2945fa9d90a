import { describe, expect, it } from 'vitest';
import { listCardNoes, toCardPrints } from '../../src/model/card-landing.ts';
import { recordCards, type CardRegister, type CardText } from '../../src/model/card-register.ts';
import type { SaidContribution } from '../../src/model/said.ts';
import { noneRenamed } from './cards.ts';

const text = (parts: CardText['parts']): CardText => ({
  subject: 'practices/a',
  language: 'nl',
  parts,
});
const now = text({ title: 'A', does: 'nu' });
const [record] = [
  ['2026-11-01', text({ title: 'A', does: 'toen' })] as const,
  ['2026-11-10', now] as const,
].reduce<CardRegister>(
  (register, [today, card]) => recordCards(register, [card], { today, known: noneRenamed }),
  [],
);

const voice = (
  id: string,
  sent: string,
  more: Partial<SaidContribution> = {},
): SaidContribution => ({
  id,
  subject: 'practices/a',
  language: 'nl',
  stance: 'insight',
  sent: `${sent}T12:00:00.000Z`,
  state: 'published',
  html: '<p>Nee.</p>',
  decisions: [],
  ...more,
});

describe('a card on paper', () => {
  it('is held against the text of now, the newest version first', () => {
    const { prints, last, isRecorded } = toCardPrints(record, now, []);
    expect(prints.map(({ id, isSame, changed }) => [id, isSame, changed])).toEqual([
      ['nl2', true, []],
      ['nl1', false, ['does']],
    ]);
    expect(last).toEqual({ number: 2, on: '2026-11-10' });
    expect(isRecorded).toBe(true);
  });

  it('knows that the text went on when nobody recorded it', () => {
    const later = toCardPrints(record, text({ title: 'A', does: 'straks' }), []);
    expect(later.isRecorded).toBe(false);
    expect(later.prints.map(({ changed }) => changed)).toEqual([['does'], ['does']]);
    const back = toCardPrints(record, text({ title: 'A', does: 'toen' }), []);
    expect(back.prints.map(({ isSame }) => isSame)).toEqual([false, true]);
  });

  it('has no versions when it is new', () => {
    expect(toCardPrints(undefined, now, [])).toEqual({
      language: 'nl',
      prints: [],
      isRecorded: false,
    });
  });

  it('counts what readers said from the day of its version on, and leaves the rest out', () => {
    const said = [
      voice('a', '2026-10-31'),
      voice('b', '2026-11-01'),
      voice('c', '2026-11-10'),
      voice('d', '2026-11-20', { stance: 'recognition' }),
      { ...voice('e', '2026-11-20'), state: 'gone' as const, why: 'withdrawn' as const, since: '' },
    ];
    const { prints } = toCardPrints(record, now, said);
    expect(prints.map(({ since }) => since)).toEqual([
      { noes: 1, others: 1 },
      { noes: 2, others: 1 },
    ]);
  });

  it('does not count an author’s own voice as new on the day it came with the text', () => {
    const { prints } = toCardPrints(record, now, [voice('a', '2026-11-01', { isAuthor: true })]);
    expect(prints.map(({ since }) => since.noes)).toEqual([0, 0]);
  });
});

it('shows the noes that wait first, and the newest of those, which no card can know', () => {
  const added = { as: 'add', at: '2026-11-24T00:00:00.000Z', by: 'redactie', step: 'x' } as const;
  const said = [
    voice('done', '2026-11-20', { decisions: [added] }),
    voice('old', '2026-11-01'),
    voice('new', '2026-11-15'),
    voice('agrees', '2026-11-16', { stance: 'recognition' }),
  ];
  expect(listCardNoes(said).map(({ id }) => id)).toEqual(['new', 'old', 'done']);
});
