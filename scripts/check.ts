import path from 'node:path';
import process from 'node:process';
import type { Compiled } from '../src/compile/compile-file.ts';
import { readHandbook } from '../src/compile/handbook.ts';
import { toText } from '../src/compile/report.ts';
import { sourceLanguage } from '../src/model/language.ts';
import { listCardAdvice } from './record-cards.ts';
import { problems as catalogue, type Problem } from '../src/problems.ts';

const reporters = {
  text: toText,
  '--json': (found: readonly Problem[]) => JSON.stringify(found, null, 2),
  '--github': (found: readonly Problem[]) => found.map(toAnnotation).join('\n'),
};

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
  return `::error ${properties.join(',')}::${escapeMessage(`Expected: ${expected}. Found: ${found}. ${hint}`)}`;
}

/** Translations that are behind their source, each with the line to put in its frontmatter once it has been brought up to date. */
export function listOutdated(files: readonly Compiled[]): string[] {
  const digests = new Map(
    files.map(({ collection, language, id, digest }) => [
      `${collection}/${language}/${id}`,
      digest,
    ]),
  );
  return files
    .filter(({ entry }) => entry?.translation === 'outdated')
    .map(({ file, collection, id }) => {
      const digest = digests.get(`${collection}/${sourceLanguage}/${id}`) ?? '';
      return `${file} is behind its source. When it follows again, write: translationOf: '${digest}'`;
    });
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const isReporter = (name: string): name is keyof typeof reporters => Object.hasOwn(reporters, name);

async function check(wanted = 'text'): Promise<void> {
  if (!isReporter(wanted)) {
    console.error(`“${wanted}” is not known. Use npm run check, or add -- --json or -- --github.`);
    process.exitCode = 2;
    return;
  }
  const handbook = await readHandbook({ root: path.resolve(import.meta.dirname, '..') });
  const { problems, files } = handbook;
  const report = reporters[wanted](problems);
  if (report) console.log(report);
  if (wanted === 'text')
    for (const line of [...listOutdated(files), ...listCardAdvice(handbook)]) console.log(line);
  if (problems.length > 0) process.exitCode = 1;
}

if (import.meta.main) await check(process.argv[2]);
