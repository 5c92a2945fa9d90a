import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { makePdfs, type Progress } from '../../scripts/make-pdfs.ts';
import type { MadePdf } from '../../scripts/made-pdf.ts';
import { listPlans } from '../../scripts/pdf-documents.ts';
import type { PdfPlan } from '../../scripts/pdf-plan.ts';
import type { Shelf } from '../../scripts/pdf-shelf.ts';
import { openPrinter, type Printer } from '../../scripts/printer.ts';
import { handbook } from '../../src/handbook.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { pdfTools, type Raster } from '../pdf-tools.ts';

const dir = path.resolve(import.meta.dirname, '../../dist');

/** A shelf in memory: what is on it is looked at, and nothing is written. */
function createShelf(): Shelf & { bytes: Map<string, Uint8Array> } {
  const made = new Map<string, MadePdf>();
  const bytes = new Map<string, Uint8Array>();
  return {
    bytes,
    list: () => [...made.values()],
    find: (wanted) => made.get(wanted),
    put: (pdf, content) => {
      made.set(pdf.path, pdf);
      bytes.set(pdf.path, content);
      return Promise.resolve();
    },
    save: () => Promise.resolve(),
    keepOnly: () => undefined,
    publish: () => Promise.resolve(),
  };
}

let printer: Printer;
let plans: PdfPlan[];
test.beforeAll(async () => {
  printer = await openPrinter(dir);
  plans = await listPlans(dir, handbook);
});
test.afterAll(() => printer.close());

async function make(paths: readonly string[], shelf = createShelf()) {
  const outcomes: Progress['outcome'][] = [];
  await makePdfs(
    plans.filter((plan) => paths.includes(plan.path)),
    {
      dir,
      shelf,
      openPrinter: () => Promise.resolve({ ...printer, close: () => Promise.resolve() }),
      made: 'test',
      author: handbook.name,
      address: handbook.address,
      backs: { dx: 0, dy: 0 },
      say: ({ outcome }) => outcomes.push(outcome),
    },
  );
  const get = (wanted: string) => {
    const found = shelf.bytes.get(wanted);
    if (!found) throw new Error(`${wanted} was not made.`);
    return found;
  };
  return { outcomes, shelf, get };
}

test('a whole case is a book: contents with true page numbers, links that stay inside, tags and outline', async () => {
  const { get } = await make(['/pdf/casus-sla.pdf']);
  const bytes = get('/pdf/casus-sla.pdf');
  const { pages, places, outside } = await readPdf(bytes);

  const info = pdfTools.info(bytes);
  expect(info.get('Title')).toContain('Service Level Agreement');
  expect(info.get('Tagged')).toBe('yes');
  expect(info.get('Page size')).toBe('595.276 x 841.89 pts (A4)');
  expect(info.get('CreationDate')).toContain('Nov 23 00:00:00 2026');
  expect(pdfTools.check(bytes)).toContain('No syntax or stream encoding errors');
  const fonts = pdfTools.fonts(bytes);
  expect(fonts.length).toBeGreaterThan(3);
  expect(fonts.filter(({ kind, embedded }) => kind === 'Type 3' || !embedded)).toEqual([]);
  expect(pdfTools.outline(bytes)).toEqual(expect.arrayContaining(['Inhoud', 'Onder de waterlijn']));

  // Every line of the contents names the page its heading is really on, as the foot of that page has it.
  const texts = Array.from({ length: pages }, (_none, index) => pdfTools.text(bytes, index + 1));
  const rows = listRows(pdfTools.text(bytes, 2, '-layout'));
  expect(rows.length).toBeGreaterThan(15);
  for (const { title, page } of rows) {
    expect(toPlain(texts[page - 1] ?? ''), `${title} on page ${String(page)}`).toContain(
      toPlain(title),
    );
    expect((texts[page - 1] ?? '').trim().split('\n').at(-1)).toBe(String(page));
  }
  expect(places.size).toBeGreaterThan(15);

  // What is in the PDF is not looked for outside it, and nothing leads to this machine.
  expect(outside.filter((address) => address.includes('/casussen/sla/'))).toEqual([]);
  expect(outside.filter((address) => address.includes('127.0.0.1'))).toEqual([]);
  expect(outside.length).toBeGreaterThan(0);
});

test('nothing is made twice, and made again it is the same file', async () => {
  const wanted = ['/pdf/deelnemers-sla.pdf', '/en/pdf/calibration-a4.pdf'];
  const first = await make(wanted);
  expect(first.outcomes).toEqual(['made', 'made']);
  expect((await make(wanted, first.shelf)).outcomes).toEqual(['unchanged', 'unchanged']);
  const again = await make(wanted);
  for (const each of wanted) expect(toSha(again.get(each))).toBe(toSha(first.get(each)));
});

test('the paper for participants holds nothing that is for the facilitator', async () => {
  const { get } = await make(['/pdf/deelnemers-sla.pdf', '/pdf/blad-sla.pdf']);
  const [handOut, sheet] = [get('/pdf/deelnemers-sla.pdf'), get('/pdf/blad-sla.pdf')];
  const text = toPlain(pdfTools.text(handOut));
  expect(text).toContain('check-in');
  expect(pdfTools.info(sheet).get('Pages')).toBe('1');
  // The data of the session plan say which sentences are whose: what is on the one sheet only may not be on the other.
  const data = JSON.parse(await readFile(path.join(dir, 'draaiboeken/sla.json'), 'utf8')) as {
    rows: { ask?: string; room?: string; source?: string }[];
  };
  const secrets = data.rows.flatMap(({ ask }) => ask ?? []);
  expect(secrets.length).toBeGreaterThan(5);
  expect(secrets.filter((secret) => text.includes(toPlain(secret)))).toEqual([]);
  expect(text).not.toContain('begeleider');
  for (const address of (await readPdf(handOut)).outside) expect(address).not.toContain('/blad/');
});

test('the lines of the calibration sheet lie behind the zeros of its rulers, and its measure is 100 mm', async () => {
  const { get } = await make(['/pdf/ijkblad-a4.pdf', '/pdf/ijkblad-letter.pdf']);
  for (const [file, size] of [
    ['/pdf/ijkblad-a4.pdf', '595.276 x 841.89 pts (A4)'],
    ['/pdf/ijkblad-letter.pdf', '612 x 792 pts (letter)'],
  ] as const) {
    const bytes = get(file);
    expect(pdfTools.info(bytes).get('Page size')).toBe(size);
    expect(pdfTools.info(bytes).get('Pages')).toBe('2');
    const [front, back] = [1, 2].map((page) => pdfTools.raster(bytes, page, 600));
    if (!front || !back) throw new Error('There are two sides.');
    // Turned over the long edge, the left of the back is the right of the front.
    const width = toMillimetres(front.width);
    const [line, zero] = [front, back].map((side) => findLine(side, 'upright', 0.52));
    expect(Math.abs((line ?? 0) - (width - (zero ?? 0)))).toBeLessThan(0.1);
    const [level, nought] = [front, back].map((side) => findLine(side, 'level', 0.7));
    expect(Math.abs((level ?? 0) - (nought ?? 0))).toBeLessThan(0.1);
    expect(Math.abs(findLongest(front, toMillimetres(front.height) - 24) - 100)).toBeLessThan(0.15);
  }
});

test('a deck lies front to back within 0.1 mm, and the print shop gets its bleed', async () => {
  const wanted = ['/pdf/kaarten-steps-duplex-a4.pdf', '/pdf/kaarten-steps-shop.pdf'] as const;
  const { get } = await make(wanted);
  const [deck, shop] = wanted.map(get);
  if (!deck || !shop) throw new Error('Both were made.');
  expect(pdfTools.info(deck).get('Page size')).toBe('595.276 x 841.89 pts (A4)');
  expect(pdfTools.info(shop).get('Page size')).toBe('314.646 x 436.535 pts');
  for (const bytes of [deck, shop]) {
    expect(pdfTools.info(bytes).get('Tagged')).toBe('yes');
    expect(pdfTools.check(bytes)).toContain('No syntax or stream encoding errors');
    expect(
      pdfTools.fonts(bytes).filter(({ kind, embedded }) => kind === 'Type 3' || !embedded),
    ).toEqual([]);
    expect(pdfTools.outline(bytes)).toContain('Zoek de nee');
    expect(bytes.length).toBeLessThan(300_000);
  }
  // The line on each card begins as far from its edge on the front as on its back, mirrored.
  const [front, back] = [1, 2].map((page) => pdfTools.raster(deck, page, 600));
  if (!front || !back) throw new Error('There are two sides.');
  const width = toMillimetres(front.width);
  for (const row of [0, 1])
    for (const column of [0, 1]) {
      const [onFront, onBack] = [findRule(front, column, row), findRule(back, 1 - column, row)];
      expect(Math.abs(onFront.from - (width - onBack.to))).toBeLessThan(0.1);
      expect(Math.abs(onFront.to - (width - onBack.from))).toBeLessThan(0.1);
    }
});

test('every code on paper is read at 150 dots per inch, and is the one that stands beside it in words', async () => {
  const { get } = await make(['/pdf/kaarten-steps-duplex-a4.pdf']);
  const deck = get('/pdf/kaarten-steps-duplex-a4.pdf');
  const scanned = new Set<string>();
  for (let page = 1; page <= Number(pdfTools.info(deck).get('Pages')); page += 1)
    for (const quarter of toQuarters(pdfTools.raster(deck, page, 150))) {
      const found = scan(quarter);
      if (found !== undefined) scanned.add(new URL(found).pathname);
    }
  const written = pdfTools.text(deck).matchAll(/\/s\/\d+/g);
  expect([...scanned].sort()).toEqual(
    [...new Set([...written].map(([path]) => `${path}/`))].sort(),
  );
  expect(scanned.size).toBe(5);
  for (const each of scanned)
    expect(await readFile(path.join(dir, each, 'index.html'), 'utf8')).toContain('<h1');
});

test('a text that is not translated has no PDF in the other language, and the whole has one in each', () => {
  const kinds = (language: string) =>
    plans.filter((plan) => plan.language === language).map(({ kind }) => kind);
  expect(kinds('nl')).toEqual(kinds('en'));
  expect(kinds('nl').filter((kind) => kind === 'handbook')).toHaveLength(1);
  expect(new Set(plans.map((plan) => plan.path)).size).toBe(plans.length);
});

/** The four cards of a side, as pictures in colour: a decoder wants those. */
function toQuarters({ width, height, points }: Raster) {
  const [half, middle] = [Math.floor(width / 2), Math.floor(height / 2)];
  return [0, 1, 2, 3].map((quarter) => {
    const data = new Uint8Array(half * middle * 4).fill(255);
    for (let y = 0; y < middle; y += 1)
      for (let x = 0; x < half; x += 1) {
        const from = (y + (quarter > 1 ? middle : 0)) * width + x + (quarter % 2) * half;
        data.fill(points[from] ?? 255, (y * half + x) * 4, (y * half + x) * 4 + 3);
      }
    return { width: half, height: middle, data };
  });
}

/** What a QR code in a picture says; nothing when there is none. */
function scan(picture: Parameters<typeof decodeQR>[0]): string | undefined {
  try {
    return decodeQR(picture);
  } catch {
    return undefined;
  }
}

/** Lines of the contents, as they stand on the page. */
const listRows = (contents: string): { title: string; page: number }[] =>
  contents.split('\n').flatMap((line) => {
    const [, title, page] = /^\s*(\S.*?)\s{2,}(\d+)\s*$/.exec(line) ?? [];
    return title === undefined ? [] : [{ title, page: Number(page) }];
  });

const toPlain = (text: string): string =>
  text.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const toSha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const toMillimetres = (points: number): number => (points * 25.4) / 600;
const toPoints = (millimetres: number): number => Math.round((millimetres * 600) / 25.4);

/** Where the longest line in the middle of a sheet is, around a part of its height, in millimetres. */
function findLine(
  { width, height, points }: Raster,
  lies: 'upright' | 'level',
  part: number,
): number {
  const reach = toPoints(5.5);
  const [middleX, middleY] = [Math.round(width / 2), Math.round(height * part)];
  const around = Array.from({ length: 2 * reach }, (_none, at) => at - reach);
  const isDark = (x: number, y: number) => (points[y * width + x] ?? 255) < 160;
  const weigh = (off: number) =>
    around.filter((along) =>
      lies === 'upright'
        ? isDark(middleX + off, middleY + along)
        : isDark(middleX + along, middleY + off),
    ).length;
  const dark = around.filter((off) => weigh(off) > 0.98 * around.length);
  const middle = ((dark[0] ?? 0) + (dark.at(-1) ?? 0) + 1) / 2;
  return toMillimetres(middle + (lies === 'upright' ? middleX : middleY));
}

/** How long the longest dark line is on about this height, in millimetres. */
function findLongest({ width, points }: Raster, height: number): number {
  let longest = 0;
  for (let y = toPoints(height - 0.3); y < toPoints(height + 0.3); y += 1) {
    let run = 0;
    for (let x = 0; x < width; x += 1) {
      run = (points[y * width + x] ?? 255) < 128 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return toMillimetres(longest);
}

/** Where the longest level line of a quarter of a sheet begins and ends, in millimetres. */
function findRule(
  { width, height, points }: Raster,
  column: number,
  row: number,
): { from: number; to: number } {
  const edge = toPoints(5);
  let best = { from: 0, to: 0 };
  for (let y = Math.round((row * height) / 2) + edge; y < ((row + 1) * height) / 2 - edge; y += 1) {
    let from = Math.round((column * width) / 2) + edge;
    for (let x = from; x < ((column + 1) * width) / 2 - edge; x += 1) {
      if ((points[y * width + x] ?? 255) >= 128) from = x + 1;
      else if (x + 1 - from > best.to - best.from) best = { from, to: x + 1 };
    }
  }
  return { from: toMillimetres(best.from), to: toMillimetres(best.to) };
}
