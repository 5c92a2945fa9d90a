import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MadePdf } from '../../scripts/made-pdf.ts';
import { openShelf, toTextDigest } from '../../scripts/pdf-shelf.ts';

let root = '';
let dir = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'shelf-'));
  dir = path.join(root, 'dist');
  await writePage('casussen/sla', 'Een tekst');
  for (const list of ['pdf', 'en/pdf'])
    await writePage(list, '<div data-pdfs><p>Er zijn er nog geen.</p></div>');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function writePage(name: string, main: string, around = ''): Promise<void> {
  await mkdir(path.join(dir, name), { recursive: true });
  await writeFile(
    path.join(dir, name, 'index.html'),
    `<!doctype html><html lang="nl">${around}<body><main>${main}</main></body></html>`,
  );
}

const toMade = async (): Promise<MadePdf> => ({
  path: '/pdf/casus-sla.pdf',
  kind: 'case',
  language: 'nl',
  title: 'Samen <werken>',
  pages: 19,
  bytes: 222_110,
  digest: 'd1',
  sources: ['/casussen/sla/'],
  textDigest: (await toTextDigest(dir, ['/casussen/sla/'])) ?? '',
});

const readList = () => readFile(path.join(dir, 'pdf/index.html'), 'utf8');

async function shelve(): Promise<void> {
  const shelf = await openShelf(root);
  await shelf.put(await toMade(), Buffer.from('%PDF'));
  await shelf.save();
}

describe('PDFs that were made', () => {
  it('come back into a site that was built anew, and stand in its list', async () => {
    await shelve();
    await (await openShelf(root)).publish(dir);
    expect(await readFile(path.join(dir, 'pdf/casus-sla.pdf'), 'utf8')).toBe('%PDF');
    const list = await readList();
    expect(list).toContain(
      '<a href="/pdf/casus-sla.pdf" type="application/pdf">Samen &lt;werken&gt;</a>',
    );
    expect(list).toContain('19 bladzijden, 222 kB');
    expect(list).not.toContain('sindsdien');
  });

  it('are listed as older than the text once that changed, whatever happened to the programs in it', async () => {
    await shelve();
    await writePage('casussen/sla', 'Een tekst<script>nieuw()</script>', '<head></head>');
    await (await openShelf(root)).publish(dir);
    expect(await readList()).not.toContain('sindsdien');
    await writePage('casussen/sla', 'Een andere tekst');
    await (await openShelf(root)).publish(dir);
    expect(await readList()).toContain('De tekst is sindsdien veranderd.');
  });

  it('leave the site with the page they were made of', async () => {
    await shelve();
    await (await openShelf(root)).publish(dir);
    await rm(path.join(dir, 'casussen'), { recursive: true });
    await (await openShelf(root)).publish(dir);
    expect(existsSync(path.join(dir, 'pdf/casus-sla.pdf'))).toBe(false);
    expect(await readList()).toContain('Er zijn nog geen PDF’s gemaakt.');
  });

  it('are forgotten when nobody asks for them any more', async () => {
    await shelve();
    const shelf = await openShelf(root);
    shelf.keepOnly(new Set());
    await shelf.save();
    expect((await openShelf(root)).list()).toEqual([]);
    expect(existsSync(path.join(root, '.cache/pdf/d1.pdf'))).toBe(false);
  });

  it('are made again when their record is damaged or their file is gone', async () => {
    await shelve();
    await rm(path.join(root, '.cache/pdf/d1.pdf'));
    expect((await openShelf(root)).list()).toEqual([]);
    await shelve();
    await writeFile(path.join(root, '.cache/pdf/made.json'), '[{');
    expect((await openShelf(root)).list()).toEqual([]);
  });

  it('send the same list to who takes it zipped', async () => {
    const zipped = path.join(dir, 'pdf/index.html.gz');
    await writeFile(zipped, 'old');
    await shelve();
    await (await openShelf(root)).publish(dir);
    const { gunzipSync } = await import('node:zlib');
    expect(gunzipSync(await readFile(zipped)).toString()).toBe(await readList());
  });
});
