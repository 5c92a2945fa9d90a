import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Download, type Page } from '@playwright/test';
import { toPath } from '../../src/model/address.ts';
import { toStepCode } from '../../src/model/plan-code.ts';

const path = toPath({ kind: 'own-guide' }, 'nl');
const sla = (step: string) => `sla.${toStepCode(step)}`;
const four = `1.Samen-verder_check-in.20_-15_${sla('op-voeten')}_.Lunch.30`;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const titles = (page: Page): Promise<string[]> =>
  page.locator('[data-rows] [data-title]').allTextContents();
const clocks = (page: Page): Promise<string[]> =>
  page.locator('[data-rows] [data-clock]').allTextContents();
const open = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`${path}${query}`);
  await expect(page.locator('own-plan')).toBeVisible();
};

/** The name of a button of a row: what it does, and to what. */
const named = (act: string, title: string): RegExp => new RegExp(`^${act} ?: ${title}$`);

/** Goes on with Tab until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 80; turn += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? (element.labels?.[0]?.textContent ?? '')
        : (element?.textContent ?? '');
    });
    if (name.test(text.replaceAll(/\s+/g, ' ').trim())) return;
  }
  throw new Error(`Nothing named ${String(name)} can be reached with Tab.`);
}

test('a plan of four rows is built and put in another order with the keyboard alone', async ({
  page,
}) => {
  await open(page);
  for (const name of [named('Voeg toe', 'Zoek de nee'), named('Voeg toe', 'Check-in')]) {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => titles(page)).toEqual(['Zoek de nee', 'Check-in']);
  await tabTo(page, /Een stap uit een casus/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-case] option')).not.toHaveCount(1);
  await tabTo(page, /^Casus$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-step-list] li').first()).toBeVisible();
  await tabTo(page, /^Voeg toe ?: /);
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toHaveLength(3);
  await tabTo(page, /Een pauze, of iets van jezelf/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Pauze$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toHaveLength(4);

  // The check-in first: with its button, then back and up again with Alt and an arrow.
  const order = await titles(page);
  const up = page.getByRole('button', { name: named('Omhoog', 'Check-in') });
  await tabTo(page, named('Omhoog', 'Check-in'));
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await titles(page)).indexOf('Check-in'))
    .toBe(order.indexOf('Check-in') - 1);
  await expect(up).toBeFocused();
  await expect(page.locator('[data-said]')).toHaveText(/‘Check-in’ staat nu op plaats 1 van/);
  await page.keyboard.press('Alt+ArrowDown');
  expect(await titles(page)).toEqual(order);
  await expect(up).toBeFocused();
  await expect(page.locator('[data-said]')).toHaveText(/plaats 2 van .*, om 09:\d\d\./);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('[data-said]')).toHaveText(/blijft op plaats 1/);
  await expect(up).toBeFocused();
});

test('the times follow the start, the minutes, the people and the order', async ({ page }) => {
  await open(page, `?p=${four}`);
  expect(await clocks(page)).toEqual(['09:30', '09:50', '10:05', '10:40']);
  await page.getByLabel('Begin om').fill('13:00');
  await expect.poll(() => clocks(page)).toEqual(['13:00', '13:20', '13:35', '14:10']);
  await page.getByRole('button', { name: named('5 minuten langer', 'Check-in') }).click();
  await expect.poll(() => clocks(page)).toEqual(['13:00', '13:25', '13:40', '14:15']);
  await page.getByRole('button', { name: named('Omlaag', 'Check-in') }).click();
  await expect.poll(() => clocks(page)).toEqual(['13:00', '13:15', '13:40', '14:15']);
  await expect(page.locator('[data-done]')).toHaveText('Klaar om 14:45.');
  await page.getByLabel('Hoeveel minuten heb je?').fill('95');
  await page.getByLabel('Hoeveel minuten heb je?').blur();
  await expect(page.locator('[data-done]')).toHaveText('Klaar om 14:35.');
  expect(new URL(page.url()).searchParams.get('time')).toBe('95');
  await page.getByLabel('Aantal mensen').fill('3');
  await page.getByLabel('Aantal mensen').blur();
  await expect(page.locator('[data-hints]').filter({ hasText: 'Jullie zijn met 3' })).toHaveCount(
    1,
  );
});

test('minutes follow the people where a practice says so', async ({ page }) => {
  await open(page, '?p=1_check-in&people=12');
  await expect(page.locator('[data-done]')).toHaveText('Klaar om 10:00.');
  await page.getByLabel('Aantal mensen').fill('8');
  await page.getByLabel('Aantal mensen').blur();
  await expect(page.locator('[data-done]')).toHaveText('Klaar om 09:52.');
});

const inNewBrowser = async (browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('own-plan')).toBeVisible();
  return page;
};

test('a link gives the same plan in another browser, and twelve rows stay under 400 characters', async ({
  page,
  browser,
}) => {
  await open(page);
  await page.getByText('Een stap uit een casus', { exact: true }).click();
  await page.getByLabel('Casus', { exact: true }).selectOption('sla');
  await page.getByRole('button', { name: 'Voeg alle stappen toe' }).click();
  await expect.poll(() => titles(page)).toHaveLength(14);
  expect(page.url().length).toBeLessThanOrEqual(400);
  await page
    .getByRole('button', { name: /^5 minuten korter/ })
    .nth(3)
    .click();
  await page.getByLabel('Titel').fill('Één dag: samen & verder');
  await page.getByLabel('Datum').fill('2026-12-15');
  await page.getByLabel('Datum').blur();
  await expect(page.locator('[data-ahead]').first()).toHaveText(
    '17 november 2026, 4 weken van tevoren',
  );
  const other = await inNewBrowser(browser, page.url());
  for (const part of ['[data-rows]', '.sums', '[data-bring]'])
    expect(await other.locator(part).innerText()).toBe(await page.locator(part).innerText());
  await expect(other.getByLabel('Titel')).toHaveValue('Één dag: samen & verder');
  await other.context().close();
});

test('a link of somebody else leaves the reader’s own plan alone until it is taken over', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: named('Voeg toe', 'Debat') }).click();
  await expect.poll(() => titles(page)).toEqual(['Debat']);
  await open(page, `?p=${four}`);
  await expect(page.getByText('Dit draaiboek komt uit een link.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Omhoog/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Terug naar mijn eigen draaiboek' }).click();
  await expect.poll(() => titles(page)).toEqual(['Debat']);
  await open(page, `?p=${four}`);
  await page.getByRole('button', { name: 'Neem dit over' }).click();
  await expect(page.getByRole('button', { name: /^Omhoog/ })).toHaveCount(4);
  await open(page);
  await expect.poll(() => titles(page)).toHaveLength(4);
});

test('a link that cannot be read says what, and shows the rest', async ({ page }) => {
  await open(page, `?p=1_check-in_weg_<img src=x onerror=alert(1)>_debat_sla.bbbb`);
  await expect(page.locator('[data-lost]')).toContainText('‘weg’: deze werkvorm is er niet.');
  await expect(page.locator('[data-lost]')).toContainText('‘<img src=x onerror=alert(1)>’');
  await expect(page.locator('[data-lost]')).toContainText('‘sla.bbbb’: deze stap is er niet');
  expect(await titles(page)).toEqual(['Check-in', 'Debat']);
  await open(page, '?p=9_check-in');
  await expect(page.locator('[data-lost]')).toContainText('andere versie');
});

test('nothing is lost on reload, nor without the address', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: named('Voeg toe', 'Debat') }).click();
  await page.getByText('Een pauze, of iets van jezelf').click();
  await page.getByLabel('Wat is het?').fill('Lunch & koffie');
  await page.getByRole('button', { name: 'Voeg dit toe' }).click();
  await expect.poll(() => titles(page)).toEqual(['Debat', 'Lunch & koffie']);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual(['Debat', 'Lunch & koffie']);
  await open(page);
  await expect.poll(() => titles(page)).toEqual(['Debat', 'Lunch & koffie']);
  expect(new URL(page.url()).search).toContain('p=1_debat');
  await page.getByRole('button', { name: named('Haal weg', 'Debat') }).click();
  await expect(
    page.getByRole('button', { name: named('Haal weg', 'Lunch & koffie') }),
  ).toBeFocused();
  await page.getByRole('button', { name: 'Zet terug' }).click();
  await expect.poll(() => titles(page)).toEqual(['Debat', 'Lunch & koffie']);
});

test('a row can be dragged, and Escape puts it back', async ({ page }) => {
  await open(page, '?p=1_-5_-6_-7');
  const grip = page.locator('[data-grip]').first();
  const last = page.locator('[data-rows] [data-id]').last();
  const drag = async (): Promise<void> => {
    await grip.scrollIntoViewIfNeeded();
    await grip.hover();
    await page.mouse.down();
    const box = await last.boundingBox();
    await page.mouse.move(200, (box?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.move(200, (box?.y ?? 0) + (box?.height ?? 0) - 4, { steps: 8 });
  };
  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('[data-said]')).toHaveText('Niet verplaatst.');
  expect(new URL(page.url()).searchParams.get('p')).toBe('1_-5_-6_-7');
  await drag();
  await page.mouse.up();
  await expect(page.locator('[data-said]')).toHaveText(/plaats 3 van 3/);
  expect(new URL(page.url()).searchParams.get('p')).toBe('1_-6_-7_-5');
});

test('a row where nothing may be written says so and offers nowhere to write', async ({ page }) => {
  await open(page, `?p=1_${sla('op-voeten')}`);
  await expect(page.locator('[data-notes]')).toHaveText('Niets opschrijven');
  await expect(page.locator('[data-rows] textarea, [data-rows] input[type=text]')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-lines]')).toBeHidden();
});

const read = async (download: Download): Promise<string> =>
  readFileSync(await download.path(), 'utf8');

test('a plan is taken along as Markdown, data and dates, and the data can be opened again', async ({
  page,
  browser,
}) => {
  await open(page, `?p=${four}&people=8`);
  const save = async (name: string): Promise<Download> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return download;
  };
  const markdown = await save('Tekst (Markdown)');
  expect(markdown.suggestedFilename()).toBe('samen-verder.md');
  expect(await read(markdown)).toMatch(/^# Samen verder\n\n09:30–11:10\. Met 8 mensen\./);

  await page.getByRole('button', { name: 'Agenda (.ics)' }).click();
  await expect(page.locator('[data-taken]')).toHaveText(/Kies eerst een datum/);
  await expect(page.getByLabel('Datum')).toBeFocused();
  await page.getByLabel('Datum').fill('2026-12-15');
  await page.getByLabel('Datum').blur();
  const calendar = await read(await save('Agenda (.ics)'));
  expect(calendar).toContain('DTSTART:20261215T093000\r\n');
  expect(calendar).toContain('SUMMARY:Samen verder\r\n');

  const data = await save('Gegevens (JSON)');
  const file = await data.path();
  const other = await inNewBrowser(browser, path);
  await other.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => titles(other)).toEqual(await titles(page));
  expect(new URL(other.url()).search).toBe(new URL(page.url()).search);
  await other.context().close();
});

test('the link is copied as it is shared', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `?p=${four}`);
  await page.getByRole('button', { name: 'Kopieer link' }).click();
  await expect(page.locator('[data-taken]')).toHaveText('Link gekopieerd');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a plan is kept among the favourites under its title, and found back there', async ({
  page,
}) => {
  await open(page, `?p=${four}`);
  await page.getByRole('button', { name: 'Bewaar bij je favorieten' }).click();
  await expect(page.locator('[data-taken]')).toHaveText('Bewaard bij je favorieten.');
  await page.goto(toPath({ kind: 'favourites' }, 'nl'));
  await page.getByRole('link', { name: 'Samen verder' }).click();
  await expect.poll(() => titles(page)).toHaveLength(4);
  await expect(page.getByLabel('Titel')).toHaveValue('Samen verder');
});

for (const [language, name, query] of [
  ['nl', 'empty', ''],
  [
    'nl',
    'filled',
    `?p=${four}_${sla('kennismaking')}_${sla('check-uit')}&people=3&date=2026-12-15&time=60`,
  ],
  ['en', 'filled', `?p=${four}_${sla('kennismaking')}_weg`],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page has no accessibility violations (${language}, ${name}, ${colorScheme})`, async ({
      browser,
    }) => {
      for (const width of [320, 1280]) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        page.on('pageerror', ({ message }) => errors.push(message));
        await page.goto(`${toPath({ kind: 'own-guide' }, language)}${query}`);
        await expect(page.locator('own-plan')).toBeVisible();
        for (const summary of await page.locator('own-plan summary:visible').all())
          if (!(await summary.evaluate((each) => each.parentElement?.hasAttribute('open'))))
            await summary.click();
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        expect(errors).toEqual([]);
        await context.close();
      }
    });
  }
}

test('without JavaScript the page says so and leads to the session plans', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator('main noscript p').first()).toContainText(
    'Een draaiboek maken werkt alleen met JavaScript.',
  );
  const links = page.locator('main noscript a');
  await expect(links.first()).toBeVisible();
  await expect(links.first()).toHaveAttribute('href', toPath({ kind: 'guides' }, 'nl'));
  await expect(page.locator('own-plan')).toBeHidden();
  await context.close();
});

test('on paper every row is there, with its clock, and nothing is cut off', async ({ page }) => {
  await open(page, `?p=${four}_${sla('kennismaking')}_${sla('check-uit')}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-print-title]')).toHaveText('Samen verder');
  await expect(page.locator('[data-picker], .edit:visible, .kop:visible')).toHaveCount(1);
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
  const outline = readOutline(pdf);
  for (const title of await titles(page))
    expect(outline.some((each) => each.includes(title))).toBe(true);
  for (const row of await page.locator('[data-rows] [data-id]').all()) {
    await expect(row).toBeVisible();
    expect(await row.evaluate((each) => each.scrollWidth <= each.clientWidth + 1)).toBe(true);
  }
});

/** The headings of a PDF, from its outline. */
const readOutline = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/Title\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g)].map(
    ([, plain, hex]) =>
      hex === undefined
        ? (plain ?? '').replaceAll(/\\(.)/g, '$1')
        : Buffer.from(hex, 'hex').subarray(2).swap16().toString('utf16le'),
  );

test('the page keeps to 30 kB, of which 16 kB script, and fetches no calendar before it is asked for', async ({
  page,
}) => {
  const { gzipSync } = await import('node:zlib');
  const weights: Promise<[string, number]>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['document', 'stylesheet', 'script'].includes(kind))
      weights.push(response.body().then((body) => [kind, gzipSync(body, { level: 9 }).length]));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const all = await Promise.all(weights);
  const sum = (kinds: string[]) =>
    all.filter(([kind]) => kinds.includes(kind)).reduce((total, [, weight]) => total + weight, 0);
  expect(sum(['script'])).toBeLessThanOrEqual(16_000);
  expect(sum(['script', 'document', 'stylesheet'])).toBeLessThanOrEqual(30_000);
});
