import { existsSync, readFileSync } from 'node:fs';
import { env } from 'node:process';
import { handbook } from './handbook.ts';
import { listCases, listPractices, listUses } from './library.ts';
import { toCards } from './model/card-list.ts';
import { cardRegisterFile, readCardRegister } from './model/card-register-text.ts';
import {
  findVersion,
  recordCards,
  type CardRecord,
  type CardRegister,
  type CardText,
} from './model/card-register.ts';
import { listCardTexts, toCardText, type Unrecorded } from './model/card-text.ts';
import type { Card } from './model/card.ts';
import { languages, sourceLanguage, type Language } from './model/language.ts';
import type { Said } from './model/said.ts';
import { toPaperLink, type PaperLink } from './model/short-link.ts';
import { listDissent } from './model/thread.ts';
import { toKnownSubjects, toPresentSubject } from './model/subject-address.ts';
import { toSubject, toWhole, type Subject } from './model/subject.ts';

/** A card that has a page of its own: one in the handbook, or one that was and is not any more. */
export interface ShelvedCard {
  code: string;
  /** What the card is about, by its present name. */
  subject: Subject;
  /** Whether the case or practice it is part of is still there. */
  hasWhole: boolean;
  /** What was recorded of it; nothing when it is new. */
  record?: CardRecord;
  /** What it says now in each language it is written in; nothing when it is gone. */
  now: ByLanguage<Card>;
  /** The card it became part of, when it is gone. */
  became: ByLanguage<Card>;
  /** What was said about it, as readers of each language see it. */
  said: ByLanguage<readonly Said[]>;
}

/** Every card with its code and versions. */
export interface CardShelf {
  cards: readonly ShelvedCard[];
  /** What is not in the register yet. */
  unrecorded: Unrecorded;
  /** What stands on this card when it is printed now. */
  toPaperLink: (card: Pick<Card, 'subject' | 'language'>) => PaperLink;
}

/** Puts every card beside what is recorded of it. Read once in a build; in development anew. */
export function readCardShelf(): Promise<CardShelf> {
  if (!import.meta.env.PROD) return makeShelf();
  shelf ??= makeShelf();
  return shelf;
}

let shelf: Promise<CardShelf> | undefined;

type ByLanguage<T> = Partial<Record<Language, T>>;

async function makeShelf(): Promise<CardShelf> {
  const sources = { nl: await readSource('nl'), en: await readSource('en') };
  const known = toKnownSubjects(sources[sourceLanguage]);
  const texts = listCardTexts(sources);
  const written = recordCards(readWritten(), [], { today: '', known });
  // What is new gets the code it will be recorded with, so that it can be printed already.
  const recorded = recordCards(written, texts, { today: '', known });
  const records = new Map(written.map((record) => [record.subject, record]));
  const codes = new Map(recorded.map(({ subject, code }) => [subject, code]));
  const now = gatherCards(sources);
  const said = gatherSaid(sources);
  const findPrinted = (text: CardText) => findVersion(records.get(text.subject), text)?.number;
  return {
    cards: recorded.map(({ subject, code }) => {
      const record = records.get(subject);
      const present = toPresentSubject(subject, known);
      return {
        code,
        subject: present,
        hasWhole: Object.hasOwn(known.steps, toWhole(present)),
        ...(record ? { record } : {}),
        now: now.get(subject) ?? {},
        became: now.get(present) ?? {},
        said: said.get(present) ?? {},
      };
    }),
    unrecorded: {
      texts: texts.filter((text) => findPrinted(text) === undefined).length,
      cards: recorded.length - written.length,
    },
    toPaperLink: ({ subject, language }) => {
      const code = codes.get(subject);
      const card = now.get(subject)?.[language];
      if (code === undefined || card === undefined)
        throw new Error(`There is no card of ${subject} in “${language}”.`);
      const printed = { code, language, version: findPrinted(toCardText(card)) };
      return toPaperLink(printed, handbook);
    },
  };
}

type Sources = Record<Language, Awaited<ReturnType<typeof readSource>>>;

const readSource = async (language: Language) => ({
  cases: await listCases(language),
  practices: await listPractices(language),
  uses: await listUses(language),
});

/** Every card in the languages its text is in. */
function gatherCards(sources: Sources): Map<Subject, ByLanguage<Card>> {
  const all = new Map<Subject, ByLanguage<Card>>();
  for (const language of languages) {
    const { cases, practices } = sources[language];
    for (const whole of [...cases, ...practices].filter((one) => one.language === language))
      for (const card of toCards(whole, practices, []))
        all.set(card.subject, { ...all.get(card.subject), [language]: card });
  }
  return all;
}

/**
 * What was said by subject. Readers are heard in every language; an author’s own voices come with the text. A no against
 * a practice where a case uses it is also one against its card.
 */
function gatherSaid(sources: Sources): Map<Subject, ByLanguage<readonly Said[]>> {
  const all = new Map<Subject, ByLanguage<readonly Said[]>>();
  for (const language of languages) {
    const { cases, practices, uses } = sources[language];
    const voices = [...cases, ...practices].flatMap((whole) => whole.voices);
    const bySubject = Map.groupBy(voices, (one) => one.subject);
    for (const [practice, used] of uses) {
      const subject = toSubject({ kind: 'practices', id: practice });
      const noes = used.flatMap(({ case: { id }, step }) =>
        listDissent(bySubject.get(toSubject({ kind: 'cases', id, step: step.id })) ?? []),
      );
      if (noes.length > 0) bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...noes]);
    }
    for (const [subject, here] of bySubject)
      all.set(subject, { ...all.get(subject), [language]: here });
  }
  return all;
}

/** What is wrong with the file was told when the content was read; there need not be one. */
function readWritten(): CardRegister {
  const file = env['CARD_REGISTER'] ?? cardRegisterFile;
  return existsSync(file) ? readCardRegister(readFileSync(file, 'utf8')).register : [];
}
