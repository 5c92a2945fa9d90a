import { listCases, listPractices, listUses } from './library.ts';
import { toPath } from './model/address.ts';
import { toCards } from './model/card-list.ts';
import type { Card } from './model/card.ts';
import { fixedDecks, isOwnDeck, type DeckId, type FixedDeck } from './model/deck-id.ts';
import { languages, type Language } from './model/language.ts';

/** A deck of cards, with what it is called after. */
export type Deck = { kind: FixedDeck; cards: Card[] } | { kind: 'case'; of: string; cards: Card[] };

/** The cards of a deck; those of a reader’s own are filled in the browser. */
export async function readDeck(id: DeckId, language: Language): Promise<Deck> {
  const practices = await listPractices(language);
  if (isFixed(id)) {
    const uses = await listUses(language);
    const inDeck = practices.filter(({ lewis }) =>
      id === 'steps' ? lewis !== undefined : id === 'practices',
    );
    const cards = inDeck.flatMap((practice) => {
      // What was said where several steps are used together is about none of them alone.
      const elsewhere = (uses.get(practice.id) ?? [])
        .filter(({ step }) => step.practice === practice.id || step.lewis?.length === 1)
        .flatMap((use) =>
          use.case.voices.filter(
            ({ subject }) => subject === `cases/${use.case.id}#${use.step.id}`,
          ),
        );
      return toCards(practice, practices, [...practice.voices, ...elsewhere]);
    });
    return { kind: id, cards };
  }
  const entry = (await listCases(language)).find((each) => `cases/${each.id}` === id);
  if (!entry) throw new Error(`There is no case for the deck “${id}”.`);
  const inItsLanguage = await listPractices(entry.language);
  return { kind: 'case', of: entry.short, cards: toCards(entry, inItsLanguage, entry.voices) };
}

/** The route of every deck that has cards of its own, in every language. */
export async function listDeckRoutes<P extends string>(
  param: P,
): Promise<{ params: Record<P, string>; props: { language: Language; id: DeckId } }[]> {
  const routes = await Promise.all(
    languages.map(async (language) => {
      const cases = (await listCases(language)).map(({ id }): DeckId => `cases/${id}`);
      return [...fixedDecks.filter((id) => !isOwnDeck(id)), ...cases].map((id) => ({
        params: { [param]: toPath({ kind: 'deck', id }, language).slice(1, -1) } as Record<
          P,
          string
        >,
        props: { language, id },
      }));
    }),
  );
  return routes.flat();
}

const isFixed = (id: DeckId): id is FixedDeck => fixedDecks.some((deck) => deck === id);
