import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pageKinds } from './pages.ts';

/** HTML, style and script of a page together, zipped, before search is opened. */
const budget = 30_000;
// “Reacties” are what readers write, and stand in addresses: no framework.
const framework = /astro-island|preact|react(?!ies)|svelte|vue|solid-js/i;

for (const { name, path } of pageKinds) {
  test(`${name} keeps to its budget and brings no framework`, async ({ page }) => {
    const bodies: Promise<[string, Buffer]>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      // The page for searching opens search by itself; what that costs is not the page's own weight.
      if (new URL(response.url()).pathname.startsWith('/pagefind/')) return;
      if (['document', 'stylesheet', 'script'].includes(kind))
        bodies.push(response.body().then((body) => [kind, body]));
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const parts = await Promise.all(bodies);
    const weight = parts.reduce((sum, [, body]) => sum + gzipSync(body, { level: 9 }).length, 0);
    expect(weight).toBeLessThanOrEqual(budget);
    for (const [kind, body] of parts)
      if (kind === 'script') expect(body.toString()).not.toMatch(framework);
  });
}
