import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

interface Package {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'),
) as { packages: Record<string, Package> };

/**
 * `npm install` over an existing node_modules can leave packages for other systems out of the lock file,
 * and then `npm ci` refuses it on every system (https://github.com/npm/cli/issues/4828).
 */
it('names in package-lock.json every package that some system needs', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.entries({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter(([name, wanted]) => !isMet(place, name, wanted))
      .map(([name, wanted]) => `${name} ${wanted}, for ${place}`),
  );
  expect(missing).toEqual([]);
});

it('names no registry in package-lock.json, so that it can be installed from any', () => {
  expect(Object.values(lock.packages).filter((entry) => 'resolved' in entry)).toEqual([]);
});

/** Packages for one system are always wanted in one exact version, so a range need not be worked out here. */
function isMet(from: string, name: string, wanted: string): boolean {
  const found = listPlaces(from, name).find((place) => place in lock.packages);
  if (found === undefined) return false;
  return !/^\d+\.\d+\.\d+$/.test(wanted) || lock.packages[found]?.version === wanted;
}

/** Where Node looks for a package: beside who asks for it, then ever further up. */
function listPlaces(from: string, name: string): string[] {
  const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (from === '') return [here];
  return [here, ...listPlaces(from.replace(/(^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name)];
}
