import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openWatched, readShifts } from './shifts.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const path = '/hulpmiddelen/samenvatten/';
const hostile = '<img src=x onerror="document.title=\'hacked\'"> **vet** [x](javascript:alert(1))';

const lines = (page: Page) => page.locator('[data-sayings] .text');
const field = (page: Page) => page.getByLabel('Wat je hoorde');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

/** Presses a button as a reader with a keyboard does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

async function hear(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.insertText(text);
  await press(page, 'Schud ze erdoor');
}

/** Puts the line with `second` in it beside the one with `first` in it. */
async function join(page: Page, first: string, second: string): Promise<void> {
  await press(page, new RegExp(`^Leg naast … .*${first}`));
  await press(page, new RegExp(`^… maar ook dit .*${second}`));
}

test('a check-in is summed up by keyboard only, and taken along without names', async ({
  page,
}) => {
  await page.goto(path);
  await hear(page, '- We zijn trots\n- We zijn onzeker\n\n- Er is zin in dit gesprek');
  await expect(page.getByText('3 erbij, en alles is geschud.')).toBeVisible();
  await expect(lines(page)).toHaveCount(3);
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();

  await press(page, /^Leg naast … .*trots/);
  await expect(page.getByText('Kies nu de zin die ernaast hoort.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /maar ook dit/ })).toHaveCount(0);
  await join(page, 'trots', 'onzeker');
  await expect(lines(page).filter({ hasText: 'trots' })).toHaveText(
    'Ik hoorde: we zijn trots, maar ook we zijn onzeker.',
  );
  await expect(page.getByRole('button', { name: /^Wissel om/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lines(page).filter({ hasText: 'trots' })).toHaveText(
    'Ik hoorde: we zijn onzeker, maar ook we zijn trots.',
  );
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: /^Maak er een bord van/ })).toHaveAttribute(
    'href',
    '/hulpmiddelen/polariteitenbord/#left=We+zijn+onzeker&right=We+zijn+trots',
  );

  await press(page, /^Verander .*gesprek/);
  await page.keyboard.insertText('Er is moed');
  await page.keyboard.press('Enter');
  await expect(lines(page).filter({ hasText: 'moed' })).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await press(page, 'Sla op als bestand');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('onderstroom-samenvatting.md');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('- Ik hoorde: we zijn onzeker, maar ook we zijn trots.');
});

test('a summary stays after a reload, follows in a second tab, and starting over can be undone', async ({
  page,
  context,
}) => {
  await page.goto(path);
  await hear(page, 'rust\nhaast');
  await join(page, 'rust', 'haast');
  await page.reload();
  await expect(lines(page)).toHaveText(['Ik hoorde: rust, maar ook haast.']);
  const second = await context.newPage();
  await second.goto(path);
  await press(second, /^Maak los/);
  await expect(lines(page)).toHaveCount(2);
  await press(page, 'Begin opnieuw');
  await expect(lines(second)).toHaveCount(0);
  await press(page, 'Maak ongedaan');
  await expect(lines(page)).toHaveCount(2);
  await press(page, 'Maak ongedaan');
  await expect(lines(page)).toHaveText(['Ik hoorde: rust, maar ook haast.']);
});

test('a line that seems to tell who said it gets a soft remark, and stays', async ({ page }) => {
  await page.goto(path);
  await hear(page, 'Volgens de inkoper is het te duur');
  await expect(page.locator('[data-name]:visible')).toContainText('‘Volgens de inkoper’');
  await expect(lines(page)).toHaveText(['Ik hoorde: Volgens de inkoper is het te duur.']);
  await expectAccessible(page);
});

test('a long list is taken in and shuffled, and what does not fit stays in the field', async ({
  page,
}) => {
  await page.goto(path);
  const all = Array.from({ length: 61 }, (_, index) => `zin ${String(index)}`);
  const long = 'x'.repeat(241);
  await hear(page, [...all, long].join('\n'));
  await expect(lines(page)).toHaveCount(60);
  await expect(field(page)).toHaveValue(`zin 60\n${long}`);
  const shown = await lines(page).allTextContents();
  expect(shown).not.toEqual(all.slice(0, 60).map((line) => `Ik hoorde: ${line}.`));
  const kept = await page.evaluate(() => localStorage.getItem('onderstroom:summary'));
  expect(JSON.parse(kept ?? '')).toHaveProperty('value.59');
});

test('lines join the topics of exploring, and overwrite none', async ({ page }) => {
  await page.goto('/hulpmiddelen/verkennen/');
  await page.getByLabel('Onderwerp erbij').fill('rust');
  await page.keyboard.press('Enter');
  await page.goto(path);
  await hear(page, 'rust\nhaast');
  await join(page, 'rust', 'haast');
  await press(page, 'Neem mee naar Verkennen');
  await expect(page.getByText('1 van de 2 zinnen')).toBeVisible();
  await page.getByRole('link', { name: 'Ga naar Verkennen' }).click();
  await expect(page.getByRole('list', { name: 'Onderwerpen' }).locator('.text')).toHaveText([
    'rust',
    'haast',
  ]);
});

test('the lines can be read aloud in large letters, and Escape goes back', async ({ page }) => {
  await page.goto(path);
  await hear(page, 'rust');
  const small = await lines(page).evaluate((line) => parseFloat(getComputedStyle(line).fontSize));
  await press(page, 'Lees voor, groot');
  await expect(field(page)).toBeHidden();
  const large = await lines(page).evaluate((line) => parseFloat(getComputedStyle(line).fontSize));
  expect(large).toBeGreaterThan(small * 1.4);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeVisible();
});

test('what is typed stays text', async ({ page }) => {
  await page.goto(path);
  await hear(page, hostile);
  await page.reload();
  await expect(lines(page)).toHaveText([`Ik hoorde: ${hostile}.`]);
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page).toHaveTitle('Samenvatten – Onderstroom');
  const downloading = page.waitForEvent('download');
  await press(page, 'Sla op als bestand');
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).not.toMatch(/(?<!\\)[<*[]/);
});

test('where nothing can be kept the tool says so and works on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new Error('blocked');
      },
    });
  });
  await page.goto(path);
  await hear(page, 'rust');
  await expect(page.getByText('Deze browser bewaart niets voor deze site.')).toBeVisible();
  await expect(lines(page)).toHaveCount(1);
});

test('a record that cannot be read is put aside', async ({ page }) => {
  await page.goto('/privacy/');
  await page.evaluate(() => {
    localStorage.setItem('onderstroom:summary', '{"schema":"summary","version":7,"value":[]}');
  });
  await page.goto(path);
  await expect(page.getByText('Een eerdere lijst was niet te lezen.')).toBeVisible();
});

test('on paper stands the summary, and nothing to press', async ({ page }) => {
  await page.goto(path);
  await hear(page, 'rust\nhaast');
  await page.emulateMedia({ media: 'print' });
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).first()).toBeVisible();
  await expect(field(page)).toBeHidden();
  await expect(page.locator('main button:visible')).toHaveCount(0);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the tool has no accessibility violations while a pair is made (${colorScheme})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(path);
    await hear(page, `rust\nhaast\n${'lang'.repeat(30)}`);
    await press(page, /^Leg naast/);
    await expectAccessible(page);
    await press(page, /^Verander/);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await context.close();
  });

test('the voices of a story and the check-in lead to the tool; what leaves no notes does not', async ({
  page,
}) => {
  const link = page.locator(`main a[href="${path}"]`);
  for (const from of ['/casussen/sla/', '/werkvormen/check-in/', '/hulpmiddelen/']) {
    await page.goto(from);
    await expect(link.first()).toBeVisible();
  }
  for (const id of ['gesprek-op-voeten', 'debat', 'onder-de-waterlijn', 'lets-talk']) {
    await page.goto(`/werkvormen/${id}/`);
    await expect(link).toHaveCount(0);
  }
});

for (const width of [320, 1280])
  test(`nothing moves when the tool begins (${String(width)} px)`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 700 } });
    const page = await context.newPage();
    await openWatched(page, path);
    await expect(field(page)).toBeVisible();
    expect(await readShifts(page)).toEqual([]);
    await context.close();
  });
