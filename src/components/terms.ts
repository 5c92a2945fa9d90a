import type { GlossaryTerm } from '../model/entry.ts';
import type { Language } from '../model/language.ts';

/** A term as the browser fetches it: for the explanation beside a word, and for near words in search. */
export interface FoundTerm {
  id: string;
  term: string;
  definition: string;
  /** Every word that finds it, the term itself first. */
  names: string[];
  /** Where the text is not in the language of the page. */
  lang?: Language;
}

export const toFoundTerms = (terms: readonly GlossaryTerm[], language: Language): FoundTerm[] =>
  terms.map(({ id, term, definition, synonyms, searchOnly, language: own }) => ({
    id,
    term,
    definition,
    names: [term, ...synonyms, ...searchOnly],
    ...(own === language ? {} : { lang: own }),
  }));

/** Terms under their first letter, letters in the order of the alphabet; what is no letter comes last, under `''`. */
export function toLetters<T extends { term: string }>(
  terms: readonly T[],
): { letter: string; terms: T[] }[] {
  const letters = new Map<string, T[]>();
  for (const term of terms) {
    const [first = ''] = term.term.normalize('NFD').toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '';
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return [...letters]
    .map(([letter, each]) => ({ letter, terms: each }))
    .sort(
      (a, b) =>
        Number(a.letter === '') - Number(b.letter === '') || a.letter.localeCompare(b.letter),
    );
}
