import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('search', () => {
  for (const key of ['/', 'Control+k']) {
    test(`opens with ${key}, finds a passage, and opens it at its step`, async ({ page }) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto('/');
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog', { name: 'Zoeken in het handboek' });
      await expect(dialog).toBeVisible();
      await page.keyboard.type('vertrouwen');
      const hit = dialog.getByRole('link', { name: /De stoelen aan de kant/ });
      await expect(hit).toBeVisible();
      await expect(hit.locator('mark').first()).toHaveText(/vertrouwen/i);
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(errors).toEqual([]);
      await hit.click();
      await expect(page).toHaveURL(/\/casussen\/sla\/(\?[^#]*)?#op-voeten$/);
      await expect(page.locator('#op-voeten')).toBeInViewport();
    });
  }

  test('asks for nothing before it is opened, and gives focus back when it closes', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/casussen/', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /search-index|zoeken/.test(path))).toEqual([]);
    const opener = page.locator('a[data-search-open]').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('works as a link, in its own language, and says an honest nothing', async ({ page }) => {
    await page.goto('/en/search/?q=trust');
    await expect(page.getByRole('searchbox')).toHaveValue('trust');
    await expect(
      page
        .locator('main')
        .getByRole('link', { name: /chairs/i })
        .first(),
    ).toBeVisible();
    await page.goto('/zoeken/?q=xyzzyq');
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /xyzzyq/ })
        .first(),
    ).toBeVisible();
  });

  test('filters by kind and keeps that in the address', async ({ page }) => {
    await page.goto('/zoeken/?q=vertrouwen');
    const found = page.locator('main').getByRole('heading', { level: 2 });
    await expect(found.first()).toBeVisible();
    await page.getByRole('checkbox', { name: /Casussen/ }).check();
    await expect(page).toHaveURL(/kind=casus/);
    await expect(found).toHaveText([/Service Level Agreement/]);
    await page.reload();
    await expect(page.getByRole('checkbox', { name: /Casussen/ })).toBeChecked();
    await expect(found).toHaveText([/Service Level Agreement/]);
  });

  for (const query of [
    '🙂',
    '(.*)+[',
    'de het een',
    '<img src=x onerror=alert(1)>',
    'a'.repeat(500),
  ]) {
    test(`“${query.slice(0, 12)}” gives words, never a blank page`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`/zoeken/?q=${encodeURIComponent(query)}`);
      await expect(
        page.locator('main [role=status]').filter({ hasText: /\S/ }).first(),
      ).toBeVisible();
      expect(errors).toEqual([]);
    });
  }
});

test.describe('what a reader keeps', () => {
  test('stays after a reload, and goes from browser to browser as a file', async ({
    page,
    browser,
  }) => {
    await page.goto('/casussen/sla/');
    const keep = page.getByRole('button', { name: 'Bewaar' });
    await keep.click();
    await expect(keep).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(keep).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/bewaard/');
    await expect(
      page.locator('main').getByRole('link', { name: 'Twee teams rond een SLA' }),
    ).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /bestand|download|exporteer/i })
      .first()
      .click();
    const file = await (await downloading).path();
    expect(JSON.parse(await readFile(file, 'utf8'))).toBeTruthy();

    const other = await browser.newContext();
    const second = await other.newPage();
    await second.goto('/bewaard/');
    await second.locator('input[type=file]').setInputFiles({
      name: 'bewaard.json',
      mimeType: 'application/json',
      buffer: await readFile(file),
    });
    await expect(
      second.locator('main').getByRole('link', { name: 'Twee teams rond een SLA' }),
    ).toBeVisible();
    await other.close();
  });

  test('is told, not lost, when what was stored cannot be read', async ({ page }) => {
    await page.goto('/bewaard/');
    await page.evaluate(() => {
      localStorage.setItem('onderstroom:favourites', '{kapot');
    });
    await page.reload();
    const kept = await page.evaluate(() =>
      Object.keys(localStorage).map((key) => localStorage.getItem(key)),
    );
    expect(kept).toContain('{kapot');
  });
});

test('a glossary term tells its meaning in place, by mouse and by keyboard', async ({ page }) => {
  await page.goto('/casussen/sla/');
  const term = page.locator('a.term').first();
  await term.click();
  const meaning = page.locator('[popover][data-terms]');
  await expect(meaning).toBeVisible();
  await expect(meaning.locator('p').first()).toHaveText(/\w{3}/);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(meaning).toBeVisible();
});

test('the theme follows the system until the reader chooses, and the choice stays', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const button = page.locator('[data-theme-button]:visible').first();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a case prints black on white, with the voices open and no menus', async ({ page }) => {
  await page.goto('/casussen/sla/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('header nav').first()).toBeHidden();
  await expect(page.locator('#kant-wie-betaalt p').first()).toBeVisible();
  expect(
    await page.evaluate(
      () => getComputedStyle(document.querySelector('main p[id^="p-"]') ?? document.body).color,
    ),
  ).toBe('rgb(0, 0, 0)');
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
  const text = pdf.toString('latin1');
  expect(text).not.toContain('/Type3');
  expect(text.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
});

test('a missing page says so in the language of its address', async ({ page }) => {
  const dutch = await page.goto('/bestaat-niet/');
  expect(dutch?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  const english = await page.goto('/en/not-here/');
  expect(english?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('machines get feeds, a sitemap, robots, llms.txt and a plain twin of a page', async ({
  request,
}) => {
  for (const path of [
    '/feed.xml',
    '/atom.xml',
    '/en/feed.xml',
    '/en/atom.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/favicon.ico',
    '/site.webmanifest',
    '/og/nl/cases/sla.png',
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  const twin = await (await request.get('/casussen/sla.md')).text();
  expect(twin).toMatch(/^# Samenwerken rond een Service Level Agreement/m);
  expect(twin).not.toMatch(/<[A-Z]/);
});
