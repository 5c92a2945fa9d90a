import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { checkFit, type FitProblem, type FitRules } from '../src/print/check-fit.ts';
import { readPdf, type PdfFacts } from '../src/print/read-pdf.ts';
import { unrollPatterns } from '../src/print/unroll-patterns.ts';
import { createSite } from '../src/server.ts';
import { toLaunchOptions } from '../tests/browser.ts';

/** Prints documents with one browser, which sees the files of the site at an address on this machine. */
export interface Printer {
  print: (html: string, options?: PrintOptions) => Promise<Printed>;
  /** The address links of the site have in what was printed. */
  address: string;
  close: () => Promise<void>;
}

export interface PrintOptions {
  /** Whether it has contents that want page numbers. */
  contents?: boolean;
  /** What its cards must keep to; one that does not is not printed. */
  fit?: FitRules | undefined;
}

/** Cards on which something would not come out well. */
export class FitError extends Error {}

export interface Printed extends PdfFacts {
  bytes: Uint8Array;
}

/** Where a document stands while it is printed; no page of the site has such a name. */
const place = '/~print/';

/** Starts the browser and lets it see the site in `dir`. */
export async function openPrinter(dir: string): Promise<Printer> {
  let shown = '';
  const site = createSite({
    dir,
    handlers: [
      (request, response) => {
        if (request.url !== place) return Promise.resolve(false);
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(shown);
        return Promise.resolve(true);
      },
    ],
  });
  const server = createServer(site);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch(toLaunchOptions()).catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    address,
    print: async (html, options = {}) => {
      shown = html;
      return printOnce(browser, address, options);
    },
    close: async () => {
      await browser.close();
      await closeServer(server);
    },
  };
}

async function printOnce(
  browser: Browser,
  address: string,
  { contents = false, fit }: PrintOptions,
): Promise<Printed> {
  // What stands on paper needs no program; without them a page is the same every time.
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address + place, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    if (fit) refuseMisfits(await page.evaluate(checkFit, fit));
    await page.evaluate(unrollPatterns);
    if (contents) return await printWithContents(page);
    return fit ? await printFine(page) : await toPdf(page);
  } finally {
    await context.close();
  }
}

function refuseMisfits(problems: readonly FitProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(
    ({ card, part, problem }) => `  ${card} ${part}: ${toSentence(problem)}`,
  );
  throw new FitError(['Some cards do not fit on paper:', ...lines].join('\n'));
}

function toSentence(problem: FitProblem['problem']): string {
  switch (problem.kind) {
    case 'overflow':
      return `its text is ${problem.by.toFixed(1)} mm too long`;
    case 'edge':
      return `“${problem.text}” is ${problem.distance.toFixed(1)} mm from the edge`;
    case 'small':
      return `“${problem.text}” is ${problem.size.toFixed(1)} pt small`;
  }
}

/** Page numbers are known after printing; filling them in may move something, so it goes on until nothing moves. */
async function printWithContents(page: Page): Promise<Printed> {
  await page.evaluate(dropUnseen);
  let printed = await toPdf(page);
  for (let round = 0; round < mostRounds; round++) {
    await page.evaluate(fillNumbers, Object.fromEntries(printed.places));
    const next = await toPdf(page);
    if (isSame(printed.places, next.places)) return next;
    printed = next;
  }
  throw new Error('The page numbers in the contents do not come to rest.');
}

const mostRounds = 4;

const isSame = (a: PdfFacts['places'], b: PdfFacts['places']): boolean =>
  a.size === b.size && [...a].every(([name, number]) => b.get(name) === number);

/**
 * Prints at a fourth of a page that is four times as large. The browser puts lines on whole pixels, a quarter of a
 * millimetre each; so a front and its back would not lie behind each other.
 */
async function printFine(page: Page): Promise<Printed> {
  await page.evaluate((times) => {
    document.documentElement.style.setProperty('zoom', String(times));
  }, finer);
  return toPdf(page, 1 / finer);
}

const finer = 4;

async function toPdf(page: Page, scale = 1): Promise<Printed> {
  const bytes = await page.pdf({
    scale,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    // Without tags the browser writes no outline.
    outline: true,
  });
  return { bytes, ...(await readPdf(bytes)) };
}

/** In the page: contents that lead to what is not printed are no contents. */
function dropUnseen(): void {
  for (const number of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const target = document.getElementById(number.dataset['pageOf'] ?? '');
    if (!target || target.getClientRects().length === 0) number.closest('li')?.remove();
  }
}

/** In the page: the number of the page each line of the contents leads to. */
function fillNumbers(numbers: Record<string, number>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]'))
    place.textContent = String(numbers[place.dataset['pageOf'] ?? ''] ?? '');
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
