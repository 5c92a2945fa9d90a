import path from 'node:path';
import process from 'node:process';
import { readHandbook } from '../src/compile/handbook.ts';
import { toAdviceText, toText } from '../src/compile/report.ts';
import { readSaid } from '../src/discussion/keeping.ts';
import { StoreError } from '../src/discussion/store.ts';
import type { Said } from '../src/model/said.ts';
import { problems as catalogue, severityOf, type Problem } from '../src/problems.ts';
import { findOlderInGit } from './git-history.ts';
import { findKept } from './kept.ts';
import { listCardAdvice } from './record-cards.ts';

/** What was found: what is wrong, and what could be better. */
interface Findings {
  problems: readonly Problem[];
  advice: readonly Problem[];
}

const reporters = {
  '--text': ({ problems, advice }: Findings) =>
    [toAdviceText(advice), toText(problems)].filter(Boolean).join('\n\n'),
  '--json': ({ problems, advice }: Findings) =>
    JSON.stringify([...problems, ...advice].map(toRecord), null, 2),
  '--github': ({ problems, advice }: Findings) =>
    [...problems, ...advice].map(toAnnotation).join('\n'),
};

/** A finding as other programs read it: with what it is called, and whether it stops a build. */
export const toRecord = (found: Problem) => ({
  severity: severityOf(found.name),
  title: catalogue[found.name],
  ...found,
});

/**
 * A problem as a line that GitHub Actions shows beside the text.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toAnnotation({ name, file, line, column, expected, found, hint }: Problem): string {
  const place = {
    file,
    line: String(line),
    col: String(column),
    title: `${name}: ${catalogue[name]}`,
  };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${toLevel(name)} ${properties.join(',')}::${escapeMessage(`Expected: ${expected}. Found: ${found}. ${hint}`)}`;
}

/** A no that waits is told and not warned of. */
const toLevel = (name: Problem['name']): string =>
  severityOf(name) === 'problem' ? 'error' : name === 'open-no' ? 'notice' : 'warning';

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Which reporter is asked for; on GitHub annotations, when none is. Nothing when it is not known. */
export function toReporter(
  wanted: readonly string[],
  environment: Record<string, string | undefined>,
): keyof typeof reporters | undefined {
  const [name = environment['GITHUB_ACTIONS'] === 'true' ? '--github' : '--text', ...more] = wanted;
  return more.length === 0 && isReporter(name) ? name : undefined;
}

const isReporter = (name: string): name is keyof typeof reporters => Object.hasOwn(reporters, name);

async function check(root: string, wanted: readonly string[]): Promise<void> {
  const reporter = toReporter(wanted, process.env);
  if (reporter === undefined) {
    console.error(
      `“${wanted.join(' ')}” is not known. Use npm run check, or add -- --json or -- --github.`,
    );
    process.exitCode = 2;
    return;
  }
  const findings = await readHandbook({
    root,
    said: await readSaidWhenThere(root),
    findOlder: findOlderInGit(root),
  });
  console.log(reporters[reporter](findings));
  if (reporter === '--text') for (const line of listCardAdvice(findings)) console.log(line);
  if (findings.problems.length > 0) process.exitCode = 1;
}

/** What readers said; texts can be checked without it. */
async function readSaidWhenThere(root: string): Promise<readonly Said[]> {
  try {
    return await readSaid(findKept(root).keeping);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    console.error(`What readers said is not looked at: ${error.message}`);
    return [];
  }
}

if (import.meta.main) await check(path.resolve(import.meta.dirname, '..'), process.argv.slice(2));
