import { toPath, type Place } from '../model/address.ts';
import type { Case } from '../model/entry.ts';
import { languages, type Language } from '../model/language.ts';
import { toPlainText } from './plain-text.ts';
import type { Shelves } from './places.ts';

/** A page that has moved: where it was, and where it is now. */
export type Former = {
  language: Language;
  title: string;
  from: string;
  to: string;
};

/** A case has a page of its own, and its session plan in four forms; its cards have one too. */
const caseForms = ['case', 'guide', 'run-sheet', 'hand-out', 'run'] as const;

/** Every address a case or practice had before, in every language: an id is the same in all of them. */
export const listFormer = (
  shelves: Record<Language, Pick<Shelves, 'cases' | 'practices'>>,
): Former[] =>
  languages.flatMap((language) => [
    ...shelves[language].cases.flatMap((entry) =>
      caseForms.flatMap((kind) => toFormer((id) => ({ kind, id }), entry, language)),
    ),
    ...shelves[language].cases.flatMap((entry) =>
      toFormer((id) => ({ kind: 'deck', id: `cases/${id}` }), entry, language),
    ),
    ...shelves[language].cases.flatMap((entry) => toMoved(entry, language)),
    ...shelves[language].practices.flatMap((entry) =>
      toFormer((id) => ({ kind: 'practice', id }), entry, language),
    ),
  ]);

function toFormer(
  toPlace: (id: string) => Place,
  { id, title, formerIds }: { id: string; title: string; formerIds: readonly string[] },
  language: Language,
): Former[] {
  const to = toPath(toPlace(id), language);
  return formerIds.map((former) => ({
    language,
    title: toPlainText(title),
    from: toPath(toPlace(former), language),
    to,
  }));
}

/** An older site had one language: a text is led to from there once, in the language it is written in. */
const toMoved = (
  { id, title, formerAddresses, language: written }: Case,
  language: Language,
): Former[] =>
  written === language
    ? formerAddresses.map((from) => ({
        ...{ language, title: toPlainText(title), from },
        to: toPath({ kind: 'case', id }, language),
      }))
    : [];
