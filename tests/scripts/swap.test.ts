import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { restore, swap } from '../../scripts/swap.ts';

let root = '';
const at = (name: string) => path.join(root, name);
const places = () => ({ next: at('.build/next'), target: at('dist'), aside: at('.build/last') });

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'swap-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

it('puts the first site where none stood', async () => {
  await writeSite('.build/next', 'first');
  await swap(places());
  expect(await readSite('dist')).toBe('first');
  expect(existsSync(at('.build/next'))).toBe(false);
});

it('puts a new site in the place of the old one and leaves nothing behind', async () => {
  await writeSite('dist', 'old');
  await writeSite('.build/next', 'new');
  await swap(places());
  expect(await readSite('dist')).toBe('new');
  expect(existsSync(at('.build/last'))).toBe(false);
});

it('throws away what an earlier run left aside', async () => {
  await writeSite('.build/last', 'older');
  await writeSite('dist', 'old');
  await writeSite('.build/next', 'new');
  await swap(places());
  expect(await readSite('dist')).toBe('new');
});

it('keeps the old site when there is no new one to put there', async () => {
  await writeSite('dist', 'old');
  await expect(swap(places())).rejects.toThrow('ENOENT');
  expect(await readSite('dist')).toBe('old');
});

it('brings the old site back after a run that was cut off halfway', async () => {
  await writeSite('.build/last', 'old');
  await restore(places());
  expect(await readSite('dist')).toBe('old');
});

it('does not bring the old site back over a newer one', async () => {
  await writeSite('.build/last', 'old');
  await writeSite('dist', 'new');
  await restore(places());
  expect(await readSite('dist')).toBe('new');
});

async function writeSite(folder: string, text: string): Promise<void> {
  await mkdir(at(folder), { recursive: true });
  await writeFile(path.join(at(folder), 'index.html'), text);
}

const readSite = (folder: string): Promise<string> =>
  readFile(path.join(at(folder), 'index.html'), 'utf8');
