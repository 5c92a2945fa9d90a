import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Compiled } from '../src/compile/compile-file.ts';
import { readHandbook, type ReadHandbook } from '../src/compile/handbook.ts';
import { toText } from '../src/compile/report.ts';
import { cardRegisterFile, toCardRegisterText } from '../src/model/card-register-text.ts';
import {
  findVersion,
  recordCards,
  type CardRegister,
  type CardText,
} from '../src/model/card-register.ts';
import { listCardTexts, toBehindAdvice, type CardSource } from '../src/model/card-text.ts';
import type { Case, Practice } from '../src/model/entry.ts';
import { languages, sourceLanguage, type Language } from '../src/model/language.ts';
import { isTooLong, mostSigns, toShortLink } from '../src/model/short-link.ts';
import { toKnownSubjects, type KnownSubjects } from '../src/model/subject-address.ts';

/** What there is to record, and the register with it recorded. */
export interface Recorded {
  register: CardRegister;
  /** Cards that have no code yet. */
  fresh: number;
  /** Texts that differ from the last version of their card, or that have none. */
  changed: number;
}

/** A handbook that cannot be recorded, for something in it is wrong. */
export class RecordError extends Error {}

/**
 * Records every card as it is today in `content/cards.yml`. Writes the file in one go, and only when there is something
 * to write; the same cards on another day change nothing.
 * @throws RecordError when something in the handbook is wrong: a card of half a text would be on paper for years
 */
export async function recordCardsIn(root: string, today: string): Promise<Recorded> {
  const handbook = await readHandbook({ root });
  if (handbook.problems.length > 0) throw new RecordError(toText(handbook.problems));
  const recorded = toRecorded(handbook, today);
  if (recorded.register === handbook.cards) return recorded;
  const file = path.join(root, cardRegisterFile);
  await writeFile(`${file}.new`, toCardRegisterText(recorded.register));
  await rename(`${file}.new`, file);
  return recorded;
}

/** Finds what there is to record, and writes nothing. */
export function toRecorded(
  { files, cards }: Pick<ReadHandbook, 'files' | 'cards'>,
  today: string,
): Recorded {
  const { texts, known } = readCardTexts(files);
  const register = recordCards(cards, texts, { today, known });
  const before = new Map(
    recordCards(cards, [], { today, known }).map((record) => [record.subject, record]),
  );
  const changed = texts.filter(
    (text) => findVersion(before.get(text.subject), text) === undefined,
  ).length;
  return { register, fresh: register.length - cards.length, changed };
}

/** What every card says now, and what may have had another name. */
export function readCardTexts(files: ReadHandbook['files']): {
  texts: CardText[];
  known: KnownSubjects;
} {
  const sources = { nl: toSource(files, 'nl'), en: toSource(files, 'en') };
  return { texts: listCardTexts(sources), known: toKnownSubjects(sources[sourceLanguage]) };
}

/** What the owner of a handbook should know of its cards: advice, for nothing is wrong and every card has its page. */
export function listCardAdvice(handbook: ReadHandbook): string[] {
  const { register, fresh, changed } = toRecorded(handbook, '');
  const [first] = register;
  const link = first && handbook.settings ? toShortLink(first.code, handbook.settings) : '';
  return [
    ...toBehindAdvice({ texts: changed, cards: fresh }),
    ...(isTooLong(link)
      ? [
          `The short link on a card, like ${link}, has ${String(link.length)} signs; up to ${String(mostSigns)} are easy to type. A shorter host that leads here can stand in content/handbook.yml as shortAddress.`,
        ]
      : []),
  ];
}

/** Today, in the time of this machine, as an ISO date. */
export const toToday = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** What readers of a language get: every text in their language, or else in the source language. */
function toSource(files: readonly Compiled[], language: Language): CardSource {
  const inOrder = [language, sourceLanguage, ...languages];
  const list = <T>(collection: 'cases' | 'practices'): T[] => {
    const held = new Map<string, Compiled['entry']>();
    for (const each of inOrder)
      for (const file of files)
        if (file.collection === collection && file.language === each && !held.has(file.id))
          held.set(file.id, file.entry);
    return [...held.values()].filter((entry) => entry !== undefined) as T[];
  };
  return { cases: list<Case>('cases'), practices: list<Practice>('practices') };
}
