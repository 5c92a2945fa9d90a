import type { GlossaryTerm } from '../model/entry.ts';
import type { Language } from '../model/language.ts';
import type { Problem, ProblemName } from '../problems.ts';
import type { Collection, Compiled } from './compile-file.ts';
import type { Point } from './document.ts';

/** Everything that has been read, before the files are held against each other. */
export interface Shelf {
  root: string;
  files: readonly Compiled[];
  terms: Record<Language, GlossaryTerm[]>;
  glossaryFiles: Record<Language, string>;
  sources: string[];
}

/** Look-ups that make every check one pass, however many files there are. */
export interface Index {
  find: (collection: Collection, id: string, language: Language) => Compiled | undefined;
  ids: (collection: Collection) => string[];
  terms: Record<Language, ReadonlySet<string>>;
  sources: readonly string[];
}

export function toIndex({ files, terms, sources }: Shelf): Index {
  const byPlace = new Map(
    files.map((file) => [`${file.collection}/${file.language}/${file.id}`, file]),
  );
  const ids = new Map<Collection, Set<string>>();
  for (const { collection, id } of files)
    ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  return {
    find: (collection, id, language) => byPlace.get(`${collection}/${language}/${id}`),
    ids: (collection) => [...(ids.get(collection) ?? [])],
    terms: { nl: new Set(terms.nl.map(({ id }) => id)), en: new Set(terms.en.map(({ id }) => id)) },
    sources,
  };
}

/** A problem in a few words: where, what was expected, what was found, what to do. */
export const problem = (
  name: ProblemName,
  file: string,
  at: Point,
  expected: string,
  found: string,
  hint: string,
): Problem => ({ name, file, ...at, expected, found, hint });

/** The beginning of a file: for what is wrong with it as a whole. */
export const start: Point = { line: 1, column: 1 };
