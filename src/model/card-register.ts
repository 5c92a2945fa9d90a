import { toCardCode } from './card-code.ts';
import type { Language } from './language.ts';
import type { KnownSubjects } from './subject-address.ts';
import { toPresentSubject } from './subject-address.ts';
import type { Subject } from './subject.ts';
import { toTextId } from './text-id.ts';

/** What a card says, part by part, in one language: what a version is reckoned over. */
export interface CardText {
  subject: Subject;
  language: Language;
  parts: Readonly<Record<string, string>>;
}

/** A digest of every part that says something. */
export type PartDigests = Readonly<Record<string, string>>;

/** A text of a card as it was from some day on. */
export interface CardVersion {
  number: number;
  /** The day it was recorded. */
  on: string;
  digests: PartDigests;
}

/** A card that was ever recorded: its code for good, and every text it had in each language, oldest first. */
export interface CardRecord {
  subject: Subject;
  code: string;
  versions: Readonly<Partial<Record<Language, readonly CardVersion[]>>>;
}

/** Every card that was ever recorded, by subject; kept in `content/cards.yml`. Nothing ever leaves it. */
export type CardRegister = readonly CardRecord[];

export interface Recording {
  /** Today, as an ISO date. */
  today: string;
  /** What is in the handbook and what it used to be called, so that a renamed card keeps its code. */
  known: KnownSubjects;
}

/**
 * Records cards: a new one gets a code, a changed text becomes a version, a renamed card goes by its new name. What is
 * no longer in the handbook stays. Gives the register itself when there is nothing to record; the order of the cards
 * makes no difference.
 */
export function recordCards(
  register: CardRegister,
  cards: readonly CardText[],
  { today, known }: Recording,
): CardRegister {
  const renamed = rename(register, known);
  const records = new Map(renamed.map((record) => [record.subject, record]));
  const taken = new Set(renamed.map(({ code }) => code));
  for (const subject of [...new Set(cards.map((card) => card.subject))].sort(compare)) {
    if (records.has(subject)) continue;
    const code = findFreeCode(subject, taken);
    taken.add(code);
    records.set(subject, { subject, code, versions: {} });
  }
  for (const card of cards) {
    const record = records.get(card.subject);
    if (record) records.set(card.subject, addVersion(record, card, today));
  }
  const next = [...records.values()].sort((a, b) => compare(a.subject, b.subject));
  const isSame = next.length === register.length && next.every((one, at) => one === register[at]);
  return isSame ? register : next;
}

/** The version that says exactly this, when it is the last one; nothing when this text was not recorded yet. */
export function findVersion(
  record: CardRecord | undefined,
  { language, parts }: Pick<CardText, 'language' | 'parts'>,
): CardVersion | undefined {
  const last = record?.versions[language]?.at(-1);
  return last && listChanged(last.digests, toDigests(parts)).length === 0 ? last : undefined;
}

/** The parts that say something else than they did, in the order they have on the card. */
export const listChanged = (before: PartDigests, after: PartDigests): string[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (part) => read(before, part) !== read(after, part),
  );

/** What changed on a card since a version of it was printed; nothing when there never was such a version. */
export function sinceVersion(
  register: CardRegister,
  code: string,
  { language, number }: { language: Language; number: number },
): string[] | undefined {
  const versions = register.find((record) => record.code === code)?.versions[language] ?? [];
  const printed = versions.find((version) => version.number === number);
  const last = versions.at(-1);
  return printed && last ? listChanged(printed.digests, last.digests) : undefined;
}

export const toDigests = (parts: CardText['parts']): PartDigests =>
  Object.fromEntries(
    Object.entries(parts)
      .filter(([, text]) => text.trim() !== '')
      .map(([part, text]) => [part, toTextId(text)]),
  );

/** By subject and letter by letter, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A record goes along with its subject, unless the new name has a record of its own: then both codes stay. */
function rename(register: CardRegister, known: KnownSubjects): CardRegister {
  const subjects = new Set(register.map(({ subject }) => subject));
  return register.map((record) => {
    const subject = toPresentSubject(record.subject, known);
    if (subject === record.subject || subjects.has(subject)) return record;
    subjects.add(subject);
    return { ...record, subject };
  });
}

function findFreeCode(subject: Subject, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const code = toCardCode(subject, { attempt, cards: taken.size });
    if (!taken.has(code)) return code;
  }
}

function addVersion(record: CardRecord, card: CardText, today: string): CardRecord {
  if (findVersion(record, card)) return record;
  const before = record.versions[card.language] ?? [];
  const version = { number: before.length + 1, on: today, digests: toDigests(card.parts) };
  return { ...record, versions: { ...record.versions, [card.language]: [...before, version] } };
}

/** What a record holds itself: a part may be called `constructor`. */
const read = (digests: PartDigests, part: string): string | undefined =>
  Object.hasOwn(digests, part) ? digests[part] : undefined;
