import fc from 'fast-check';
import type { CardRegister, CardText } from '../../src/model/card-register.ts';
import { recordCards } from '../../src/model/card-register.ts';
import { toKnownSubjects } from '../../src/model/subject-address.ts';

/** A handbook in which nothing ever had another name. */
export const noneRenamed = toKnownSubjects({ cases: [], practices: [] });

const parts = ['title', 'purpose', 'does', 'says', 'pitfall'];

/** Cards with few names and few texts, so that the same card comes back often, the same and changed. */
export const randomCards: fc.Arbitrary<CardText[]> = fc
  .uniqueArray(
    fc.record({
      subject: fc.oneof(
        fc.nat(20).map((n) => `practices/p${String(n)}`),
        fc.tuple(fc.nat(5), fc.nat(5)).map(([n, m]) => `cases/c${String(n)}#s${String(m)}`),
      ),
      language: fc.constantFrom('nl' as const, 'en' as const),
      parts: fc.dictionary(fc.constantFrom(...parts), fc.constantFrom('', 'een', 'twee', 'drie')),
    }),
    { selector: ({ subject, language }) => `${subject} ${language}`, maxLength: 12 },
  )
  .map((cards) => cards.map((card) => ({ ...card, parts: { ...card.parts } })));

/** A register that grew over some days. */
export const randomRegister: fc.Arbitrary<CardRegister> = fc
  .array(randomCards, { maxLength: 5 })
  .map((days) =>
    days.reduce<CardRegister>(
      (register, cards, day) =>
        recordCards(register, cards, { today: `2026-11-0${String(day + 1)}`, known: noneRenamed }),
      [],
    ),
  );
