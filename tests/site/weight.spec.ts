import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pageKinds } from './pages.ts';

/** The words and the look of a page as it opens, zipped. */
const mostWords = 30_000;
/** Its programs, zipped, with those that come while a reader scrolls and when a board is changed. */
const mostProgram = 16_000;
/** The style that comes along with the program of a board, zipped. */
const mostLateStyle = 2_000;
/** The program of the form to react with, zipped: it comes only when a reader gets there. */
const mostForm = 6_500;
// “Reacties” are what readers write, and stand in addresses: no framework.
const framework = /astro-island|preact|react(?!ies)|svelte|vue|solid-js/i;

for (const { name, path } of pageKinds) {
  test(`${name} keeps to its budget and brings no framework`, async ({ page }) => {
    const bodies: Promise<[string, Buffer]>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      if (['document', 'stylesheet', 'script'].includes(kind))
        bodies.push(response.body().then((body) => [kind, body]));
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const first = await Promise.all(bodies);
    const words = weigh(first.filter(([kind]) => kind !== 'script').map(([, body]) => body));
    const widgets = await page.locator('polarity-board, tick-list').all();
    for (const widget of widgets) {
      await widget.scrollIntoViewIfNeeded();
      await expect(widget).toHaveAttribute('data-on');
    }
    const change = page.locator('polarity-board [data-do=change]:visible');
    const isChanged = (await change.count()) > 0;
    if (isChanged) {
      await change.first().click();
      await expect(page.locator('polarity-board textarea').first()).toBeVisible();
    }
    await page.waitForLoadState('networkidle');
    const parts = await Promise.all(bodies);
    const scripts = parts.filter(([kind]) => kind === 'script').map(([, body]) => body);
    const inline = await page.$$eval('script:not([src]):not([type$=json])', (elements) =>
      elements.map(({ textContent }) => textContent).join(''),
    );
    const program = weigh(scripts);
    const whole = weigh(parts.map(([, body]) => body));
    expect(words).toBeLessThanOrEqual(mostWords);
    expect(program + weigh([Buffer.from(inline)])).toBeLessThanOrEqual(mostProgram);
    expect(whole - words - program).toBeLessThanOrEqual(mostLateStyle);
    // Everything together; a board that is being changed brings a program of its own for that.
    if (!isChanged) expect(whole).toBeLessThanOrEqual(mostWords);
    for (const body of scripts) expect(body.toString()).not.toMatch(framework);
    const form = page.locator('#reageer');
    if ((await form.count()) === 0) return;
    await form.scrollIntoViewIfNeeded();
    await expect(form.locator('form[data-talk]')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const all = (await Promise.all(bodies)).filter(([kind]) => kind === 'script');
    expect(weigh(all.map(([, body]) => body)) - program).toBeLessThanOrEqual(mostForm);
  });
}

const weigh = (bodies: readonly Buffer[]): number =>
  bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
