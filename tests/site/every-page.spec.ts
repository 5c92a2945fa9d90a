import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { pageKinds } from './pages.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Everything a page must never do, noted while it loads. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      seen.push(`asked for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${String(response.status())} for ${response.url()}`);
  });
  return seen;
}

async function expectNoViolations(page: Page, except: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .disableRules(except)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

for (const { name, path, language } of pageKinds) {
  test.describe(name, () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no accessibility violations, errors or requests elsewhere (${colorScheme})`, async ({
        browser,
      }) => {
        const context = await browser.newContext({ colorScheme });
        const page = await context.newPage();
        const seen = watch(page);
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('h1')).toHaveCount(1);
        await expectNoViolations(page);
        expect(seen).toEqual([]);
        await context.close();
      });
    }

    test('fits a screen of 320 pixels wide', async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      await expectNoViolations(page);
      await context.close();
    });

    test('reads the same without JavaScript', async ({ browser, page }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const bare = await context.newPage();
      await bare.goto(path);
      await page.goto(path);
      const words = async (from: Page, kind = 'p, h1, h2, h3, dt, dd, td, th, blockquote') =>
        (await from.locator('main').locator(kind).allTextContents())
          .map((text) => text.replaceAll(/\s+/g, ' ').trim())
          .filter((text) => text !== '');
      // A form with a program sends at once, and has its sentences for what may go wrong at hand, unseen.
      const isForm = /reageren|respond/.test(path);
      const withScript = new Set(
        await words(page, isForm ? 'p:visible:not(:has(button)), h1, h2, dt, dd' : undefined),
      );
      const without = new Set(await words(bare));
      // Search and favourites live in the browser: they say so, and what they fill in is their own.
      if (/zoeken|search|bewaard|kept/.test(path)) expect(without.size).toBeGreaterThan(1);
      else expect([...withScript].filter((text) => !without.has(text))).toEqual([]);
      await context.close();
    });
  });
}

test('forced colours and reduced motion leave every word visible', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/casussen/sla/');
  // The reader's system chooses these colours; axe still reckons with ours.
  await expectNoViolations(page, ['color-contrast']);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
  );
  expect(moving).toBe(0);
  await context.close();
});
