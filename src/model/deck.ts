import { toPath, toStepPath } from './address.ts';
import { splitCard, type PrintedCard, type TooLong } from './card-split.ts';
import type { Card } from './card.ts';
import type { DeckId } from './deck-id.ts';
import type { Language } from './language.ts';
import { readSubject, type Subject } from './subject.ts';

/**
 * How a deck is printed: four on a sheet and two-sided with the back behind the front (turned over by the long or the
 * short edge), one-sided to fold, two large ones on a sheet for the wall, one a page for a print shop, and large print.
 */
export const cardFormats = ['duplex', 'short-edge', 'fold', 'wall', 'shop', 'large'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** What most printers hold; a print shop has a paper of its own. */
export const cardPapers = ['a4', 'letter'] as const;
export type CardPaper = (typeof cardPapers)[number];

/** So many cards stand on a sheet of the first three formats. */
export const perSheet = 4;

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

/** Deals cards over sheets in their order. A subject begins a new sheet when the rest of this one is too small for it. */
export function dealCards(cards: readonly Card[]): Dealing {
  const sheets: CardSheet[] = [];
  let free = 0;
  for (const card of cards) {
    const splitting = splitCard(card);
    if (splitting.state === 'too-long') return splitting;
    for (let from = 0; from < splitting.cards.length; from += perSheet) {
      const some = splitting.cards.slice(from, from + perSheet);
      if (some.length > free) {
        sheets.push({ groups: [] });
        free = perSheet;
      }
      sheets.at(-1)?.groups.push(toGroup(card, some, perSheet - free, from / perSheet));
      free -= some.length;
    }
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

/** The deck in which the card of a subject stands. @example toDeckOf('cases/sla#check-in') // => 'cases/sla' */
export function toDeckOf(subject: Subject): DeckId | undefined {
  const parts = readSubject(subject);
  if (!parts) return undefined;
  return parts.kind === 'cases' ? `cases/${parts.id}` : 'practices';
}

/** The name of a card in the page of its deck. @example toCardAnchor('cases/sla#check-in') // => 'kaart-check-in' */
export function toCardAnchor(subject: Subject): string {
  const parts = readSubject(subject);
  return `kaart-${parts?.step ?? parts?.id ?? ''}`;
}

/** Where the text of a card stands in the handbook. */
export function toCardPlace(subject: Subject, language: Language): string {
  const parts = readSubject(subject);
  if (!parts) return toPath({ kind: 'cards' }, language);
  if (parts.kind === 'practices') return toPath({ kind: 'practice', id: parts.id }, language);
  return parts.step === undefined
    ? toPath({ kind: 'case', id: parts.id }, language)
    : toStepPath(parts.id, parts.step, language);
}

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
