import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { toPath, tools, type Tool } from '../../src/model/address.ts';
import { languages, type Language } from '../../src/model/language.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const hostile = '<img src=x onerror="document.title=\'hacked\'"> **vet** [x](javascript:alert(1))';

const toTool = (id: Tool, language: Language = 'nl') => toPath({ kind: 'tool', id }, language);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
  await expectNoSidewaysScroll(page);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.locator('html').evaluate((html) => html.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** Presses a button as a reader with a keyboard does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

const topics = (page: Page) => page.getByRole('list', { name: 'Onderwerpen' }).locator('.text');

async function toFirstVote(page: Page, proposals: readonly string[]): Promise<void> {
  await page.goto(toTool('decide'));
  await press(page, 'Ga door: zoek de nee');
  await press(page, 'Niemand heeft iets nieuws');
  for (const proposal of proposals) await type(page, 'Voorstel erbij', proposal);
}

test('a group decides by keyboard only, and takes the outcome along without names', async ({
  page,
}) => {
  await page.goto(toTool('decide'));
  await page.getByLabel('De vraag in het midden').focus();
  await page.keyboard.insertText('Waar beginnen we?');
  await type(page, 'Onderwerp erbij', 'Vertrouwen');
  await type(page, 'Onderwerp erbij', 'Tempo');
  await expect(page.getByLabel('Onderwerp erbij')).toBeFocused();
  await press(page, 'Omhoog Tempo');
  await expect(topics(page)).toHaveText(['Tempo', 'Vertrouwen']);
  await expect(page.getByRole('button', { name: 'Omlaag Tempo' })).toBeFocused();
  await press(page, 'Ga door: zoek de nee');
  await expect(heading(page, 'Zoek de nee')).toBeFocused();
  await press(page, 'Er is een nieuwe nee');
  await expect(heading(page, 'Verspreid de nee')).toBeFocused();
  await press(page, 'Meer mensen herkennen dit');
  await press(page, 'Niemand heeft iets nieuws');
  await press(page, 'Maak voorstellen van de onderwerpen');
  await page.getByRole('group', { name: 'Tempo' }).getByLabel('Stemmen').fill('5');
  await page.getByRole('group', { name: 'Vertrouwen' }).getByLabel('Stemmen').fill('2');
  await expect(page.getByText('‘Tempo’ heeft 5 van de 7 stemmen')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Dit is een duidelijke meerderheid');
  await expect(heading(page, 'Wat heb je nodig om mee te gaan?')).toBeFocused();
  await type(page, 'Toevoeging erbij', 'Na de pauze kijken we of het klopt');
  await expectAccessible(page);
  await press(page, 'Vraag of iedereen mee kan');
  await page.getByRole('group', { name: 'Kan mee' }).getByLabel('Stemmen').fill('6');
  await expect(page.getByRole('button', { name: 'Iedereen kan mee' })).toBeHidden();
  await page.getByRole('group', { name: 'Kan mee' }).getByLabel('Stemmen').fill('7');
  await press(page, 'Iedereen kan mee: het besluit ligt er');
  await expect(heading(page, 'Het besluit')).toBeFocused();
  await expectAccessible(page);

  const downloading = page.waitForEvent('download');
  await press(page, 'Sla op als bestand');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('onderstroom-decide.md');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('De vraag: Waar beginnen we?');
  expect(text).toContain('## Besluit\n\nTempo');
  expect(text).toContain('1. Na de pauze kijken we of het klopt');
  expect(text).toContain('Kan iedereen mee: iedereen kan mee');
});

test('what a group made stays after a reload, and starting over can be undone', async ({
  page,
}) => {
  await page.goto(toTool('explore'));
  await type(page, 'Onderwerp erbij', 'Vertrouwen');
  await press(page, 'Ga door: zoek de nee');
  await page.reload();
  await expect(heading(page, 'Zoek de nee')).toBeVisible();
  await expect(topics(page)).toHaveText(['Vertrouwen']);
  await press(page, 'Begin opnieuw');
  await expect(topics(page)).toHaveCount(0);
  await expect(heading(page, 'Alle invalshoeken')).toBeFocused();
  await press(page, 'Maak ongedaan');
  await expect(topics(page)).toHaveText(['Vertrouwen']);
  await expect(heading(page, 'Zoek de nee')).toBeVisible();
});

test('the list of exploring can be taken over for deciding', async ({ page }) => {
  await page.goto(toTool('explore'));
  await type(page, 'Onderwerp erbij', 'Vertrouwen');
  await press(page, 'Ga door: zoek de nee');
  await press(page, 'Niemand heeft iets nieuws');
  await expect(heading(page, 'Jullie lijst')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Neem deze lijst mee naar Besluiten' }).click();
  await press(page, 'Neem de lijst van Verkennen over');
  await expect(topics(page)).toHaveText(['Vertrouwen']);
});

test('votes that follow the sides are called divided, whatever the sizes', async ({ page }) => {
  await toFirstVote(page, ['A', 'B']);
  await page.getByLabel(/twee kanten/).check();
  await page.getByRole('group', { name: 'A', exact: true }).getByLabel('Kant 1').fill('40');
  await page.getByRole('group', { name: 'B', exact: true }).getByLabel('Kant 2').fill('1');
  await expect(page.getByText('Dat geldt als verdeeld')).toBeVisible();
  await expect(page.getByRole('button', { name: /meerderheid$/ })).toBeHidden();
  await expectAccessible(page);
  await press(page, 'We zijn verdeeld');
  await expect(heading(page, 'Verdeeld: een kort pleidooi')).toBeFocused();
});

test('three votes without a result give a hint that neither forces nor blocks', async ({
  page,
}) => {
  await toFirstVote(page, ['A', 'B']);
  const hint = page.getByText('Drie keer zonder uitkomst');
  for (let round = 1; round <= 3; round += 1) {
    await expect(hint).toBeHidden();
    for (const name of ['A', 'B'])
      await page.getByRole('group', { name, exact: true }).getByLabel('Stemmen').fill('3');
    await press(page, 'We zijn verdeeld');
    if (round < 3) await press(page, 'Stem opnieuw');
  }
  await expect(hint).toBeVisible();
  await press(page, 'Stem opnieuw');
  await page.getByRole('group', { name: 'A', exact: true }).getByLabel('Stemmen').fill('6');
  await press(page, 'Iedereen is voor');
  await expect(heading(page, 'Het besluit')).toBeFocused();
});

test('step 5 has no field to write in, and leaves nothing behind', async ({ page }) => {
  await page.goto(toTool('decide'));
  await type(page, 'Onderwerp erbij', 'Vertrouwen');
  await press(page, /Ga onder de waterlijn/);
  await expect(heading(page, 'Onder de waterlijn')).toBeFocused();
  await expect(page.locator('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.locator('main').locator('input:visible, textarea:visible')).toHaveCount(0);
  await expect(page.locator('[data-notes=none]').locator('input, textarea')).toHaveCount(0);
  await expect(page.locator('[data-notes=none] [contenteditable]')).toHaveCount(0);
  await expectAccessible(page);
  await press(page, /Naar boven/);
  await expect(heading(page, 'Alle invalshoeken')).toBeFocused();
  await expect(topics(page)).toHaveText(['Vertrouwen']);
});

test('what is typed stays text, on the page, after a reload and in the file', async ({ page }) => {
  const title = `Besluiten – Onderstroom`;
  await toFirstVote(page, [hostile]);
  await page.reload();
  await expect(page.getByRole('list', { name: 'De voorstellen' }).locator('.text')).toHaveText([
    hostile,
  ]);
  await page.getByRole('group', { name: hostile }).getByLabel('Stemmen').fill('3');
  await press(page, 'Iedereen is voor');
  await expect(page.locator('.outcome [data-decision]')).toHaveText(hostile);
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page).toHaveTitle(title);
  const downloading = page.waitForEvent('download');
  await press(page, 'Sla op als bestand');
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).not.toMatch(/(?<!\\)[<*[]/);
});

test('a record that cannot be read is put aside, never written over', async ({ page }) => {
  await page.goto(toTool('explore'));
  await page.evaluate(() => {
    localStorage.setItem(
      'onderstroom:explore',
      '{"schema":"explore","version":1,"value":{"at":1}}',
    );
  });
  await page.reload();
  await expect(page.getByText('Een eerdere lijst was niet te lezen.')).toBeVisible();
  await expectAccessible(page);
  await type(page, 'Onderwerp erbij', 'Nieuw');
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).map((key) => localStorage.getItem(key)),
  );
  expect(kept).toContain('{"schema":"explore","version":1,"value":{"at":1}}');
});

test('where nothing can be kept the tool says so and works on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new Error('blocked');
      },
    });
  });
  await page.goto(toTool('explore'));
  await type(page, 'Onderwerp erbij', 'Vertrouwen');
  await expect(page.getByText('Deze browser bewaart niets voor deze site.')).toBeVisible();
  await expect(topics(page)).toHaveText(['Vertrouwen']);
});

test('the question check passes the question of the case and looks along at another', async ({
  page,
}) => {
  for (const [language, attempt, passes] of [
    ['nl', 'Probeer de vraag uit de casus', 'Er valt niets op.'],
    ['en', 'Try the question from the case', 'Nothing stands out.'],
  ] as const) {
    await page.goto(toTool('question', language));
    await press(page, attempt);
    await expect(page.getByRole('status').filter({ hasText: passes })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(toTool('question'));
  await page.getByLabel('Je vraag', { exact: true }).fill(`Waarom levert ${hostile} te laat?`);
  await press(page, 'Kijk mee');
  await expect(page.locator('[data-about=blame]')).toContainText('Let op');
  await expect(page.locator('[data-about=blame]')).toContainText('‘waarom’, ‘te laat’');
  await expect(page.locator('[data-about=one]')).toContainText('Past');
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText(/fout/i);
  await expectAccessible(page);
});

test('the delegation check passes four and three, and sees what is missing', async ({ page }) => {
  await page.goto(toTool('delegation'));
  const sides = page.getByRole('group');
  for (const [index, count] of ['4', '3'].entries()) {
    const side = sides.nth(index);
    await side.getByLabel('Hoeveel mensen komen er?').fill(count);
    for (const box of await side.getByRole('checkbox').all()) await box.check();
  }
  await page.getByLabel(/Welke stemmen/).fill('de interne opdrachtgevers');
  await press(page, 'Kijk mee');
  await expect(page.getByRole('status').filter({ hasText: 'Er valt niets op.' })).toBeVisible();
  await expect(page.locator('[data-about=votes]')).toContainText('Ook met vier en drie');
  await expectAccessible(page);
  await press(page, 'Nog een kant erbij');
  await page.keyboard.insertText('1');
  await press(page, 'Kijk mee');
  await expect(page.locator('[data-about=size]')).toContainText('Gaat over kant 3.');
});

for (const language of languages) {
  for (const id of tools) {
    const path = toTool(id, language);

    test(`${path} reads without script, in order, with nothing to fill in`, async ({ browser }) => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.locator('main').locator('input:visible, button:visible')).toHaveCount(0);
      expect(await page.locator('main h2:visible').count()).toBeGreaterThan(1);
      await expectNoSidewaysScroll(page);
      await context.close();
    });

    test(`${path} is light`, async ({ page }) => {
      const bodies: Promise<[string, Buffer]>[] = [];
      page.on('response', (response) => {
        const kind = response.request().resourceType();
        if (['document', 'stylesheet', 'script'].includes(kind))
          bodies.push(response.body().then((body) => [kind, body]));
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      const sizes = (await Promise.all(bodies)).map(
        ([kind, body]) => [kind, gzipSync(body, { level: 9 }).length] as const,
      );
      const sum = (kinds: string[]) =>
        sizes.filter(([kind]) => kinds.includes(kind)).reduce((all, [, size]) => all + size, 0);
      // What changing a board looks like comes along with its program, so that cases need not carry it.
      expect(sum(['script'])).toBeLessThanOrEqual(id === 'board' ? 11_500 : 10_000);
      expect(sum(['document', 'stylesheet', 'script'])).toBeLessThanOrEqual(30_000);
    });
  }

  test(`the tools stand in a row in ${language}`, async ({ page }) => {
    await page.goto(toPath({ kind: 'tools' }, language));
    for (const id of tools)
      await expect(page.locator(`main a[href="${toTool(id, language)}"]`)).toBeVisible();
    await expectAccessible(page);
  });
}
