import { toCards } from './card-list.ts';
import { cardRegisterFile } from './card-register-text.ts';
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

/** What is not in the register yet: texts of cards, and cards among them that have no code. */
export interface Unrecorded {
  texts: number;
  cards: number;
}

/** Says that the register is behind, and what that does; nothing when it is not. It is advice, for nothing is wrong. */
export const toBehindAdvice = ({ texts, cards }: Unrecorded): string[] =>
  texts === 0
    ? []
    : [
        `${cardRegisterFile} is behind: ${toCount(texts, 'text')} of cards not recorded${cards === 0 ? '' : `, ${toCount(cards, 'card')} without a code`}. Such a card is printed as new, without a number. npm run cards records them.`,
      ];

const toCount = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
