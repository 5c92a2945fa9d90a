import { toPath, type Place } from '../model/address.ts';
import { languages, type Language } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import { problem, start, type Shelf } from './shelf.ts';

/** Finds addresses of an older site that something has here, or that two texts claim: a reader can only be led to one. */
export function checkFormerAddresses({ files }: Pick<Shelf, 'files'>): Problem[] {
  const present = new Map<string, string>(
    files.flatMap(({ file, collection, id }) =>
      languages.flatMap((language) =>
        listPaths(collection, id, language).map((path) => [path, file] as const),
      ),
    ),
  );
  const claimed = new Map<string, string>();
  const found: Problem[] = [];
  for (const { file, entry } of files) {
    if (!entry || !('formerAddresses' in entry)) continue;
    for (const address of entry.formerAddresses) {
      const other = present.get(address) ?? claimed.get(address) ?? findOwn(address);
      claimed.set(address, file);
      if (other === undefined) continue;
      found.push(
        problem(
          'former-id-in-use',
          file,
          start,
          'an address of an older site that nothing has now',
          `“${address}”, of ${other}`,
          'Remove it from formerAddresses.',
        ),
      );
    }
  }
  return found;
}

function listPaths(collection: string, id: string, language: Language): string[] {
  if (collection === 'cases')
    return (['case', 'guide', 'run-sheet', 'hand-out', 'run'] as const).map((kind) =>
      toPath({ kind, id }, language),
    );
  const kind = ({ practices: 'practice', pages: 'page', help: 'help' } as const)[collection];
  return kind === undefined ? [] : [toPath({ kind, id }, language)];
}

/** Where lists stand, there is always a page. */
const lists: readonly Place['kind'][] = ['home', 'cases', 'practices', 'glossary', 'search'];

const findOwn = (address: string): string | undefined =>
  languages.some((language) =>
    lists.some((kind) => toPath({ kind } as Place, language) === address),
  )
    ? 'this handbook itself'
    : undefined;
