import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemory, type ReadFile } from '../../src/serving/memory.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

const toText = (found: ReadFile | undefined) =>
  Buffer.isBuffer(found?.content) ? found.content.toString() : undefined;
const at = (name: string) => path.join(folder, name);

describe('files that are read again and again', () => {
  it('are read once for as long as they are the same', async () => {
    const { read } = createMemory();
    await writeFile(at('een'), 'een');
    const first = await read(at('een'));
    expect(toText(first)).toBe('een');
    expect((await read(at('een')))?.content).toBe(first?.content);
  });

  it('are read anew once something else stands in their place, and are gone once they are', async () => {
    const { read } = createMemory();
    await writeFile(at('twee'), 'oud');
    await read(at('twee'));
    await writeFile(at('nieuw'), 'anders');
    await rename(at('nieuw'), at('twee'));
    expect(toText(await read(at('twee')))).toBe('anders');
    await rm(at('twee'));
    expect(await read(at('twee'))).toBeUndefined();
  });

  it('are no folders, and nothing below a file', async () => {
    const { read } = createMemory();
    await mkdir(at('map'));
    await writeFile(at('blad'), 'x');
    for (const name of ['map', 'blad/onder', 'nergens', 'x'.repeat(5000)])
      expect(await read(at(name))).toBeUndefined();
  });

  it('take no more memory than there is for them: the one not asked for longest goes', async () => {
    const { read } = createMemory();
    const bytes = Buffer.alloc(512 * 1024);
    const names = Array.from({ length: 66 }, (_, index) => at(`deel-${index}`));
    for (const name of names) await writeFile(name, bytes);
    const [first] = [await read(names[0] ?? '')];
    for (const name of names.slice(1)) await read(name);
    const last = await read(names.at(-1) ?? '');
    expect((await read(names.at(-1) ?? ''))?.content).toBe(last?.content);
    expect((await read(names[0] ?? ''))?.content).not.toBe(first?.content);
  });

  it('are never remembered when they are big', async () => {
    const { read } = createMemory();
    await writeFile(at('groot'), Buffer.alloc(512 * 1024 + 1));
    const found = await read(at('groot'));
    expect(found?.size).toBe(512 * 1024 + 1);
    if (found === undefined || Buffer.isBuffer(found.content))
      throw new Error('It was remembered.');
    await found.content.close();
  });
});
