import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { askOwnerDesk } from '../../src/serving/desk.ts';
import { clean } from '../../src/discussion/clean.ts';
import { toNew } from '../discussion/drafts.ts';
import { startTalkServer, type TalkServer } from './talk-server.ts';

const [name, password] = ['sanne', 'zeven paarden op het dak'];

/** A site with a discussion and an owner. */
const test = base.extend<{ talk: TalkServer }>({
  talk: async ({}, use) => {
    const talk = await startTalkServer();
    const made = await askOwnerDesk(talk.folder, { do: 'enrol', role: 'owner', name, password });
    expect(made).toEqual({ ok: true });
    await use(talk);
    await talk.close();
  },
});

const hostileWords = [
  '<img src=x onerror="document.title=1"><script>document.title = 1</script>',
  '<b>vet</b></article></section><h1>kop</h1><form action=/beheer/><button name=do value=publish>',
  '<a href="javascript:alert(1)">klik</a> " autofocus onfocus=alert(1) x="',
].join('\n\n');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function expectFine(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** A telephone. */
async function openPhone(browser: Browser, talk: TalkServer, javaScriptEnabled: boolean) {
  const context = await browser.newContext({
    ...{ javaScriptEnabled, baseURL: talk.address, hasTouch: true, colorScheme: 'dark' },
    viewport: { width: 320, height: 640 },
  });
  return context.newPage();
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/beheer/');
  await page.getByLabel('Naam van je account').fill(name);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await expect(page.getByRole('navigation', { name: 'Beheer' })).toBeVisible();
}

async function send(talk: TalkServer, words: string, draft: Parameters<typeof toNew>[0] = {}) {
  const cleaned = clean(words);
  if (!cleaned.ok) throw new Error('Too long.');
  const given = toNew({ words, on: 'De begeleider luistert.', ...draft }, talk.clock.now);
  await talk.store.add({ ...given, html: cleaned.html });
  return given;
}

test('somebody decides on a telephone without JavaScript, about a hostile text too', async ({
  browser,
  talk,
}) => {
  const evil = await send(talk, hostileWords, { name: '<i>Mallory</i>', role: undefined });
  const [second, third] = [await send(talk, 'Tweede'), await send(talk, 'Derde')];
  talk.clock.now = new Date(talk.clock.now.getTime() + 31 * 3_600_000);
  const page = await openPhone(browser, talk, false);
  await page.goto('/beheer/');
  // Nobody comes here from a search engine, or from a list of pages.
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  for (const list of ['/sitemap.xml', '/llms.txt', '/inhoud/'])
    expect(await (await page.request.get(list)).text()).not.toContain('/beheer/');
  await expect(page.locator('article, [data-each]')).toHaveCount(0);
  await signIn(page);
  await expect(page.getByText('3 wachten. De oudste wacht 31 uur.')).toBeVisible();
  const voice = page.locator('#beslis article');
  await expect(voice).toContainText('<img src=x onerror=');
  await expect(voice).toContainText('<i>Mallory</i>');
  await expect(voice.locator('b', { hasText: 'vet' })).toBeVisible();
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('#beslis mark')).toHaveText('De begeleider luistert.');
  await page.locator('#beslis summary').click();

  // One touch gives the decision and its reason; the next one is there at once.
  await page
    .locator('#beslis')
    .getByRole('button', { name: /reclame/ })
    .click();
  await expect(page.getByRole('status')).toHaveText('Niet geplaatst.');
  expect(await talk.store.findOwn(evil.code)).toMatchObject({ reason: 'advertising' });
  await expect(voice).toContainText('Tweede');
  await page.locator('#beslis').getByRole('button', { name: 'Plaats', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Geplaatst.');
  expect((await talk.store.listSaid()).map(({ id }) => id)).toEqual([second.id]);

  await page
    .getByRole('button', { name: /Draai terug/ })
    .first()
    .click();
  await expect(page.getByRole('status')).toHaveText('Teruggedraaid.');
  await expect(page.getByText('2 wachten.')).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Plaats niet wat ik koos' }).click();
  await expect(page.getByRole('status')).toContainText('Kies een reden');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Plaats wat ik koos' }).click();
  await expect(page.getByRole('status')).toContainText('2 geplaatst.');

  await page.getByRole('link', { name: 'Geplaatst' }).click();
  await page.getByLabel('Zoek op code').fill(third.code);
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  const found = page.locator(`#stem-${third.id}`);
  await found.locator('summary', { hasText: 'Toegevoegd' }).click();
  await found.getByLabel('Welke stap veranderde hierdoor?').selectOption('check-in');
  await found.getByRole('button', { name: 'Toegevoegd' }).click();
  await expect(page.getByRole('status')).toContainText('Toegevoegd.');
  await expect(page.locator(`#stem-${third.id}`)).toContainText('Waar deze nee staat: Toegevoegd');
  await page.getByRole('button', { name: 'Meld me af' }).click();
  await expect(page.getByRole('status')).toHaveText('Je bent afgemeld.');
  await page.context().close();
});

test('an owner lets somebody in and out again, by keyboard, and every page can be used by everybody', async ({
  browser,
  talk,
}) => {
  // Many pages are looked through here.
  test.slow();
  await send(talk, hostileWords, { name: 'Mallory', role: undefined });
  await send(talk, 'Een tweede, zodat er een lijst is.');
  const page = await openPhone(browser, talk, true);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('/beheer/');
  await expectFine(page);
  await page.getByLabel('Naam van je account').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('dat is het niet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('De naam of het wachtwoord klopt niet.');
  await expect(page.getByLabel('Naam van je account')).toHaveValue(name);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('#beslis article')).toBeVisible();
  await page.locator('summary').first().press('Enter');
  await expectFine(page);
  expect(await page.title()).toContain('Wachtrij');

  // On a screen with room the list stands beside it.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectFine(page);
  await page.goto('/beheer/mensen/');
  await page.getByRole('button', { name: 'Maak een link' }).press('Enter');
  const link = (await page.locator('[data-text=address]').textContent()) ?? '';
  await expectFine(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expectFine(other);
  await other.getByLabel('Naam van je account').fill('noor');
  for (const label of ['Wachtwoord', 'Nog een keer hetzelfde wachtwoord'])
    await other.getByLabel(label, { exact: true }).fill('acht wolken onder water');
  await other.getByRole('button', { name: 'Bewaar' }).click();
  await expect(other.getByRole('status')).toHaveText('Je account is klaar. Meld je nu aan.');
  await other.goto(link);
  await expect(other.getByText('Deze link werkt niet.')).toBeVisible();
  await other.context().close();

  await page.goto('/beheer/mensen/');
  await page.locator('summary', { hasText: 'noor' }).press('Enter');
  await page.getByRole('button', { name: 'Ja, haal dit account weg' }).press('Enter');
  await expect(page.getByRole('status')).toHaveText('Het account is weg.');
  await expect(page.getByText('noor')).toHaveCount(0);
  await page.goto('/en/desk/published/');
  await expect(page.getByRole('heading', { name: 'What stands' })).toBeVisible();
  await expectFine(page);
  expect(errors.filter((text) => !text.includes('403'))).toEqual([]);
  await page.context().close();
});
