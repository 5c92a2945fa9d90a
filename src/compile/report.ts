import { problems, sortProblems, type Problem } from '../problems.ts';

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
  const count = found.length === 1 ? '1 problem' : `${String(found.length)} problems`;
  return `${sortProblems(found).map(toEntry).join('\n\n')}\n\n${count}. Each has a page in the handbook: /hulp/<name>/ or /en/help/<name>/.`;
}

const toEntry = (problem: Problem): string =>
  [
    `${problem.file}:${String(problem.line)}:${String(problem.column)}  ${problem.name}`,
    `  ${problems[problem.name]}.`,
    `  Expected: ${problem.expected}`,
    `  Found:    ${problem.found}`,
    `  Do:       ${problem.hint}`,
  ].join('\n');
