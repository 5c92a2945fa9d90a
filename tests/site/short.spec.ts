import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { readCardRegister } from '../../src/model/card-register-text.ts';
import { toPath } from '../../src/model/address.ts';
import { pastCards } from './card-past.ts';
import { test, type DiscussionSite } from './discussion-site.ts';

/** The register the site was built with stands beside it. */
const readRegister = async ({ dir }: DiscussionSite) =>
  readCardRegister(await readFile(path.join(dir, '../cards.yml'), 'utf8')).register;

async function toCardPath(site: DiscussionSite, card: keyof typeof pastCards): Promise<string> {
  const record = (await readRegister(site)).find(({ subject }) => subject === pastCards[card]);
  return toPath({ kind: 'short', id: record?.code ?? '?' }, 'nl');
}

const toVisible = (page: Page, kind: string) =>
  page.locator(`main ${kind}:visible`).allInnerTexts();

test('the version on paper decides what its page shows, without any script', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.address });
  const page = await context.newPage();
  const card = await toCardPath(site, 'changed');
  const reads = async (hash: string) => {
    await page.goto('about:blank');
    await page.goto(card + hash);
    return { sections: await toVisible(page, 'h2'), prints: await toVisible(page, 'ol li') };
  };

  const first = await reads('#nl1');
  expect(first.sections).toEqual(['Check-in']);
  expect(first.prints).toHaveLength(1);
  expect(first.prints[0]).toContain('ersie 1, van 10 januari 2026');
  expect(first.prints[0]).toContain('Nu is er versie 3, van 30 maart 2026.');
  expect(first.prints[0]).toContain('Gewijzigd: wat je doet en wat je zegt.');
  expect(first.prints[0]).toMatch(/Sinds die versie: \d nieuwe tegengeluiden en/);
  await expect(page.locator('ol li:visible a')).toHaveAttribute(
    'href',
    '/kaarten/casussen/sla/#kaart-check-in',
  );

  expect((await reads('#nl2')).prints.join()).toContain('Gewijzigd: wat je zegt.');

  const last = (await reads('#nl3')).prints.join();
  expect(last).toContain('Dit is de tekst van nu.');
  expect(last).not.toContain('Print');

  const english = await reads('#en2');
  expect(english.prints.join()).toContain('The new version has no number yet.');
  expect(english.prints.join()).toContain('Changed: the pitfall.');
  expect(await page.locator('section:visible').getAttribute('lang')).toBe('en');

  // Whoever typed the address sees every version, and a version nobody printed hides nothing.
  const all = await reads('');
  expect(all.sections).toHaveLength(2);
  expect(all.prints).toHaveLength(5);
  expect(await reads('#nl99')).toEqual(all);

  await page.goto(`${card}#nl1`);
  await page.getByRole('link', { name: 'Toon alle versies' }).click();
  await expect(page.locator('ol li:visible')).toHaveCount(3);
  await context.close();
});

test('what was said against a card stands on its page, and every stance leads to a form that knows the step', async ({
  page,
  site,
}) => {
  await page.goto(`${await toCardPath(site, 'changed')}#nl1`);
  const noes = page.locator('#nl ul li');
  await expect(noes.first()).toContainText('Wie als laatste spreekt');
  await expect(noes.first()).toContainText('Nodig om mee te gaan: Af en toe');
  const read = noes.first().getByRole('link');
  const href = `/casussen/sla/#stem-${site.ids['open-new'] ?? '?'}`;
  await expect(read).toHaveAttribute('href', href);

  // The server fills the form in from this address; the tests of the form look at that.
  for (const stance of ['insight', 'counterargument', 'recognition', 'confirmation'])
    await expect(
      page.locator(`#nl [href="/reageren/?subject=cases/sla%23check-in&stance=${stance}"]`),
    ).toBeVisible();
});

test('a card that is gone says so and leads to what is left, and a new one has no versions yet', async ({
  page,
  site,
}) => {
  const ways = {
    goneStep: '/casussen/sla/',
    goneCase: '/casussen/',
    gonePractice: '/werkvormen/',
  } as const;
  for (const card of Object.keys(ways) as (keyof typeof ways)[]) {
    await page.goto(`${await toCardPath(site, card)}#nl1`);
    await expect(page.locator('#nl h2')).toHaveText('Deze kaart is er niet meer');
    await expect(page.locator('#nl .ways a').first()).toHaveAttribute('href', ways[card]);
  }
  const known = new Set((await readRegister(site)).map(({ code }) => code));
  const [fresh] = (await readdir(path.join(site.dir, 's'))).filter((code) => !known.has(code));
  await page.goto(`/s/${fresh ?? '?'}/`);
  await expect(page.locator('#nl h2')).toHaveText('Debat');
  await expect(page.locator('#nl')).toContainText('Deze kaart is nieuw.');
});

test('a code with a slip in it leads to help, in every spelling of the address', async ({
  page,
  site,
}) => {
  const card = await toCardPath(site, 'changed');
  const slip = card.replace(/\d(?=\/$)/, (digit) => String((Number(digit) + 1) % 10));
  const missing = await page.goto(slip);
  expect(missing?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('Kijk nog eens naar de code');
  for (const typed of [card.slice(0, -1), card.toUpperCase(), card.slice(0, -1).toUpperCase()]) {
    await page.goto(typed);
    await expect(page).toHaveURL(card);
  }
});

test('every QR code of a deck is read as paper at 150 dots per inch shows it, and leads to its version', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 150 / 96,
  });
  const page = await context.newPage();
  await page.goto('/kaarten/casussen/sla/');
  const cards = await page.locator('.vindplaats').all();
  expect(cards.length).toBeGreaterThan(8);
  const links = [];
  for (const card of cards) {
    const qr = card.locator('.qr');
    const { data, info } = await sharp(await qr.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const url = new URL(decodeQR({ width: info.width, height: info.height, data }));
    const html = await readFile(path.join(site.dir, url.pathname, 'index.html'), 'utf8');
    expect(html).toContain(` id="${url.hash.slice(1)}"`);
    const words = await card.innerText();
    expect(words.replaceAll(/\s/g, '')).toContain(url.host + url.pathname.slice(0, -1));
    expect(words).toContain(`ersie ${url.hash.slice(3)} `);
    expect((await qr.boundingBox())?.width).toBeCloseTo((20 / 25.4) * 96, 0);
    links.push(url.pathname + url.hash);
  }
  expect(links).toContain(`${await toCardPath(site, 'changed')}#nl3`);
  await context.close();
});

test('the pages of cards are accessible in every state, on a small screen and in the dark', async ({
  browser,
  site,
}) => {
  const changed = await toCardPath(site, 'changed');
  const gone = await toCardPath(site, 'goneStep');
  const looks = { light: [changed, `${changed}#nl1`, gone], dark: [`${changed}#en2`] };
  for (const [colorScheme, states] of Object.entries(looks) as ['light' | 'dark', string[]][]) {
    const viewport = { width: 320, height: 640 };
    const context = await browser.newContext({ baseURL: site.address, colorScheme, viewport });
    for (const state of states) {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(state);
      const { violations } = await new AxeBuilder({ page })
        .withTags([
          'wcag2a',
          'wcag2aa',
          'wcag21a',
          'wcag21aa',
          'wcag22a',
          'wcag22aa',
          'best-practice',
        ])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(errors).toEqual([]);
      await page.close();
    }
    await context.close();
  }
});

test('every code ever recorded has a page, which is light, and known to no search engine', async ({
  site,
}) => {
  const sitemap = await readFile(path.join(site.dir, 'sitemap.xml'), 'utf8');
  expect(sitemap).not.toContain('/s/');
  for (const { code, subject } of await readRegister(site)) {
    const html = await readFile(path.join(site.dir, 's', code, 'index.html'), 'utf8');
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
    const files = await Promise.all(
      sheets.map(([, href = '']) => readFile(path.join(site.dir, href))),
    );
    const weight = [Buffer.from(html), ...files].reduce(
      (sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length,
      0,
    );
    expect(weight, subject).toBeLessThan(15_000);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toMatch(/<script src|<script type="module"/);
  }
});
