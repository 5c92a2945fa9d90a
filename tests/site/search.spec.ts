import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const toStatus = (page: Page) => page.locator('main [data-status]');
const toHits = (page: Page) => page.locator('main a.finding');

test('search narrows by time, people, phase and sector, keeps it in the address, and undoes it', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/zoeken/?q=vraag&sector=zorg&people=9');
  await expect(page.getByRole('checkbox', { name: /^Zorg/ })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Mensen' })).toHaveValue('9');
  await expect(toHits(page).first()).toHaveAttribute('href', /roosterwissel/);
  await page.getByRole('checkbox', { name: /^Vooraf/ }).check();
  await expect(page).toHaveURL(/phase=before/);
  await expect(page).toHaveURL(/people=9/);
  await page.getByRole('button', { name: /^9 mensen/ }).click();
  await expect(page).not.toHaveURL(/people/);
  await page.getByRole('button', { name: 'Wis alles' }).click();
  await expect(page).toHaveURL(/\/zoeken\/\?q=vraag$/);
  await page.getByRole('searchbox').fill('voor 8 mensen, 30 minuten');
  await expect(toStatus(page)).toContainText('Dit past bij 30 minuten, 8 mensen.');
  await expect(toHits(page).first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('what is not there is said, with help to go on; what was found is remembered until it is forgotten', async ({
  page,
}) => {
  await page.goto('/zoeken/?q=vertrouwwen');
  await expect(toStatus(page)).toHaveText('Niets gevonden voor ‘vertrouwwen’.');
  const help = page.locator('main [data-state=zero]');
  await expect(help.getByRole('link', { name: 'Stel deze vraag' })).toBeVisible();
  expect(await help.locator('a[data-near]').count()).toBeGreaterThanOrEqual(3);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await help.locator('[data-spelled]').getByRole('link', { name: 'vertrouwen' }).click();
  await expect(toHits(page).first()).toBeVisible();
  await expect(page).toHaveURL(/q=vertrouwen/);
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('searchbox').fill('de het een');
  await expect(toStatus(page)).toContainText('Deze woorden staan bijna overal.');
  await page.getByRole('searchbox').fill('gesprek xyzzyq ');
  await expect(toStatus(page)).toContainText('‘xyzzyq’ komt in dit handboek niet voor.');
  await page.goto('/zoeken/');
  const recent = page.locator('main [data-recent]');
  await expect(recent).toContainText('Je zocht eerder naar vertrouwen.');
  await page.getByRole('button', { name: 'Vergeet dit' }).click();
  await expect(recent).toBeHidden();
  await page.reload();
  await expect(page.locator('main [data-state=idle]')).toBeVisible();
  await expect(recent).toBeHidden();
});

test('an index that is missing, or half there, is said; searching works again when it is back', async ({
  page,
}) => {
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto('/en/search/?q=trust');
  await expect(toStatus(page)).toHaveText('Search is not possible here right now.');
  await page.unroute('**/search-index/**');
  await page.route('**/search-index/en-*/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(toStatus(page)).toHaveText('Searching did not work.');
  await page.unroute('**/search-index/en-*/**');
  await page.locator('main [data-state=failed] [data-retry]').click();
  await expect(toHits(page).first()).toBeVisible();
});
