import { toPath, type Place } from '../../src/model/address.ts';
import { languages, type Language } from '../../src/model/language.ts';

/** One page of every kind: what the tests that look at whole pages go through. */
const kinds: Record<string, Place> = {
  home: { kind: 'home' },
  cases: { kind: 'cases' },
  'a real case': { kind: 'case', id: 'sla' },
  'an exercise': { kind: 'case', id: 'roosterwissel' },
  steps: { kind: 'steps' },
  practices: { kind: 'practices' },
  'a step': { kind: 'practice', id: 'zoek-de-nee' },
  'a practice': { kind: 'practice', id: 'gesprek-op-voeten' },
  glossary: { kind: 'glossary' },
  search: { kind: 'search' },
  favourites: { kind: 'favourites' },
  about: { kind: 'page', id: 'about' },
  privacy: { kind: 'page', id: 'privacy' },
  contents: { kind: 'contents' },
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
