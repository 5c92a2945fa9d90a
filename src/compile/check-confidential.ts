import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Names } from '../confidential/names.ts';
import {
  NamesError,
  noNames,
  openWith,
  outsideVariable,
  readOutside,
} from '../confidential/read-names.ts';
import { Confidential, confidentialPath } from '../model/confidential.ts';
import type { Problem } from '../problems.ts';
import { toPointAt, type Document } from './document.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { problem, start } from './shelf.ts';

/** The names that must not appear, and what is wrong with the lists of them. */
export async function readSecrets(
  root: string,
  environment: Record<string, string | undefined>,
): Promise<{ names: Names; problems: Problem[] }> {
  const isThere = existsSync(path.join(root, confidentialPath));
  const { document, value = noNames } = isThere
    ? await readYamlFile(root, confidentialPath, Confidential)
    : {};
  const problems = document?.problems ?? [];
  try {
    const outside = await readOutside({ root, environment });
    return { names: openWith(value, outside), problems };
  } catch (error) {
    if (!(error instanceof NamesError)) throw error;
    const missing = problem(
      'file-missing',
      environment[outsideVariable] ?? '',
      start,
      `the list of names that ${outsideVariable} tells of`,
      'no such file',
      error.message,
    );
    return { names: openWith(value, noNames), problems: [...problems, missing] };
  }
}

/** Finds names that must not appear in what is written, and in the names of files; it never tells which. */
export function checkConfidential(
  documents: readonly Document[],
  files: readonly string[],
  names: Names,
): Problem[] {
  if (names.count === 0) return [];
  const inTexts = documents.flatMap((document) =>
    names
      .find(document.text, document.file.endsWith('.mdx') ? 'markup' : 'plain')
      .map(({ label, start: at }) => toProblem(document.file, toPointAt(document, at), label)),
  );
  const inFiles = files.flatMap((file) =>
    names
      .find(file)
      .map(({ label }) => toProblem(file, start, `${label}, in the name of the file`)),
  );
  return [...inTexts, ...inFiles];
}

const toProblem = (file: string, at: typeof start, found: string): Problem =>
  problem(
    'confidential-name',
    file,
    at,
    'words that point to nobody: a role, a sector, “a supplier”',
    found,
    'Take it out. No message and no log will tell the name; its number is that of its line in the list.',
  );

/** A problem without any name that must not appear, also when it quotes what is written. */
export function maskProblem(found: Problem, names: Names): Problem {
  if (names.count === 0) return found;
  const { mask } = names;
  return {
    ...found,
    file: mask(found.file),
    expected: mask(found.expected),
    found: mask(found.found),
    hint: mask(found.hint),
  };
}
