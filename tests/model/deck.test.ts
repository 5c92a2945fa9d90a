import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPath } from '../../src/model/address.ts';
import { toCardAnchor, toCardPlace, toDeckOf } from '../../src/model/card-anchor.ts';
import { toCards } from '../../src/model/card-list.ts';
import { countCards, countPages, dealCards } from '../../src/model/deck.ts';
import { fixedDecks } from '../../src/model/deck-id.ts';
import { languages } from '../../src/model/language.ts';
import { perSheet, toSheetPlaces } from '../../src/model/sheet-slots.ts';
import { often } from './random.ts';
import { readContent } from './read-content.ts';

const { cases, practices } = await readContent('nl');
const cards = [...cases, ...practices].flatMap((whole) => toCards(whole, practices, []));

describe('dealing cards over sheets', () => {
  it('keeps every group whole, in its order, and no place is taken twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: perSheet })), (sizes) => {
        const places = toSheetPlaces(sizes);
        const taken = places.flatMap(({ sheet, from }, index) =>
          Array.from({ length: sizes[index] ?? 0 }, (_, at) => sheet * perSheet + from + at),
        );
        expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
        for (const [index, { from }] of places.entries())
          expect(from + (sizes[index] ?? 0)).toBeLessThanOrEqual(perSheet);
        expect(new Set(places.map(({ sheet }) => sheet)).size).toBe(
          (places.at(-1)?.sheet ?? -1) + 1,
        );
      }),
      often,
    );
  });

  it('gives every card of the handbook a place, and counts what it takes on paper', () => {
    const dealing = dealCards(cards);
    if (dealing.state === 'too-long') throw new Error(dealing.text);
    const { sheets } = dealing;
    const groups = sheets.flatMap((sheet) => sheet.groups);
    expect(groups.map(({ subject }) => subject)).toEqual(cards.map(({ subject }) => subject));
    const count = sheets.reduce((sum, sheet) => sum + countCards(sheet), 0);
    expect(countPages(sheets)).toMatchObject({
      duplex: 2 * sheets.length,
      wall: count,
      shop: 2 * count,
      large: 2 * count,
    });
  });

  it('has nothing to print for an empty deck', () => {
    expect(dealCards([])).toEqual({ state: 'dealt', sheets: [] });
    expect(countPages([])).toMatchObject({ duplex: 0, fold: 0, shop: 0 });
  });

  it('says which card is too long for paper', () => {
    const [some] = cards;
    if (!some) throw new Error('The handbook has no cards.');
    const long = { ...some, says: ['woord '.repeat(500)] };
    expect(dealCards([...cards.slice(0, 3), long])).toMatchObject({
      state: 'too-long',
      card: { subject: some.subject },
      part: 'says',
    });
  });
});

describe('the address of a deck', () => {
  it('is never that of another deck, whatever a case is called', () => {
    const ids = [...fixedDecks, 'cases/stappen', 'cases/werkvormen', 'cases/steps'] as const;
    for (const language of languages) {
      const paths = ids.map((id) => toPath({ kind: 'deck', id }, language));
      expect(new Set(paths).size).toBe(ids.length);
    }
    expect(toPath({ kind: 'deck', id: 'cases/sla' }, 'nl')).toBe('/kaarten/casussen/sla/');
    expect(toPath({ kind: 'deck', id: 'own-guide' }, 'en')).toBe('/en/cards/own-plan/');
  });

  it('and the place in it are known for every card', () => {
    expect(toDeckOf('cases/sla#check-in')).toBe('cases/sla');
    expect(toDeckOf('practices/debat')).toBe('practices');
    expect(toCardAnchor('cases/sla#check-in')).toBe('kaart-check-in');
    expect(toCardPlace('cases/sla#check-in', 'en')).toBe('/en/cases/sla/#check-in');
    expect(toCardPlace('practices/debat', 'nl')).toBe('/werkvormen/debat/');
  });
});
