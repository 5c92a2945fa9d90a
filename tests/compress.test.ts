import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compressSite } from '../src/compress.ts';

let home = '';
const long = (text: string): string => `${text} `.repeat(600);

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'packed-'));
});

afterEach(() => rm(home, { recursive: true }));

const cache = () => path.join(home, 'cache');

async function build(name: string, files: Record<string, string>): Promise<string> {
  const folder = path.join(home, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  await compressSite(folder, cache());
  return folder;
}

it('puts beside every long text what a browser can unpack to it, also where two are the same', async () => {
  const files = { 'a/index.html': long('nee'), 'b/index.html': long('nee'), 'c.json': long('c') };
  const folder = await build('one', { ...files, 'short.txt': 'kort', 'd.png': long('png') });
  for (const [file, text] of Object.entries(files)) {
    const [br, gz] = await Promise.all(
      ['.br', '.gz'].map((ending) => readFile(path.join(folder, file + ending))),
    );
    expect(brotliDecompressSync(br ?? '').toString()).toBe(text);
    expect(gunzipSync(gz ?? '').toString()).toBe(text);
  }
  expect((await readdir(folder)).sort()).toEqual([
    ...['a', 'b', 'c.json', 'c.json.br', 'c.json.gz', 'd.png', 'short.txt'],
  ]);
});

it('keeps what the next build needs again, and no more', async () => {
  await build('one', { 'a.html': long('a'), 'b.html': long('b') });
  const before = await readdir(cache());
  const folder = await build('two', { 'a.html': long('a'), 'c.html': long('c') });
  const after = await readdir(cache());
  expect([before.length, after.length]).toEqual([4, 4]);
  expect(before.filter((name) => after.includes(name))).toHaveLength(2);
  expect(brotliDecompressSync(await readFile(path.join(folder, 'a.html.br'))).toString()).toBe(
    long('a'),
  );
});
