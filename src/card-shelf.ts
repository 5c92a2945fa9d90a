import { existsSync, readFileSync } from 'node:fs';
import { handbook } from './handbook.ts';
import { listCases, listPractices } from './library.ts';
import { toCards } from './model/card-list.ts';
import { cardRegisterFile, readCardRegister } from './model/card-register-text.ts';
import {
  findVersion,
  recordCards,
  type CardRecord,
  type CardRegister,
  type CardText,
} from './model/card-register.ts';
import { listCardTexts, toCardText } from './model/card-text.ts';
import type { Card } from './model/card.ts';
import { languages, sourceLanguage, type Language } from './model/language.ts';
import type { Said } from './model/said.ts';
import { toScanAddress, toShortLink, type PrintedCard } from './model/short-link.ts';
import { toKnownSubjects, toPresentSubject } from './model/subject-address.ts';
import type { Subject } from './model/subject.ts';

/** What stands on a printed card to find its page again. */
export interface PaperLink extends PrintedCard {
  /** The short link in words, like `onderstroom.example/s/71348`. */
  link: string;
  /** The address in the QR code; it tells the language and the version too. */
  scan: string;
}

/** A card that has a page of its own: one in the handbook, or one that was and is not any more. */
export interface ShelvedCard {
  code: string;
  /** What the card is about, by its present name. */
  subject: Subject;
  /** What was recorded of it; nothing when it is new. */
  record?: CardRecord;
  /** What it says now in each language it is written in; nothing when it is gone. */
  now: ByLanguage<Card>;
  /** What was said about it, as readers of each language see it. */
  said: ByLanguage<readonly Said[]>;
}

/** Every card with its code and versions. */
export interface CardShelf {
  cards: readonly ShelvedCard[];
  /** How many texts of cards were not recorded yet. */
  unrecorded: number;
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
        ...(record ? { record } : {}),
        now: now.get(subject) ?? {},
        said: said.get(present) ?? {},
      };
    }),
    unrecorded: texts.filter((text) => findPrinted(text) === undefined).length,
    toPaperLink: ({ subject, language }) => {
      const code = codes.get(subject);
      const card = now.get(subject)?.[language];
      if (code === undefined || card === undefined)
        throw new Error(`There is no card of ${subject} in “${language}”.`);
      const printed = { code, language, version: findPrinted(toCardText(card)) };
      const link = toShortLink(code, handbook);
      return { ...printed, link, scan: toScanAddress(printed, handbook) };
    },
  };
}

type Sources = Record<Language, Awaited<ReturnType<typeof readSource>>>;

const readSource = async (language: Language) => ({
  cases: await listCases(language),
  practices: await listPractices(language),
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

/** What was said by subject. Readers are heard in every language; an author’s own voices come with the text. */
function gatherSaid(sources: Sources): Map<Subject, ByLanguage<readonly Said[]>> {
  const all = new Map<Subject, ByLanguage<readonly Said[]>>();
  for (const language of languages) {
    const { cases, practices } = sources[language];
    const voices = [...cases, ...practices].flatMap((whole) => whole.voices);
    for (const [subject, here] of Map.groupBy(voices, (one) => one.subject))
      all.set(subject, { ...all.get(subject), [language]: here });
  }
  return all;
}

/** What is wrong with the file was told when the content was read; there need not be one. */
const readWritten = (): CardRegister =>
  existsSync(cardRegisterFile)
    ? readCardRegister(readFileSync(cardRegisterFile, 'utf8')).register
    : [];
