import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openWatched, readShifts } from './shifts.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

for (const { path, start, done } of [
  {
    path: '/werkvormen/zoek-de-nee/',
    start: 'Oefen: 10 seconden stilte',
    done: 'Dat was de stilte.',
  },
  {
    path: '/en/practices/zoek-de-nee/',
    start: 'Practise: 10 seconds of silence',
    done: 'That was the silence.',
  },
])
  test(`a silence of ten seconds is counted without a sound, by keyboard (${path})`, async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(path);
    const silence = page.locator('silent-count');
    const bar = silence.getByRole('progressbar');
    await silence.getByRole('button', { name: start }).focus();
    await page.keyboard.press('Enter');
    await page.clock.runFor(9000);
    await expect(bar).toHaveJSProperty('value', 9);
    await expect(silence.getByRole('status')).toHaveText('');
    await page.clock.runFor(1000);
    await expect(silence.getByRole('status')).toHaveText(done);
    await page.keyboard.press('Enter');
    await page.clock.runFor(4000);
    await expect(bar).toHaveJSProperty('value', 4);
    await expect(silence.getByRole('status')).toHaveText('');
    await expect(page.locator('audio')).toHaveCount(0);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`a silence has no accessibility violations and moves nothing (${colorScheme})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await openWatched(page, '/werkvormen/zoek-de-nee/');
    await page.locator('silent-count').scrollIntoViewIfNeeded();
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await readShifts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await context.close();
  });

test('without script a silence says what to do, and offers no button that does nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/werkvormen/zoek-de-nee/');
  const silence = page.locator('silent-count');
  await expect(silence.getByText('Tel rustig tot tien.')).toBeVisible();
  await expect(silence.locator('button')).toBeHidden();
  await context.close();
});

test('the words of a silence stand in the Markdown twin', async ({ request }) => {
  const twin = await (await request.get('/werkvormen/zoek-de-nee.md')).text();
  expect(twin).toContain('Stel de vraag, en zwijg dan. Tel rustig tot tien.');
});
