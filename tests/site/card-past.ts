import { readCardTexts } from '../../scripts/record-cards.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { recordCards, type CardRegister, type CardText } from '../../src/model/card-register.ts';

/** Cards with a past, by what the tests call them. */
export const pastCards = {
  /** Printed in three versions, of which the last is what it says now; in English twice, and changed since. */
  changed: 'cases/sla#check-in',
  /** Printed as it is now. */
  same: 'practices/zoek-de-nee',
  /** A step that is no longer in a case that still is. */
  goneStep: 'cases/sla#afgeschaft',
  goneCase: 'cases/vervallen#check-in',
  gonePractice: 'practices/vervallen',
  /** Not recorded yet. */
  fresh: 'practices/debat',
} as const;

/** A register as it would be after three days of recording, with other words on some cards on the first two. */
export async function makeCardPast(root: string): Promise<CardRegister> {
  const { texts, known } = readCardTexts((await readHandbook({ root })).files);
  const was = (language: 'nl' | 'en', change: CardText['parts']): CardText[] =>
    texts
      .filter((text) => text.subject === pastCards.changed && text.language === language)
      .map((text) => ({ ...text, parts: { ...text.parts, ...change } }));
  const gone = [pastCards.goneStep, pastCards.goneCase, pastCards.gonePractice].map(
    (subject): CardText => ({ subject, language: 'nl', parts: { title: 'Vervallen' } }),
  );
  const now = texts.filter(({ subject, language }) =>
    subject === pastCards.changed ? language === 'nl' : subject !== pastCards.fresh,
  );
  const days: [today: string, cards: CardText[]][] = [
    ['2026-01-10', [...gone, ...was('nl', { does: 'Anders.', says: 'Ook anders.' })]],
    ['2026-02-20', [...was('nl', { says: 'Ook anders.' }), ...was('en', { pitfall: 'None.' })]],
    ['2026-03-30', [...now, ...was('en', { pitfall: 'Another.' })]],
  ];
  return days.reduce<CardRegister>(
    (register, [today, cards]) => recordCards(register, cards, { today, known }),
    [],
  );
}
