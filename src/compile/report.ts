import { problems, severityOf, sortProblems, type Problem } from '../problems.ts';

/**
 * All problems as text: what a person reads in the terminal and in the browser while writing.
 * @example
 * content/nl/cases/sla/index.mdx:12:7  unknown-attribute
 *   This component has no such attribute.
 *   Expected: one of id, title, …
 *   Found:    minuten
 *   Do:       Did you mean “minutes”?
 */
export function toText(found: readonly Problem[]): string {
  if (found.length === 0) return 'No problems found.';
  return `${toEntries(found)}\n\n${count(found.length, 'problem', 'problems')}. Each has a page in the handbook: /hulp/<name>/ or /en/help/<name>/.`;
}

/** Advice as text; nothing when there is none. */
export const toAdviceText = (found: readonly Problem[]): string =>
  found.length === 0
    ? ''
    : `${toEntries(found)}\n\n${toAdviceCount(found)}; no build stops for that.`;

export const toAdviceCount = (found: readonly Problem[]): string =>
  count(found.length, 'piece of advice', 'pieces of advice');

const toEntries = (found: readonly Problem[]): string =>
  sortProblems(found).map(toEntry).join('\n\n');

const count = (number: number, one: string, more: string): string =>
  `${String(number)} ${number === 1 ? one : more}`;

const toEntry = (problem: Problem): string =>
  [
    `${problem.file}:${String(problem.line)}:${String(problem.column)}  ${problem.name}${severityOf(problem.name) === 'advice' ? ' (advice)' : ''}`,
    `  ${problems[problem.name]}.`,
    `  Expected: ${problem.expected}`,
    `  Found:    ${problem.found}`,
    `  Do:       ${problem.hint}`,
  ].join('\n');
