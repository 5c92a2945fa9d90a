/** The decks of cards that are always there. */
export const fixedDecks = ['steps', 'practices', 'favourites', 'own-guide'] as const;
export type FixedDeck = (typeof fixedDecks)[number];

/** The decks a reader puts together: they are filled in the browser. */
export const ownDecks = ['favourites', 'own-guide'] as const;
export type OwnDeck = (typeof ownDecks)[number];

/** Every deck: a fixed one, or the cards of a case, like `cases/sla`. */
export type DeckId = FixedDeck | `cases/${string}`;

export const isOwnDeck = (id: DeckId): id is OwnDeck => ownDecks.some((deck) => deck === id);
