import { expect } from '@playwright/test';
import { test } from './discussion-site.ts';

test('a case with contributions is served', async ({ page, site }) => {
  await page.goto('/casussen/sla/');
  await expect(page.locator('h1')).toBeVisible();
  expect(Object.keys(site.ids).length).toBeGreaterThan(50);
});
