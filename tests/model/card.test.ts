import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCards } from '../../src/model/card-list.ts';
import { findStrongestNo } from '../../src/model/card-no.ts';
import { cardParts, toCardParts, type Card } from '../../src/model/card.ts';
import { languages } from '../../src/model/language.ts';
import { isOpen } from '../../src/model/ladder.ts';
import { toAuthorVoices } from '../../src/model/author-voice.ts';
import { often } from './random.ts';
import { readContent } from './read-content.ts';
import { randomThread, toSaid } from './said.ts';

const content = {
  nl: await readContent('nl'),
  en: await readContent('en'),
};
const { cases, practices } = content.nl;
const findCase = (id: string) => {
  const found = cases.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no case ${id}.`);
  return found;
};
const findCard = (cards: readonly Card[], subject: string) => {
  const found = cards.find((card) => card.subject === subject);
  if (!found) throw new Error(`There is no card ${subject}.`);
  return found;
};

describe('the cards of the handbook', () => {
  it('are as many, in the same order, in every language', () => {
    const [nl, en] = languages.map((language) =>
      [...content[language].cases, ...content[language].practices]
        .flatMap((whole) => toCards(whole, content[language].practices, []))
        .map(({ subject, lewis, notes }) => ({ subject, lewis, notes })),
    );
    expect(nl).toEqual(en);
    expect(nl).toHaveLength(
      practices.length + cases.reduce((sum, { steps }) => sum + steps.length, 0),
    );
  });

  it('have one for every step of a case, with its own words before those of its practice', () => {
    const cards = toCards(findCase('sla'), practices, []);
    const feet = findCard(cards, 'cases/sla#op-voeten');
    const practice = practices.find(({ id }) => id === 'gesprek-op-voeten');
    expect(feet).toMatchObject({
      family: 'case-step',
      title: 'Gesprek op voeten',
      does: practice?.does,
      notes: 'none',
      facts: { minutes: { min: 25, max: 45 }, posture: 'standing', heat: 2, phase: 'during' },
      borrowed: [{ id: 'gesprek-op-voeten', title: 'Gesprek op voeten' }],
    });
    const [step] = findCase('sla').steps.filter(({ id }) => id === 'op-voeten');
    expect(feet.says.slice(0, step?.says.length)).toEqual(step?.says);
  });

  it('name the steps one by one where several are used together', () => {
    const agenda = findCard(toCards(findCase('sla'), practices, []), 'cases/sla#agenda-ontstaat');
    expect(agenda.lewis).toEqual([1, 2, 3]);
    expect(agenda.does).toHaveLength(3);
    expect(agenda.borrowed.map(({ id }) => id)).toEqual([
      'alle-invalshoeken',
      'zoek-de-nee',
      'verspreid-de-nee',
    ]);
  });

  it('ask nobody to vote where a step of the method is only used for its question', () => {
    const meeting = findCard(toCards(findCase('sla'), practices, []), 'cases/sla#kennismaking');
    expect(meeting).toMatchObject({ lewis: [4], borrowed: [], does: [] });
    expect(meeting.says.join(' ')).not.toMatch(/Wie is voor/);
  });

  it('never promise minutes of the session to what is done beforehand', () => {
    const [first] = toCards(findCase('sla'), practices, []);
    expect(first?.facts).toMatchObject({ phase: 'before' });
    expect(first?.facts.minutes).toBeUndefined();
  });

  it('carry the open no about that step, with what it needs', () => {
    const entry = findCase('sla');
    const cards = toCards(entry, practices, toAuthorVoices(entry));
    expect(findCard(cards, 'cases/sla#kennismaking').dissent).toMatchObject({
      id: 'wie-betaalt',
      needs: expect.stringContaining('wie de begeleider betaalt') as string,
    });
    expect(findCard(cards, 'cases/sla#pauze').dissent).toBeUndefined();
  });

  it('carry what was said where a practice is used only when nobody spoke against the practice', () => {
    const [practice] = practices;
    if (!practice) throw new Error('There are no practices.');
    const subject = `practices/${practice.id}`;
    const there = toSaid({ id: 'r-daar', subject: 'cases/sla#check-in' });
    const here = toSaid({ id: 'r-hier', subject, sent: '2026-11-01T09:00:00.000Z' });
    const find = (said: (typeof here)[]) => toCards(practice, practices, said)[0]?.dissent?.id;
    expect(find([there])).toBe('r-daar');
    expect(find([there, here])).toBe('r-hier');
  });
});

describe('the strongest no', () => {
  it('is one that is spread and says what it needs, before one that only waits longer', () => {
    const recognition = (to: string) =>
      toSaid({ id: `h-${to}`, stance: 'recognition', to, html: '<p>Bij ons in de nacht ook.</p>' });
    const oldest = toSaid({ id: 'r-oud', sent: '2026-09-01T09:00:00.000Z' });
    const spread = toSaid({ id: 'r-breed', sent: '2026-10-02T09:00:00.000Z' });
    const coming = toSaid({ id: 'r-mee', sent: '2026-10-03T09:00:00.000Z', needs: 'Meer tijd' });
    const find = (...said: (typeof oldest)[]) => findStrongestNo('cases/sla#check-in', said)?.id;
    expect(find(oldest)).toBe('r-oud');
    expect(find(oldest, spread, recognition('r-breed'))).toBe('r-breed');
    expect(find(oldest, spread, coming, recognition('r-breed'), recognition('r-mee'))).toBe(
      'r-mee',
    );
    expect(find(oldest, coming)).toBe('r-mee');
  });

  it('is always an open no about that subject, and there is one whenever one is open', () => {
    fc.assert(
      fc.property(randomThread, (said) => {
        const strongest = findStrongestNo('cases/sla#check-in', said);
        const open = said.filter((one) => one.state === 'published').filter(isOpen);
        if (strongest) expect(open.map(({ id }) => id)).toContain(strongest.id);
        else expect(open).toEqual([]);
      }),
      often,
    );
  });
});

describe('the parts a version is reckoned over', () => {
  const cards = languages.flatMap((language) =>
    content[language].cases.flatMap((entry) => toCards(entry, content[language].practices, [])),
  );

  it('change with the part that changed and with no other', () => {
    const changes: [part: string, change: (card: Card) => Card][] = [
      ['title', (card) => ({ ...card, title: `${card.title}!` })],
      ['purpose', (card) => ({ ...card, purpose: `${card.purpose}!` })],
      ['invitation', (card) => ({ ...card, invitation: 'Anders?' })],
      ['facts', (card) => ({ ...card, facts: { ...card.facts, people: { min: 77 } } })],
      ['does', (card) => ({ ...card, does: [...card.does, 'Iets.'] })],
      ['says', (card) => ({ ...card, says: ['Iets anders.', ...card.says] })],
      ['signs', (card) => ({ ...card, signs: { on: [], wait: ['Wacht.'] } })],
      ['pitfall', (card) => ({ ...card, pitfall: 'Een andere val.' })],
      [
        'materials',
        (card) => ({ ...card, materials: [{ name: 'Bel', count: 1, per: 'group', used: false }] }),
      ],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...cards),
        fc.constantFrom(...changes),
        (card, [part, change]) => {
          const before = toCardParts(card);
          const after = toCardParts(change(card));
          expect(cardParts.filter((name) => before[name] !== after[name])).toEqual([part]);
        },
      ),
      often,
    );
  });

  it('know nothing of dissent or of days', () => {
    for (const card of cards) {
      const said = { id: 'r', subject: card.subject, text: 'Nee.', language: card.language };
      expect(toCardParts({ ...card, reviewed: '2099-01-01', dissent: said })).toEqual(
        toCardParts(card),
      );
    }
  });
});
