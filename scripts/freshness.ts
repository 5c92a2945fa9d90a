import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { toSaidDigest } from '../src/discussion/said-digest.ts';
import type { Said } from '../src/model/said.ts';

/** Everything a built site is made of; the compiler and its packages are part of it. */
const inputs = [
  'content',
  'public',
  'src',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

export interface Built {
  root: string;
  /** Folder of the finished site. */
  target: string;
  /** Everything that readers said and was published. */
  said: readonly Said[];
}

/** Whether the site in `target` was made from exactly the files that are there now, and from what was said up to now. */
export async function isBuilt({ root, target, said }: Built): Promise<boolean> {
  if (!existsSync(target)) return false;
  const known = await readFile(toRecord(root, target), 'utf8').catch(() => '');
  return known.trim() === toDigests((await readInputs(root)).all, said);
}

/** Writes down what a site was made from. */
export async function rememberBuild({
  root,
  target,
  said,
  inputs: digest,
}: Built & { inputs: string }): Promise<void> {
  await mkdir(path.dirname(toRecord(root, target)), { recursive: true });
  await writeFile(toRecord(root, target), `${toDigests(digest, said)}\n`);
}

const toDigests = (ofInputs: string, said: readonly Said[]): string =>
  `${ofInputs} ${toSaidDigest(said)}`;

/** Digests over the names and bytes of inputs: contents count, the times of files do not. */
export interface Inputs {
  all: string;
  /** Of everything but cases: what a page of one case shares with those of all others. */
  shared: string;
}

/** Reads everything a site is made of. */
export async function readInputs(root: string): Promise<Inputs> {
  const [all, shared] = [createHash('sha256'), createHash('sha256').update(process.version)];
  for (const file of await listInputs(root)) {
    const bytes = await readFile(path.join(root, file));
    const hashes = ofCases.test(file) ? [all] : [all, shared];
    for (const each of hashes) each.update(`${file}\0${String(bytes.length)}\0`).update(bytes);
  }
  return { all: all.digest('hex'), shared: shared.digest('hex') };
}

const ofCases = /^content[\\/][^\\/]+[\\/]cases[\\/]/;

async function listInputs(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    const found = await stat(path.join(root, input)).catch(() => undefined);
    if (found?.isFile()) files.push(input);
    if (!found?.isDirectory()) continue;
    const below = await readdir(path.join(root, input), { recursive: true, withFileTypes: true });
    files.push(
      ...below
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    );
  }
  return files.sort();
}

/** Beside the site, not in it: what is in the site is published. */
const toRecord = (root: string, target: string): string =>
  path.join(root, '.build', `${path.relative(root, target).replaceAll(/[^\w-]+/g, '-')}.made-from`);
