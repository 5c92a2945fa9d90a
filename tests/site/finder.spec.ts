import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  toFindablesPath,
  unpackFindables,
  type FindableData,
  type Listed,
} from '../../src/model/findable.ts';
import { toWords } from '../../src/words/index.ts';
import { findByTrying } from '../model/find-by-trying.ts';

const path = '/draaiboeken/';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const words = toWords('nl').guide.finder;

const toStatus = (page: Page) => page.locator('guide-finder [role=status]');
const toTitles = (page: Page) => page.locator('guide-finder article h4');

async function readFindables(page: Page): Promise<Listed[]> {
  const response = await page.request.get(toFindablesPath('nl'));
  return unpackFindables((await response.json()) as FindableData);
}

const toLeast = (steps: Listed['steps']): number =>
  steps.reduce((sum, { skip, minutes }) => sum + (skip === undefined ? minutes.min : 0), 0);

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

/** Walks to a part of the page as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error(`${selector} is not reached with Tab.`);
}

test.describe('the finder', () => {
  test('leads from the front page to a session plan, by keyboard only', async ({ page }) => {
    await page.goto('/');
    await tabTo(page, 'input[name=time]');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('100');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await page.keyboard.type('samen');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/draaiboeken\/\?time=100&people=9&purpose=samen\+een\+agenda/);
    await expect(toStatus(page)).toHaveText(/^Dit past: \d+ draaiboek/);
    await tabTo(page, 'guide-finder .group:first-child article:first-child h4 a');
    const href = await page.locator(':focus').getAttribute('href');
    expect(href).toMatch(/^\/draaiboeken\/[a-z-]+\/\?time=100&people=9$/);
  });

  test('follows every change, in the address too, and stands there again after a reload', async ({
    page,
  }) => {
    await page.goto(path);
    await page.getByRole('textbox', { name: words.minutesLabel }).fill('45');
    await expect(toStatus(page)).toHaveText(/^Dit past/);
    await page.getByRole('combobox').selectOption('goed afsluiten');
    await expect(page).toHaveURL(/\?time=45&people=7&purpose=goed\+afsluiten$/);
    await expect(toTitles(page).filter({ hasText: 'Check-uit' })).toBeVisible();
    const titles = await toTitles(page).allTextContents();
    await page.reload();
    await expect(page.getByRole('textbox', { name: words.minutesLabel })).toHaveValue('45');
    await expect(page.getByRole('combobox')).toHaveValue('goed afsluiten');
    await expect(toTitles(page)).toHaveText(titles);
  });

  test('shows what trying everything shows, in the same order, with what to leave out', async ({
    page,
  }) => {
    await page.goto(path);
    const all = await readFindables(page);
    const purposes = [...new Set(all.flatMap(({ purposes: each }) => each))];
    const wishes = [
      { minutes: 90, people: 7 },
      { minutes: 210, people: 7 },
      { minutes: 60, people: 12, purpose: purposes[0] },
      { minutes: 15, people: 2 },
      { minutes: 100, people: 20, purpose: 'een besluit nemen' },
      { minutes: 1440, people: 999 },
      // So little time that everything goes that may go, also what a voice warns about.
      ...all
        .filter(({ steps }) => steps.some(({ warnings }) => warnings.length > 0))
        .map(({ steps, people }) => ({ minutes: toLeast(steps), people })),
    ];
    for (const { minutes, people, purpose } of wishes) {
      await page.goto(`${path}?time=${minutes}&people=${people}&purpose=${purpose ?? ''}`);
      const found = findByTrying(all, { minutes, people, purpose });
      const listed = found.flatMap((each) => all.filter(({ id }) => id === each.id));
      const of = (kind: string) => listed.filter((each) => each.kind === kind);
      const titles = [...of('guide'), ...of('practice')].map(({ title }) => title);
      await expect(toStatus(page)).toHaveText(/\S/);
      await expect(toTitles(page)).toHaveText(titles);
      const dropped = found.flatMap(({ id, dropped: steps }) =>
        steps.flatMap((step) => {
          const plan = all.find((each) => each.id === id);
          return plan?.steps.filter((each) => each.id === step) ?? [];
        }),
      );
      const items = page.locator('guide-finder article li');
      await expect(items).toHaveCount(dropped.length);
      const told = (await items.allTextContents()).join(' ').replaceAll(/\s+/g, ' ');
      for (const { title, lost, warnings } of dropped) {
        expect(told).toContain(`${words.leaveOut} ${title}. Je verliest ${lost ?? ''}.`);
        for (const { id, text } of warnings) {
          expect(told).toContain(`${words.warns} ${text} ${words.readVoice}`);
          await expect(
            items.filter({ hasText: title }).locator(`svg.wedge + * a[href$="#stem-${id}"]`),
          ).toHaveCount(1);
        }
      }
    }
  });

  test('says that nothing fits, and makes the change that helps', async ({ page }) => {
    await page.goto(`${path}?time=1&people=7`);
    await expect(toStatus(page)).toHaveText(/^Dit past niet\. Met \d+ minuten past er wel iets\.$/);
    await expectNoViolations(page);
    await page.getByRole('button', { name: /^Reken met \d+ minuten$/ }).click();
    await expect(toStatus(page)).toHaveText(/^Dit past: /);
    await expect(page.getByRole('textbox', { name: words.minutesLabel })).toBeFocused();
    await expect(page).not.toHaveURL(/time=1&/);

    await page.goto(`${path}?time=3&people=500&purpose=goed+beginnen`);
    await expect(toStatus(page)).toHaveText(/^Dit past niet\./);
    const helps = await page.locator('[data-helps] button').allTextContents();
    for (const help of helps) {
      await page.goto(`${path}?time=3&people=500&purpose=goed+beginnen`);
      await page.getByRole('button', { name: help, exact: true }).click();
      await expect(toStatus(page)).toHaveText(/^Dit past: /);
    }
  });

  test('says of an address it cannot read what is wrong, and keeps what was written', async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${path}?time=abc&people=-3&purpose=<script>alert(1)</script>`);
    const time = page.getByRole('textbox', { name: words.minutesLabel });
    const people = page.getByRole('textbox', { name: words.peopleLabel });
    await expect(time).toHaveValue('abc');
    await expect(time).toHaveAccessibleDescription(words.badTime);
    await expect(people).toHaveAccessibleDescription(words.badPeople);
    for (const message of [words.badTime, words.badPeople, words.badPurpose])
      await expect(page.getByText(message)).toBeVisible();
    await expect(toTitles(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Alle draaiboeken' })).toBeVisible();
    await expectNoViolations(page);
    await time.fill('90');
    await people.fill('7');
    await page.getByRole('combobox').selectOption('');
    for (const message of [words.badTime, words.badPeople, words.badPurpose])
      await expect(page.getByText(message)).toBeHidden();
    await expect(toStatus(page)).toHaveText(/^Dit past: /);
    await people.fill('');
    await expect(page.getByText(words.badPeople)).toBeVisible();
    await expect(toTitles(page)).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test('asks for nothing before it is used, and tries again after a failure', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(asked).not.toContain(toFindablesPath('nl'));
    await page.route(`**${toFindablesPath('nl')}`, (route) => route.abort());
    await page.getByRole('button', { name: words.submit }).click();
    await expect(toStatus(page)).toHaveText(words.failed);
    await page.unroute(`**${toFindablesPath('nl')}`);
    await page.getByRole('button', { name: words.submit }).click();
    await expect(toStatus(page)).toHaveText(/^Dit past: /);
  });

  test('works in English', async ({ page }) => {
    await page.goto('/en/session-plans/?time=90&people=7&purpose=take+a+decision');
    await expect(toStatus(page)).toHaveText(/^This fits: \d+ session plans? and \d+ practices?\.$/);
    await expect(page.locator('guide-finder article a').first()).toHaveAttribute(
      'href',
      /^\/en\/session-plans\/[a-z-]+\/\?time=90&people=7$/,
    );
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility violations and fits 320 pixels (${colorScheme})`, async ({
      browser,
    }) => {
      const viewport = { width: 320, height: 640 };
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      const longest = 'een conflict tussen twee mensen bespreken';
      for (const search of ['', '?time=90&people=7', `?time=30&people=2&purpose=${longest}`]) {
        await page.goto(`${path}${search}`);
        if (search !== '') await expect(toStatus(page)).toHaveText(/^Dit past: /);
        await expectNoViolations(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThan(321);
      }
      await context.close();
    });
  }

  test('leaves the list of all session plans to read without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('textbox', { name: words.minutesLabel }).fill('100');
    await page.getByRole('button', { name: words.submit }).click();
    await expect(page).toHaveURL(/\/draaiboeken\/\?time=100&people=7&purpose=$/);
    const note = page.locator('main noscript p');
    await expect(note).toBeVisible();
    await expect(note).toContainText(words.noScript);
    await expect(page.locator('guide-finder')).toBeHidden();
    const plans = (await readFindables(page)).filter(({ kind }) => kind === 'guide');
    await expect(page.locator('main article h3')).toHaveText(plans.map(({ title }) => title));
    await expect(page.getByText('Oefencasus', { exact: true }).first()).toBeVisible();
    await context.close();
  });

  test('weighs little', async ({ page }) => {
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(`${path}?time=90&people=7`, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(scripts);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(6000);
  });
});
