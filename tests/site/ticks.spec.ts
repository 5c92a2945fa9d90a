import { gzipSync, inflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openWatched, readShifts } from './shifts.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const story = '/casussen/sla/';
const plan = '/draaiboeken/sla/';
const practice = '/werkvormen/gesprek-op-voeten/';

/** A list, once its program is there. */
async function openList(page: Page, path: string, inside: string): Promise<Locator> {
  await page.goto(path);
  const list = page.locator(`tick-list:has(${inside})`);
  await list.scrollIntoViewIfNeeded();
  await expect(list).toHaveAttribute('data-on');
  return list;
}

const openStory = (page: Page): Promise<Locator> =>
  openList(page, story, '#vooraf-met-beide-teams-vraag-gelijk');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

/** What stands on paper, as the drawing orders of the pages. */
async function print(page: Page): Promise<string> {
  const pdf = await page.pdf({ format: 'A4' });
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return streams
    .map(([, body = '']) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .filter((text) => text.includes(' Tf'))
    .join('\n');
}

test('ticks stay after a reload, and go away and come back with one press, by keyboard only', async ({
  page,
}) => {
  const list = await openStory(page);
  const status = list.getByRole('status');
  await expect(status).toHaveText('0 van 5 gedaan');
  await list.getByLabel('De vraag is voor beide teams gelijk').focus();
  await page.keyboard.press('Space');
  await list.getByLabel('De delegaties zijn ongeveer even groot').focus();
  await page.keyboard.press('Space');
  await expect(status).toHaveText('2 van 5 gedaan');
  await openStory(page);
  await expect(status).toHaveText('2 van 5 gedaan');
  await expect(list.getByLabel('De vraag is voor beide teams gelijk')).toBeChecked();

  await list.getByRole('button', { name: 'Zet alles weer open' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('0 van 5 gedaan');
  await expect(list.getByRole('button', { name: 'Zet de vinkjes terug' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('2 van 5 gedaan');
  await expect(list.getByRole('button', { name: 'Zet alles weer open' })).toBeFocused();
  await openStory(page);
  await expect(status).toHaveText('2 van 5 gedaan');
});

test('asked and nothing needed is done; something needed stays open until it is arranged', async ({
  page,
}) => {
  const list = await openStory(page);
  const status = list.getByRole('status');
  const box = list.getByLabel(/^Dat team is gevraagd/);
  await list.getByLabel('Gevraagd, niets nodig').check();
  await expect(box).toBeChecked();
  await expect(status).toHaveText('1 van 5 gedaan');
  await list.getByLabel('Er is iets nodig').check();
  await expect(box).not.toBeChecked();
  await expect(status).toHaveText('0 van 5 gedaan');
  await box.check();
  await expect(status).toHaveText('1 van 5 gedaan');
  await openStory(page);
  await expect(list.getByLabel('Er is iets nodig')).toBeChecked();
  await expect(box).toBeChecked();
});

test('the list of a story shows the same ticks in its session plan, in the other language and in a second tab', async ({
  page,
  context,
}) => {
  const list = await openStory(page);
  const second = await context.newPage();
  const same = await openList(second, plan, '#vooraf-met-beide-teams-vraag-gelijk');
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await expect(same.getByLabel('De vraag is voor beide teams gelijk')).toBeChecked();
  await expect(same.getByRole('status')).toHaveText('1 van 5 gedaan');
  await same.getByLabel('De vraag is voor beide teams gelijk').uncheck();
  await expect(list.getByRole('status')).toHaveText('0 van 5 gedaan');
  await same.getByLabel('De vraag is voor beide teams gelijk').check();
  const english = await openList(second, '/en/cases/sla/', '#vooraf-met-beide-teams-vraag-gelijk');
  await expect(english.getByRole('status')).toHaveText('1 of 5 done');
});

test('the preparation of a plan is ticked off by step and by thing, also when things go', async ({
  page,
}) => {
  const before = await openList(page, plan, '#doe-kennismaking');
  await before.locator('#doe-kennismaking').check();
  const bring = page.locator('tick-list:has([data-materials])');
  await bring.getByRole('checkbox').first().check();
  const total = await bring.locator('li').count();
  await expect(bring.getByRole('status')).toHaveText(`1 van ${String(total)} gedaan`);
  await page.getByLabel('Tijd die je hebt').fill('120');
  const left = await bring.locator('li:visible').count();
  expect(left).toBeLessThan(total);
  await expect(bring.getByRole('status')).toHaveText(`1 van ${String(left)} gedaan`);
  await page.goto(plan);
  await expect(before.getByRole('status')).toHaveText(/^1 van \d gedaan$/);
  await expect(bring.getByRole('status')).toHaveText(`1 van ${String(total)} gedaan`);
});

test('a practice of which nothing is written down has ticks, and no field to write in', async ({
  page,
}) => {
  const list = await openList(page, practice, 'ol');
  await list.getByRole('checkbox').first().check();
  await expect(list.getByRole('status')).toHaveText(/^1 van \d+ gedaan$/);
  await expect(page.locator('main').locator('textarea, input[type=text]')).toHaveCount(0);
  await expectAccessible(page);
  const kept = await page.evaluate(() =>
    localStorage.getItem('onderstroom:ticks:practices/gesprek-op-voeten'),
  );
  expect(kept).toMatch(/^\{"schema":"ticks","version":1,"value":\{"doe-[a-z0-9]+":"done"\}\}$/);
});

test('paper is blank, unless the reader wants the ticks on it', async ({ page }) => {
  const list = await openStory(page);
  const blank = await print(page);
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await list.getByLabel('Gevraagd, niets nodig').check();
  expect(await print(page)).toBe(blank);
  await list.getByLabel('Print met vinkjes').check();
  expect((await print(page)).length).toBeGreaterThan(blank.length);
});

test('ticks of texts that are gone stay where they are', async ({ page }) => {
  const key = 'onderstroom:ticks:cases/sla';
  const gone = { 'vooraf-met-beide-teams-vroeger': 'done', 'oude-lijst-iets': 'nothing' };
  await page.addInitScript(
    ([name = '', value = '']) => {
      if (!localStorage.getItem(name)) localStorage.setItem(name, value);
    },
    [key, JSON.stringify({ schema: 'ticks', version: 1, value: gone })],
  );
  const list = await openStory(page);
  await expect(list.getByRole('status')).toHaveText('0 van 5 gedaan');
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await list.getByRole('button', { name: 'Zet alles weer open' }).click();
  const kept = await page.evaluate((name) => localStorage.getItem(name), key);
  expect(JSON.parse(kept ?? '')).toHaveProperty('value', gone);
});

for (const [kind, record] of [
  ['damaged', '{"schema":"ticks","version":1,"value":{"a":3}}'],
  ['of a newer version', '{"schema":"ticks","version":9,"value":{}}'],
] as const)
  test(`a record that is ${kind} is put aside, to take along or to throw away`, async ({
    page,
  }) => {
    await page.goto('/privacy/');
    await page.evaluate((text) => {
      localStorage.setItem('onderstroom:ticks:cases/sla', text);
    }, record);
    const list = await openStory(page);
    await expect(list.getByText('Eerdere vinkjes waren niet te lezen.')).toBeVisible();
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await list.getByRole('button', { name: 'Sla de oude vinkjes op' }).click();
    expect((await downloading).suggestedFilename()).toBe('ticks.json');
    await list.getByRole('button', { name: 'Gooi ze weg' }).click();
    await expect(list.getByText('Eerdere vinkjes waren niet te lezen.')).toBeHidden();
  });

test('where nothing can be kept a list says so, and its boxes work on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new Error('blocked');
      },
    });
  });
  const list = await openStory(page);
  await expect(list.getByRole('status')).toContainText('Deze browser bewaart niets');
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await expect(list.getByRole('status')).toContainText('1 van 5 gedaan');
});

test('a full storage is told, and the tick stays in the page', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  const list = await openStory(page);
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await expect(list.getByRole('status')).toContainText('1 van 5 gedaan De opslag');
});

test('without script boxes work, print empty, and nothing is promised', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(story);
  const list = page.locator('tick-list');
  await list.getByLabel('De vraag is voor beide teams gelijk').check();
  await expect(list.getByText('gedaan')).toBeHidden();
  await expect(list.getByText('Print met vinkjes')).toBeHidden();
  await context.close();
});

for (const path of [story, plan, practice])
  for (const width of [320, 1280])
    test(`nothing moves in ${path} when its lists begin (${String(width)} px)`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width, height: 700 } });
      const page = await context.newPage();
      await openWatched(page, path);
      for (const list of await page.locator('tick-list').all()) {
        const before = await list.evaluate((element) => element.clientHeight);
        await list.evaluate((element) => {
          element.scrollIntoView({ block: 'end' });
        });
        await expect(list).toHaveAttribute('data-on');
        expect(await list.evaluate((element) => element.clientHeight)).toBe(before);
      }
      expect(await readShifts(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await context.close();
    });

for (const colorScheme of ['light', 'dark'] as const)
  test(`lists with ticks and answers have no accessibility violations (${colorScheme})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const [path, inside] of [
      [story, '#vooraf-met-beide-teams-vraag-gelijk'],
      [plan, '#doe-kennismaking'],
    ] as const) {
      const list = await openList(page, path, inside);
      await list.getByRole('checkbox').first().check();
      await expectAccessible(page);
      await list.getByRole('button', { name: 'Zet alles weer open' }).click();
      await expectAccessible(page);
    }
    await context.close();
  });

test('the program of a list comes when it comes near, and is at most 1.5 kB', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/TickProgram')) bodies.push(response.body());
  });
  await page.goto(story, { waitUntil: 'networkidle' });
  expect(bodies).toHaveLength(0);
  await page.locator('tick-list').scrollIntoViewIfNeeded();
  await expect(page.locator('tick-list')).toHaveAttribute('data-on');
  const [body] = await Promise.all(bodies);
  expect(gzipSync(body ?? '', { level: 9 }).length).toBeLessThanOrEqual(1500);
});
