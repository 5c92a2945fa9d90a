import { toPath, type Place } from '../../src/model/address.ts';
import { languages, type Language } from '../../src/model/language.ts';

/** One page of every kind: what the tests that look at whole pages go through. */
const kinds: Record<string, Place> = {
  home: { kind: 'home' },
  cases: { kind: 'cases' },
  'a real case': { kind: 'case', id: 'sla' },
  'an exercise': { kind: 'case', id: 'roosterwissel' },
  guides: { kind: 'guides' },
  'a session plan': { kind: 'guide', id: 'sla' },
  'a run sheet': { kind: 'run-sheet', id: 'sla' },
  'a hand-out': { kind: 'hand-out', id: 'sla' },
  'run mode': { kind: 'run', id: 'sla' },
  'a plan of one’s own': { kind: 'own-guide' },
  tools: { kind: 'tools' },
  'a tool to decide with': { kind: 'tool', id: 'decide' },
  'a check of a question': { kind: 'tool', id: 'question' },
  'a blank polarity board': { kind: 'tool', id: 'board' },
  'a summary of a check-in': { kind: 'tool', id: 'summary' },
  steps: { kind: 'steps' },
  practices: { kind: 'practices' },
  'a step': { kind: 'practice', id: 'zoek-de-nee' },
  'a practice': { kind: 'practice', id: 'gesprek-op-voeten' },
  'decks of cards': { kind: 'cards' },
  'a deck of cards': { kind: 'deck', id: 'steps' },
  'a deck of what is kept': { kind: 'deck', id: 'favourites' },
  glossary: { kind: 'glossary' },
  search: { kind: 'search' },
  favourites: { kind: 'favourites' },
  'a form to react with': { kind: 'speak' },
  'one’s own reaction': { kind: 'said' },
  'the ledger': { kind: 'ledger' },
  about: { kind: 'page', id: 'about' },
  privacy: { kind: 'page', id: 'privacy' },
  contents: { kind: 'contents' },
  'PDFs to print': { kind: 'pdfs' },
  'all help': { kind: 'helps' },
  'a help page': { kind: 'help', id: 'dead-link' },
};

export interface PageKind {
  name: string;
  language: Language;
  place: Place;
  path: string;
}

export const pageKinds: PageKind[] = languages.flatMap((language) =>
  Object.entries(kinds).map(([name, place]) => ({
    name: `${name} (${language})`,
    language,
    place,
    path: toPath(place, language),
  })),
);
