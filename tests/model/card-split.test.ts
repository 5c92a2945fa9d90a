import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, fixed } from '../../src/model/card-fit.ts';
import { toCards } from '../../src/model/card-list.ts';
import { splitCard, toSideHeight, type PrintedCard } from '../../src/model/card-split.ts';
import type { Card } from '../../src/model/card.ts';
import { languages } from '../../src/model/language.ts';
import { often } from './random.ts';
import { readContent } from './read-content.ts';

const plain: Card = {
  subject: 'practices/proef',
  language: 'nl',
  family: 'activity',
  lewis: [],
  title: 'Proef',
  purpose: 'Zien wat er op een kaart past.',
  invitation: 'Past dit?',
  facts: { people: { min: 2 }, posture: 'seated', heat: 0 },
  does: ['Doe iets.'],
  says: ['Zeg iets.'],
  signs: { on: [], wait: [] },
  materials: [],
  notes: 'topics',
  provenance: {
    purpose: 'proposal',
    does: 'proposal',
    says: 'proposal',
    signs: 'proposal',
    pitfall: 'proposal',
    minutes: 'proposal',
  },
  borrowed: [],
  reviewed: '2026-11-25',
};

const word = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  // Spaces part words, so a word has none.
  .map((text) => text.replaceAll(/\s/g, '').padEnd(1, 'x'));
const line = (most: number) =>
  fc
    .array(word, { minLength: 1, maxLength: most })
    .map((words) => Array.from(words.join(' ')).slice(0, 180).join(''));
const randomCard: fc.Arbitrary<Card> = fc
  .record({
    title: line(3),
    purpose: line(10),
    invitation: line(8),
    does: fc.array(line(12), { maxLength: 30 }),
    says: fc.array(line(12), { maxLength: 12 }),
    on: fc.array(line(8), { maxLength: 2 }),
    pitfall: fc.option(line(8), { nil: undefined }),
    notes: fc.constantFrom('none' as const, 'topics' as const, 'decision' as const),
    no: fc.option(fc.record({ text: line(40), needs: line(40) }), { nil: undefined }),
  })
  .map(({ on, pitfall, no, ...rest }) => ({
    ...plain,
    ...rest,
    signs: { on, wait: [] },
    ...(pitfall === undefined ? {} : { pitfall }),
    ...(no
      ? { dissent: { id: 'r-nee', subject: plain.subject, language: 'nl' as const, ...no } }
      : {}),
  }));

const split = (card: Card): PrintedCard[] => {
  const splitting = splitCard(card);
  if (splitting.state === 'too-long')
    throw new Error(`${card.subject} does not fit: ${splitting.part} ${splitting.text}`);
  return splitting.cards;
};
const toSides = (cards: readonly PrintedCard[]) =>
  cards.flatMap(({ front, back }) => [front, back]);
const toItems = (cards: readonly PrintedCard[]) =>
  toSides(cards).flatMap((one) => (one.kind === 'inside' ? one.items : []));

describe('a card on paper', () => {
  it('loses nothing, keeps the order, and has no side that is too full', () => {
    fc.assert(
      fc.property(randomCard, (card) => {
        const splitting = splitCard(card);
        if (splitting.state === 'too-long') {
          // Only wide scripts make these texts longer than a side.
          expect(/[\u0530-\u{10ffff}]/u.test(splitting.text)).toBe(true);
          return;
        }
        const { cards } = splitting;
        const items = toItems(cards);
        const of = (kind: string) =>
          items.filter((item) => item.kind === kind).map(({ text }) => text);
        expect(of('does')).toEqual(card.does);
        expect(of('says')).toEqual(card.says);
        expect(of('on')).toEqual(card.signs.on);
        expect(of('pitfall')).toEqual(card.pitfall === undefined ? [] : [card.pitfall]);
        const isOnFront = cards[0]?.front.kind === 'front' && cards[0].front.hasInvitation;
        expect(of('invitation')).toEqual(isOnFront ? [] : [card.invitation]);
        for (const one of cards)
          for (const side of [one.front, one.back])
            expect(toSideHeight(one.card, side)).toBeLessThanOrEqual(fixed.room);
      }),
      often,
    );
  });

  it('begins with one front and ends with the one place for the no', () => {
    fc.assert(
      fc.property(randomCard, (card) => {
        const splitting = splitCard(card);
        if (splitting.state === 'too-long') return;
        const sides = toSides(splitting.cards);
        expect(sides.map(({ kind }) => kind)).toEqual(
          sides.map((_, index) => (index === 0 ? 'front' : 'inside')),
        );
        expect(sides.map((one) => one.kind === 'inside' && one.hasNo)).toEqual(
          sides.map((_, index) => index === sides.length - 1),
        );
        expect(splitting.cards.map(({ at, of }) => [at, of])).toEqual(
          splitting.cards.map((_, index) => [index + 1, splitting.cards.length]),
        );
      }),
      often,
    );
  });

  it('is one card of paper when there is little to say', () => {
    expect(split(plain)).toHaveLength(1);
  });

  it('is one or two cards of paper for nearly everything in the handbook, and never more than three', async () => {
    const counts: number[] = [];
    for (const language of languages) {
      const { cases, practices } = await readContent(language);
      for (const card of [...cases, ...practices].flatMap((each) => toCards(each, practices, [])))
        counts.push(split(card).length);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(counts.filter((count) => count < 3).length).toBeGreaterThan(0.85 * counts.length);
  });

  it.each([
    ['a line of 3,000 signs', { does: ['woord '.repeat(500)] }, 'does'],
    ['a word of 3,000 signs', { says: ['a'.repeat(3000)] }, 'says'],
    ['a purpose that leaves no room for a name', { purpose: 'woord '.repeat(200) }, 'title'],
  ])('is refused by name for %s', (_sentence, change, part) => {
    expect(splitCard({ ...plain, ...change })).toMatchObject({
      state: 'too-long',
      card: { subject: 'practices/proef' },
      part,
    });
  });

  it('is never refused for what a reader wrote: as much of it as fits stands on the card', () => {
    const no = { id: 'r-nee', subject: plain.subject, language: 'nl' as const };
    for (const text of ['lang '.repeat(300), 'x'.repeat(3000), '字'.repeat(400)]) {
      const [card] = split({ ...plain, dissent: { ...no, text, needs: text } }).slice(-1);
      expect(card?.card.dissent?.text.length).toBeGreaterThan(10);
    }
  });

  it('leaves the question to the next side when name and purpose take the front', () => {
    const long = { title: 'woord '.repeat(10), purpose: 'woord '.repeat(36) };
    const cards = split({ ...plain, ...long, invitation: `${'woord '.repeat(25)}?` });
    expect(cards[0]?.front).toMatchObject({ hasInvitation: false });
    expect(toItems(cards)[0]?.kind).toBe('invitation');
  });
});

describe('counting lines', () => {
  it.each([
    ['', 10, 1],
    ['een twee', 10, 1],
    ['een twee drie', 10, 2],
    ['onafgebrokenlang', 10, 2],
    ['een onafgebrokenlang woord', 10, 4],
    ['zacht\u00adbreek', 10, 1],
  ])('takes “%s” in lines of %i signs as %i', (text, signs, lines) => {
    expect(countLines(text, signs)).toBe(lines);
  });

  it('never counts fewer than the signs need', () => {
    fc.assert(
      fc.property(line(20), fc.integer({ min: 5, max: 50 }), (text, signs) => {
        const bare = Array.from(text.replaceAll(/[\s\u00ad\u200b]/g, '')).length;
        expect(countLines(text, signs)).toBeGreaterThanOrEqual(Math.ceil(bare / signs));
      }),
      often,
    );
  });
});
