/**
 * The catalogue of everything that can be wrong with what people write. A name is permanent:
 * each has a help page `content/<language>/help/<name>.mdx`, and a test keeps the two the same.
 */
export const problems = {
  'mdx-syntax': 'The text cannot be read as MDX',
  'unknown-component': 'This component does not exist',
  'misplaced-component': 'This component cannot stand here',
  'incomplete-component': 'This component misses something inside',
  'unknown-attribute': 'This component has no such attribute',
  'missing-attribute': 'An attribute is missing',
  'invalid-attribute': 'The value of an attribute is not right',
  'html-in-content': 'HTML cannot be used here',
  'import-in-content': 'Content cannot import or export',
  'expression-in-content': 'Content cannot hold expressions',
  'expression-in-attribute': 'An attribute holds code instead of a value',
  'frontmatter-missing': 'The file has no frontmatter',
  'yaml-syntax': 'The YAML cannot be read',
  'missing-field': 'A field is missing',
  'unknown-field': 'There is no such field',
  'invalid-field': 'The value of a field is not right',
  'duplicate-id': 'Two things have the same id',
  'heading-level': 'A heading has the wrong level',
  'unknown-step-reference': 'The text refers to a step that does not exist',
  'dead-link': 'A link leads nowhere',
  'dead-anchor': 'A link leads to a place that is not on that page',
  'unsafe-link': 'A link uses an address that is not allowed',
  'image-missing': 'The image is not there',
  'image-without-alt': 'An image has no description',
  'image-misplaced': 'An image must stand alone',
  'total-differs': 'The steps take another time than the text says',
  'circular-after': 'Steps wait for each other',
  'unknown-step': 'This step does not exist',
  'notes-differ': 'A step lets people write where its practice does not',
  'unknown-term': 'This term is not in the glossary',
  'unknown-practice': 'This practice does not exist',
  'unknown-source': 'This source is not in the list',
  'words-not-found': 'The words a voice is about are not in the paragraph above',
  'poles-are-parties': 'A pole is one of the parties',
  'translation-without-source': 'A translation has no Dutch text',
  'translation-differs': 'A translation does not follow its Dutch text',
  'former-id-in-use': 'A former id is in use',
  'misplaced-file': 'A file stands where nothing reads it',
  'file-missing': 'A file is missing',
  'card-register': 'The register of cards is not right',
  'attributed-voice': 'A summary tells who said something',
  'confidential-name': 'A name that must not appear',
  'lost-id': 'Something that was published is gone',
  'lost-voice': 'A no that was published is gone',
  'translation-missing': 'A text has not been translated',
  'translation-behind': 'A translation is behind its source',
  'hard-to-read': 'A paragraph is hard to read',
  'untidy-markdown': 'The form can be tidier',
  'open-no': 'A no waits for an answer',
} as const;

export type ProblemName = keyof typeof problems;

/** A problem stops a build; advice does not. */
export type Severity = 'problem' | 'advice';

const advice: ReadonlySet<ProblemName> = new Set([
  'translation-missing',
  'translation-behind',
  'hard-to-read',
  'untidy-markdown',
  'open-no',
]);

export const severityOf = (name: ProblemName): Severity =>
  advice.has(name) ? 'advice' : 'problem';

/** One thing that is wrong: where, what was expected, what was found, and what to do. */
export interface Problem {
  name: ProblemName;
  /** Path from the root of the project, with forward slashes. */
  file: string;
  /** Line, counted from 1. */
  line: number;
  /** Column, counted from 1. */
  column: number;
  expected: string;
  found: string;
  hint: string;
}

/** Problems in reading order: by file, then line, then column. */
export const sortProblems = (found: readonly Problem[]): Problem[] =>
  [...found].sort(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      a.name.localeCompare(b.name),
  );
