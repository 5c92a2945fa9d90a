import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { Confidential, confidentialPath } from '../model/confidential.ts';
import { createSalt, openNames, splitName, toHashed, type Names } from './names.ts';

/** The environment variable that names a plain list outside the repository. */
export const outsideVariable = 'CONFIDENTIAL_NAMES';

/** A list of names that is there and cannot be read; nothing may be published then. */
export class NamesError extends Error {
  override readonly name = 'NamesError';
}

export interface NamesPlace {
  root: string;
  environment: Record<string, string | undefined>;
}

/** Every name that must not appear: those of the list in the repository, and those of a list outside it. */
export async function readNames(place: NamesPlace): Promise<Names> {
  const inside = await readInside(place.root);
  return openWith(inside, await readOutside(place));
}

/** Opens the names of both lists. */
export const openWith = (inside: Confidential, outside: Confidential): Names =>
  openNames([
    { list: inside, toLabel: (at) => `name ${String(at + 1)}` },
    { list: outside, toLabel: (at) => `line ${String(at + 1)} of the list outside` },
  ]);

export const noNames: Confidential = { salt: '0'.repeat(32), names: [] };

/** The list in the repository; an empty one when there is none. */
export async function readInside(root: string): Promise<Confidential> {
  const text = await readFile(path.join(root, confidentialPath), 'utf8').catch(() => undefined);
  if (text === undefined) return noNames;
  try {
    return Confidential.parse(parse(text));
  } catch {
    throw new NamesError(
      `${confidentialPath} cannot be read, so nobody knows what must not appear. npm run check tells where it is wrong.`,
    );
  }
}

/** The plain list outside the repository, a name a line; an empty one when none is named. */
export async function readOutside({ root, environment }: NamesPlace): Promise<Confidential> {
  const named = environment[outsideVariable] ?? '';
  if (named === '') return noNames;
  const file = path.resolve(root, named);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new NamesError(
      `${outsideVariable} names a list that cannot be read. Put it back, or clear ${outsideVariable}.`,
    );
  const salt = createSalt();
  const names = text.split(/\r?\n/).map((line) => {
    // Lines are numbered as an editor does, so an empty one keeps its place and finds nothing.
    if (splitName(line).join('').length < 3) return { words: 1, filter: 0, hash: '0'.repeat(64) };
    return toHashed(line, salt);
  });
  return { salt, names };
}
