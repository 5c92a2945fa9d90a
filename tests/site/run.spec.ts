import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';

const path = '/draaiboeken/sla/draaien/';
const nineThirty = '2026-12-01T09:30:00+01:00';
const minutes = (count: number) => count * 60_000;

test.use({ timezoneId: 'Europe/Amsterdam' });

const timer = (page: Page) => page.getByRole('timer');
const say = (page: Page) => page.getByRole('region', { name: 'Zeg dit' });
const row = (page: Page) => page.getByRole('region').getByRole('heading', { level: 2 }).first();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Opens the page at half past nine, with a clock of our own, and begins. */
async function begin(page: Page, query = '?start=0930'): Promise<void> {
  const start = new Date(nineThirty).getTime();
  await page.clock.install({ time: start - minutes(1) });
  await page.clock.pauseAt(start);
  await page.goto(path + query);
  await press(page, 'Begin');
  await expect(timer(page)).toHaveText('10:00');
}

async function expectNoViolations(page: Page): Promise<void> {
  // axe waits now and then, for which it needs a clock that goes.
  await page.clock.resume();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test.describe('the clock of a session', () => {
  test('shows now, next, what to say, and when the session ends', async ({ page }) => {
    await begin(page);
    await expect(row(page)).toHaveText('Welkom, doel, spelregels');
    await expect(page.getByText('Onderdeel 1 van 11.')).toBeVisible();
    await expect(page.getByText(/Klaar om 13:00, zoals gepland\./)).toBeVisible();
    await expect(page.getByText('Hierna om 09:40')).toBeVisible();
    await expect(say(page)).toContainText('“Wat moet je nog weten voordat we beginnen?”');
    await page.getByRole('button', { name: /Volgende zin \(2 van \d\)/ }).click();
    await expect(say(page)).toContainText('“We hoeven het vandaag niet eens te worden.');
    await expect(page.getByText('Niets opschrijven')).toBeVisible();
  });

  test('is right to the second after an hour, ticked or slept', async ({ page }) => {
    await begin(page);
    await page.clock.runFor(minutes(60));
    await expect(timer(page)).toHaveText('+50:00');
    await page.clock.fastForward(minutes(60) + 7000);
    await expect(timer(page)).toHaveText('+110:07');
    await expect(
      page.getByText(/Klaar om 14:50, 1\d\d minuten later dan gepland \(13:00\)/),
    ).toBeVisible();
  });

  test('says in words when a fifth is left, when it is almost over, and when it is', async ({
    page,
  }) => {
    await begin(page);
    const said = page.getByRole('status').filter({ hasText: /\S/ });
    await page.clock.runFor(minutes(8) - 1000);
    await expect(page.getByText('Laatste vijfde deel', { exact: true })).toBeHidden();
    await page.clock.runFor(1000);
    await expect(timer(page)).toHaveText('2:00');
    await expect(page.getByText('Laatste vijfde deel', { exact: true })).toBeVisible();
    await expect(said).toHaveText('Laatste vijfde deel. Nog 2 minuten');
    await page.clock.runFor(45_000);
    await expect(said).toHaveText('Laatste vijfde deel. Nog 2 minuten');
    await page.clock.runFor(45_000);
    await expect(page.getByText('Bijna om. Rond af.', { exact: true })).toBeVisible();
    await expect(said).toContainText('Nog 30 seconden');
    await page.clock.runFor(40_000);
    await expect(page.getByText('Over de tijd', { exact: true }).first()).toBeVisible();
    await expect(timer(page)).toHaveText('+0:10');
    await expect(timer(page)).toHaveAccessibleName('10 seconden over de tijd');
  });

  test('takes five minutes more, and forecasts the end with them', async ({ page }) => {
    await begin(page);
    await page.clock.runFor(minutes(3));
    await page.getByRole('button', { name: '5 minuten erbij' }).click();
    await expect(timer(page)).toHaveText('12:00');
    await expect(
      page.getByText(/Klaar om 13:05, 5 minuten later dan gepland \(13:00\)\./),
    ).toBeVisible();
    await expect(page.getByText('Hierna om 09:45')).toBeVisible();
  });

  test('obeys the keys, but not those meant for a control', async ({ page }) => {
    await begin(page);
    await page.clock.runFor(minutes(1));
    await page.keyboard.press('ArrowRight');
    await expect(row(page)).toHaveText('Check-in');
    await page.keyboard.press('+');
    await expect(timer(page)).toHaveText('25:00');
    await page.keyboard.press('ArrowLeft');
    await expect(timer(page)).toHaveText('9:00');
    await page.keyboard.press(' ');
    await expect(page.getByRole('button', { name: 'Verder' })).toBeVisible();
    await page.clock.runFor(minutes(5));
    await expect(timer(page)).toHaveText('9:00');
    await page.keyboard.press(' ');
    await page.clock.runFor(minutes(1));
    await expect(timer(page)).toHaveText('8:00');
    await press(page, 'Meer');
    await page.getByRole('checkbox').focus();
    await page.keyboard.press(' ');
    await expect(page.getByRole('checkbox')).toBeChecked();
    await expect(page.getByRole('button', { name: 'Pauze' })).toBeVisible();
    // A press with the mouse does not take the space bar along.
    await press(page, 'Volgende');
    await press(page, 'Terug');
    await page.keyboard.press(' ');
    await expect(page.getByRole('button', { name: 'Verder' })).toBeVisible();
  });

  test('goes on after a reload in the middle of a row', async ({ page }) => {
    await begin(page);
    await press(page, 'Volgende');
    await page.clock.runFor(minutes(4));
    await press(page, 'Zaal');
    await page.reload();
    await expect(timer(page)).toHaveText('16:00');
    await expect(row(page)).toHaveText('Check-in');
    await expect(page.getByRole('button', { name: 'Zaal' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(say(page)).toBeHidden();
  });

  test('advances by itself over two rows while the laptop slept', async ({ page }) => {
    await begin(page);
    await press(page, 'Meer');
    await page.getByRole('checkbox', { name: 'Ga vanzelf naar het volgende onderdeel' }).check();
    await page.clock.fastForward(minutes(32));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(row(page)).toHaveText('Samenvatting: dit, maar ook dat');
    await expect(timer(page)).toHaveText('3:00');
    await page.clock.runFor(minutes(3));
    await expect(row(page)).toHaveText('Onderwerpen verzamelen');
    await page.reload();
    await expect(page.getByRole('timer')).toHaveText('25:00');
  });

  test('counts from when it should have begun, so a late start shows', async ({ page }) => {
    await begin(page, '?start=0924');
    await expect(
      page.getByText(/Klaar om 13:00, 6 minuten later dan gepland \(12:54\)/),
    ).toBeVisible();
  });

  test('keeps two windows together, each with its own view', async ({ page, context }) => {
    await begin(page);
    const beamer = await context.newPage();
    await beamer.goto(path + '?start=0930');
    await press(beamer, 'Zaal');
    await press(page, 'Volgende');
    await expect(beamer.getByRole('heading', { name: 'Check-in' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begeleider' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });
});

test.describe('the plan that is run', () => {
  test('follows what the address says, and says what it left out', async ({ page }) => {
    await page.goto(`${path}?start=1400&time=120&people=9`);
    const list = page.getByRole('list').filter({ hasText: '14:00' });
    await expect(list.getByRole('listitem').first()).toContainText('14:00');
    await expect(
      page.getByText(/^Weggelaten om het passend te maken: Volgend onderwerp/),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'Terug naar het draaiboek' })).toHaveAttribute(
      'href',
      /\/draaiboeken\/sla\/\?start=1400&time=120&people=9$/,
    );
    await page.goto(`${path}?start=half+tien&time=5`);
    await expect(page.getByText(/Een deel van het adres is niet te lezen/)).toBeVisible();
    await expect(
      page.getByText(/^In 5 minuten past dit niet\. Korter dan \d+ minuten/),
    ).toBeVisible();
  });

  test('asks before it replaces a session that is running', async ({ page }) => {
    await begin(page);
    await page.goto('/draaiboeken/roosterwissel/draaien/');
    await expect(
      page.getByText(/loopt al een sessie: Twee teams rond een SLA, begonnen om 09:30/),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Ga verder met die sessie' }).click();
    await expect(timer(page)).toHaveText('10:00');
    await page.goto('/draaiboeken/roosterwissel/draaien/');
    await press(page, 'Stop die sessie en begin deze');
    await expect(page.getByText(/^Onderdeel 1 van/)).toBeVisible();
    await page.goto(path);
    await expect(page.getByText(/loopt al een sessie/)).toBeVisible();
  });

  test('does not go on as if nothing happened with a session of days ago', async ({ page }) => {
    await begin(page);
    await page.clock.fastForward(minutes(60 * 48));
    await page.reload();
    await expect(
      page.getByText(/staat nog een sessie open: .*, begonnen op 1 december/),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Ga verder met die sessie' }).click();
    await expect(timer(page)).toHaveText(/^\+\d+:00$/);
  });

  test('ends with planned beside real minutes, to take along as a text', async ({ page }) => {
    await begin(page);
    for (let index = 0; index < 10; index += 1) await page.keyboard.press('ArrowRight');
    await page.clock.runFor(minutes(12));
    await press(page, 'Klaar');
    await expect(page.getByRole('heading', { name: 'De sessie is klaar' })).toBeFocused();
    await expect(page.getByRole('row', { name: 'Check-uit 10 12' })).toBeVisible();
    await expect(page.getByRole('row', { name: 'Samen 210 12' })).toBeVisible();
    await expectNoViolations(page);
    const downloading = page.waitForEvent('download');
    await press(page, 'Bewaar als tekst');
    const file = await (await downloading).path();
    expect(await readFile(file, 'utf8')).toContain('Check-uit: gepland 10, echt 12');
    await press(page, 'Terug naar het laatste onderdeel');
    await expect(timer(page)).toHaveText('+2:00');
    await press(page, 'Klaar');
    await press(page, 'Begin opnieuw');
    await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeFocused();
  });

  test('cannot be begun when there is nothing in it', async ({ page }) => {
    await page.goto('/eigen-draaiboek/draaien/');
    await expect(page.getByText('Werkt nu ook zonder wifi.').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  });

  test('asks before it begins again', async ({ page }) => {
    await begin(page);
    await press(page, 'Meer');
    await press(page, 'Begin opnieuw');
    await press(page, 'Nee, ga door');
    await expect(timer(page)).toBeVisible();
    await press(page, 'Begin opnieuw');
    await press(page, 'Ja, begin opnieuw');
    await expect(timer(page)).toBeHidden();
  });

  test('can be read without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole('listitem').filter({ hasText: '10:45' })).toContainText(
      'Wat vind je echt van dit onderwerp, kort gezegd?',
    );
    await expect(page.getByRole('link', { name: 'Terug naar het draaiboek' })).toHaveAttribute(
      'href',
      '/draaiboeken/sla/',
    );
    await expect(page.getByRole('button')).toHaveCount(0);
    await context.close();
  });
});

test.describe('what is on the screen', () => {
  test('never holds a text box: what is said in the room stays there', async ({ page }) => {
    await begin(page);
    const boxes = page.locator(
      'textarea, [contenteditable], [role=textbox], select, input:not([type=checkbox])',
    );
    await expect(boxes).toHaveCount(0);
    await press(page, 'Meer');
    await press(page, 'Zaal');
    await expect(boxes).toHaveCount(0);
  });

  test('shows the room the row, the time and the question, and hides what is for the facilitator', async ({
    page,
  }) => {
    await begin(page);
    await press(page, 'Zaal');
    await expect(page.getByText(/^Wat kunnen we doen om de waarde van dit account/)).toBeVisible();
    await expect(say(page)).toBeHidden();
    await expect(page.getByText('Niets opschrijven')).toBeHidden();
    await expect(page.getByText(/zoals gepland/)).toBeHidden();
    await press(page, 'Volgende');
    await expect(row(page)).toHaveText('Check-in');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility violations in either view (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await begin(page);
      await press(page, 'Meer');
      for (const wait of [0, minutes(8), minutes(1.6), minutes(2)]) {
        await page.clock.fastForward(wait);
        await expectNoViolations(page);
      }
      await press(page, 'Zaal');
      await expectNoViolations(page);
      await press(page, 'Pauze');
      await expectNoViolations(page);
    });
  }

  test('fits 320 pixels, and its bars are big enough for thumbs', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await begin(page);
    await press(page, 'Meer');
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(320);
    for (const name of ['Terug', 'Pauze', 'Volgende']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(60);
      expect(box?.y).toBeLessThan(640);
    }
    await expectNoViolations(page);
    await press(page, 'Zaal');
    expect(await width()).toBeLessThanOrEqual(320);
  });

  test('lets the water jump by the minute for who wants no motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await begin(page);
    const level = () =>
      page
        .getByRole('img')
        .evaluate((gauge) => (gauge as HTMLElement).style.getPropertyValue('--level'));
    await page.clock.runFor(59_000);
    expect(await level()).toBe('100%');
    await page.clock.runFor(1000);
    expect(await level()).toBe('90%');
    await expect(page.getByRole('img')).toHaveAccessibleName('Nog 9 van 10 minuten');
  });

  test('weighs little, and only what runs it', async ({ page }) => {
    const bodies: Promise<[string, Buffer]>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      if (['document', 'script'].includes(kind))
        bodies.push(response.body().then((body) => [kind, body]));
    });
    await page.goto(path, { waitUntil: 'load' });
    await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
    const sizes = (await Promise.all(bodies)).map(
      ([kind, body]) => [kind, gzipSync(body, { level: 9 }).length] as const,
    );
    const sum = (wanted: string[]) =>
      sizes.reduce((all, [kind, size]) => all + (wanted.includes(kind) ? size : 0), 0);
    expect(sum(['script'])).toBeLessThanOrEqual(12_000);
    expect(sum(['script', 'document'])).toBeLessThanOrEqual(30_000);
  });
});

test.describe('in a room without wifi', () => {
  const unplug = async (context: BrowserContext) => {
    await context.route('**/*', (route) => route.abort());
    await context.setOffline(true);
  };

  test('opens again, with another query and without its slash, and runs on', async ({
    page,
    context,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(path);
    await expect(page.getByText('Werkt nu ook zonder wifi.').first()).toBeVisible();
    await press(page, 'Begin');
    await press(page, 'Volgende');
    await unplug(context);
    for (const address of [`${path}?start=1000`, path.slice(0, -1), path]) {
      await page.goto(address);
      await expect(row(page)).toHaveText('Check-in');
      await expect(timer(page)).toHaveText(/^(20:00|19:\d\d)$/);
      await expect(page.getByText('Werkt nu ook zonder wifi.').last()).toBeVisible();
    }
    await press(page, 'Volgende');
    await expect(row(page)).toHaveText('Samenvatting: dit, maar ook dat');
    expect(await page.evaluate(() => document.fonts.check('italic 500 20px Faustina'))).toBe(true);
    await page.reload();
    await expect(row(page)).toHaveText('Samenvatting: dit, maar ook dat');
    expect(errors).toEqual([]);
  });

  test('the program that does this may serve every page, and is asked for anew', async ({
    request,
  }) => {
    const response = await request.get('/sw.js');
    expect(response.headers()['content-type']).toContain('text/javascript');
    expect(response.headers()['cache-control']).toBe('no-cache');
  });

  test('a page that was not kept is still asked of the network', async ({ page, context }) => {
    await page.goto(path);
    await expect(page.getByText('Werkt nu ook zonder wifi.').first()).toBeVisible();
    await page.goto('/casussen/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await unplug(context);
    await expect(page.goto('/stappen/')).rejects.toThrow();
  });
});
