import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';

const clocks = (page: Page): Promise<string[]> =>
  page.locator('[data-row]:not([hidden]) [data-at]').allInnerTexts();

/** The minutes between the clock times of a plan, up to its end. */
async function readMinutes(page: Page): Promise<number[]> {
  const end = await page.locator('[data-end]').first().innerText();
  const times = [...(await clocks(page)), end].map((text) => {
    const [hours = 0, minutes = 0] = text.trim().split(':').map(Number);
    return hours * 60 + minutes;
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

for (const { path, done, language } of [
  { path: '/draaiboeken/sla/', done: 'Klaar om 13:00.', language: 'nl' },
  { path: '/en/session-plans/sla/', done: 'Done at 13:00.', language: 'en' },
]) {
  test(`the plan of a case is right before any script runs (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    expect((await clocks(page))[0]).toBe('09:30');
    const minutes = await readMinutes(page);
    expect(minutes).toHaveLength(11);
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(210);
    await expect(page.getByText(done)).toBeVisible();
    await expect(page.getByRole('img', { name: /waterlijn|waterline/ })).toBeVisible();
    await context.close();
  });
}

test('a plan follows another start, group, time and day, and keeps them in the address', async ({
  page,
  browser,
}) => {
  await page.goto('/draaiboeken/sla/');
  const before = await readMinutes(page);
  await page.getByLabel('Begin om').fill('13:15');
  expect((await clocks(page))[0]).toBe('13:15');
  expect(await readMinutes(page)).toEqual(before);
  await page.getByLabel('Mensen').fill('12');
  expect((await readMinutes(page)).reduce((sum, each) => sum + each, 0)).toBe(210 + 5 * 2 + 5);
  await page.getByLabel('Tijd die je hebt').fill('120');
  await expect(page.locator('[data-fit]')).toContainText('Dit past in 2 uur als je dit weglaat');
  expect((await readMinutes(page)).reduce((sum, each) => sum + each, 0)).toBe(120);
  await expect(page.locator('[data-skip][data-out]').first()).toContainText('valt nu weg');
  await page.getByLabel('Datum').fill('2027-03-15');
  await expect(page.locator('[data-days-ahead="14"]')).toHaveText('op maandag 1 maart');
  await expect(page).toHaveURL(/start=1315&people=12&time=120&date=2027-03-15/);

  const second = await (await browser.newContext()).newPage();
  await second.goto(page.url());
  expect(await clocks(second)).toEqual(await clocks(page));
  await second.getByRole('link', { name: 'Blad voor jou' }).click();
  await expect(second).toHaveURL(/\/blad\/\?start=1315&people=12&time=120/);
  expect(await clocks(second)).toEqual(await clocks(page));
  await second.context().close();

  await page.getByRole('button', { name: 'Zoals het er stond' }).click();
  expect((await clocks(page))[0]).toBe('09:30');
  expect(new URL(page.url()).search).toBe('');
});

test('what was chosen comes along to the other language', async ({ page }) => {
  await page.goto('/draaiboeken/sla/?time=120&people=9');
  await page.locator('header').getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/session-plans\/sla\/\?.*people=9/);
  await expect(page.getByLabel('Minutes')).toHaveValue('120');
});

test('too little time and too few people are told, and the plan stays', async ({ page }) => {
  await page.goto('/draaiboeken/sla/?time=20&people=3');
  await expect(page.locator('[data-fit]')).toContainText('Dit past niet in 20 min');
  await expect(page.locator('[data-outside]')).toContainText('7 tot 40 mensen');
  expect((await clocks(page)).length).toBeGreaterThan(3);
});

test('an address that cannot be read is named, and the page still stands', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/draaiboeken/sla/?start=25:99&people=%3Cscript%3E&time=-1&date=2026-02-31');
  await expect(page.locator('[data-unreadable]')).toHaveText(
    'Een deel van het adres was niet te lezen: de begintijd, het aantal mensen, de tijd die je hebt, de datum. Daar staat nu wat het draaiboek zelf zegt.',
  );
  expect((await clocks(page))[0]).toBe('09:30');
  expect(errors).toEqual([]);
});

test('what may go comes with what is lost, and with the voice that warns about it', async ({
  page,
}) => {
  await page.goto('/draaiboeken/sla/');
  const item = page.locator('[data-skip=oogst]');
  await expect(item).toContainText('Je verliest');
  const link = item.getByRole('link', { name: 'Lees waarom' });
  await link.click();
  await expect(page).toHaveURL(/\/casussen\/sla\/#stem-verdwenen-toezegging$/);
});

for (const path of [
  '/draaiboeken/sla/blad/',
  '/en/session-plans/sla/sheet/',
  '/draaiboeken/sla/deelnemers/',
]) {
  test(`${path} prints on one sheet of A4`, async ({ page }) => {
    await page.goto(`${path}?date=2027-03-15`);
    const pdf = (await page.pdf({ format: 'A4', tagged: true, outline: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).not.toContain('/Type3');
  });
}

test('the hand-out holds none of the questions and remarks of the facilitator', async ({
  page,
}) => {
  await page.goto('/draaiboeken/sla/');
  const asked = await page.locator('.agenda .ask').allInnerTexts();
  const lost = await page.locator('[data-skip] p').allInnerTexts();
  expect(asked.length).toBeGreaterThan(8);
  await page.goto('/draaiboeken/sla/deelnemers/?time=120');
  const html = await page.content();
  for (const text of [...asked, ...lost])
    expect(html).not.toContain(text.replaceAll(/^“|”$/g, '').trim());
  await expect(page.getByText('Wat kunnen we doen om de waarde')).toBeVisible();
});

test('the program of a plan stays under 16 kB', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await page.goto('/draaiboeken/sla/', { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(16_000);
});
