import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Compiled files kept between runs, each under a digest of everything that decides its outcome. */
export interface Cache {
  get: <T>(key: string) => Promise<T | undefined>;
  set: (key: string, value: unknown) => Promise<void>;
  /** Removes what was not asked for in this run. */
  prune: () => Promise<void>;
  counts: { compiled: number; reused: number };
}

/**
 * Opens the cache in a folder for a compiler and its surroundings; without a folder nothing is kept.
 * A change in the compiler's own code, or in what files borrow from each other, starts a new generation.
 */
export async function openCache(folder: string | undefined, surroundings: string): Promise<Cache> {
  const counts = { compiled: 0, reused: 0 };
  if (folder === undefined) {
    return {
      get: () => Promise.resolve(undefined),
      set: () => {
        counts.compiled += 1;
        return Promise.resolve();
      },
      prune: () => Promise.resolve(),
      counts,
    };
  }
  const hash = createHash('sha256')
    .update(await toCompilerDigest())
    .update(surroundings);
  const generation = path.join(folder, hash.digest('hex').slice(0, 16));
  await mkdir(generation, { recursive: true });
  const used = new Set<string>();
  const fileOf = (key: string) => path.join(generation, `${key}.json`);
  return {
    counts,
    async get<T>(key: string) {
      used.add(`${key}.json`);
      try {
        const value = JSON.parse(await readFile(fileOf(key), 'utf8')) as T;
        counts.reused += 1;
        return value;
      } catch {
        // Not there, or half written by a run that was stopped: compile it.
        return undefined;
      }
    },
    async set(key, value) {
      counts.compiled += 1;
      await writeFile(fileOf(key), JSON.stringify(value));
    },
    async prune() {
      const older = (await readdir(folder)).filter((name) => name !== path.basename(generation));
      const unused = (await readdir(generation)).filter((name) => !used.has(name));
      const gone = [
        ...older.map((name) => path.join(folder, name)),
        ...unused.map((name) => path.join(generation, name)),
      ];
      await Promise.all(gone.map((name) => rm(name, { recursive: true, force: true })));
    },
  };
}

/** A digest of the compiler itself: its code, the model and the added components it checks by, and the parser it uses. */
async function toCompilerDigest(): Promise<string> {
  const here = import.meta.dirname;
  const hash = createHash('sha256');
  for (const folder of [here, path.join(here, '..', 'model'), path.join(here, '..', 'own')]) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
    for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)));
  }
  return hash.update(process.version).digest('hex');
}
