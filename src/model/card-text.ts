import { toCards } from './card-list.ts';
import { toCardParts, type Card } from './card.ts';
import type { CardText } from './card-register.ts';
import type { Case, Practice } from './entry.ts';
import { languages, type Language } from './language.ts';

/** Cases and practices as readers of one language get them: what was not translated stands there in the source language. */
export interface CardSource {
  cases: readonly Case[];
  practices: readonly Practice[];
}

/** What every card of the handbook says now, each in the languages it was written in. */
export const listCardTexts = (written: Record<Language, CardSource>): CardText[] =>
  languages.flatMap((language) => {
    const { cases, practices } = written[language];
    return [...cases, ...practices]
      .filter((whole) => whole.language === language)
      .flatMap((whole) => toCards(whole, practices, []))
      .map(toCardText);
  });

export const toCardText = (card: Card): CardText => ({
  subject: card.subject,
  language: card.language,
  parts: toCardParts(card),
});
