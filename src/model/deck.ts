import { toCardAnchor } from './card-anchor.ts';
import { splitCard, type PrintedCard, type TooLong } from './card-split.ts';
import type { Card } from './card.ts';
import { perSheet, toSheetPlaces } from './sheet-slots.ts';
import type { Subject } from './subject.ts';

/**
 * How a deck is printed: four on a sheet and two-sided with the back behind the front (turned over by the long or the
 * short edge), one-sided to fold, two large ones on a sheet for the wall, one a page for a print shop, and large print.
 */
export const cardFormats = ['duplex', 'short-edge', 'fold', 'wall', 'shop', 'large'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** What most printers hold; a print shop has a paper of its own. */
export const cardPapers = ['a4', 'letter'] as const;
export type CardPaper = (typeof cardPapers)[number];

/** The cards of one subject on a sheet: they stay together, so that one subject can be printed alone. */
export interface CardGroup {
  subject: Subject;
  /** Its name in the address of the page. */
  anchor: string;
  cards: { printed: PrintedCard; slot: 1 | 2 | 3 | 4 }[];
}
export interface CardSheet {
  groups: CardGroup[];
}

export type Dealing = { state: 'dealt'; sheets: CardSheet[] } | TooLong;

/** Deals cards over sheets in their order; the cards of a subject stay on one sheet where they can. */
export function dealCards(cards: readonly Card[]): Dealing {
  const parts: { card: Card; printed: readonly PrintedCard[]; part: number }[] = [];
  for (const card of cards) {
    const splitting = splitCard(card);
    if (splitting.state === 'too-long') return splitting;
    for (let from = 0; from < splitting.cards.length; from += perSheet)
      parts.push({
        card,
        printed: splitting.cards.slice(from, from + perSheet),
        part: from / perSheet,
      });
  }
  const places = toSheetPlaces(parts.map(({ printed }) => printed.length));
  const sheets: CardSheet[] = [];
  for (const [index, { card, printed, part }] of parts.entries()) {
    const { sheet, from } = places[index] ?? { sheet: 0, from: 0 };
    sheets[sheet] ??= { groups: [] };
    sheets[sheet].groups.push(toGroup(card, printed, from, part));
  }
  return { state: 'dealt', sheets };
}

/** How many sheets of paper, or pages of a file, a deck takes in each format. */
export function countPages(sheets: readonly CardSheet[]): Record<CardFormat, number> {
  const counts = sheets.map(countCards);
  const cards = counts.reduce((sum, count) => sum + count, 0);
  return {
    duplex: 2 * sheets.length,
    'short-edge': 2 * sheets.length,
    fold: counts.reduce((sum, count) => sum + Math.ceil(count / 2), 0),
    wall: cards,
    shop: 2 * cards,
    large: 2 * cards,
  };
}

/** How many cards of paper stand on a sheet. */
export const countCards = ({ groups }: CardSheet): number =>
  groups.reduce((sum, group) => sum + group.cards.length, 0);

function toGroup(
  { subject }: Card,
  some: readonly PrintedCard[],
  taken: number,
  part: number,
): CardGroup {
  const anchor = toCardAnchor(subject);
  return {
    subject,
    // A subject of more than a sheet has a name of its own on each.
    anchor: part === 0 ? anchor : `${anchor}-${String(part + 1)}`,
    cards: some.map((printed, index) => ({
      printed,
      slot: (taken + index + 1) as 1 | 2 | 3 | 4,
    })),
  };
}
