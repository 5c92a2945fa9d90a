import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { canary, emails } from './discussion-seed.ts';
import { test } from './discussion-site.ts';

test.describe('search', () => {
  /** Words that stand in one no only, and the voice that says them: seeded ones by name, author’s own by id. */
  const golden: readonly [words: string, voice: string, address?: string][] = [
    ['fut eruit', 'open-old'],
    ['klok die iedereen kan zien', 'open-old'],
    ['als laatste spreekt', 'open-new'],
    ['week alles weg', 'added'],
    ['gesprek over een contract', 'below'],
    ['ophangen alleen', 'changed-stands'],
    ['ramen open', 'changed-words'],
    ['januari', 'changed-words'],
    ['warme jas', 'changed-words'],
    ['samen eten', 'gone-step'],
    ['andere kant van het verhaal', 'whole'],
    ['kleine groep als een aanval', 'practice', '/werkvormen/zoek-de-nee/'],
    ['rooster is nooit alleen', 'other-case', '/casussen/roosterwissel/'],
    ['onerror', 'hostile'],
    ['popcorn', 'english', '/en/cases/sla/'],
    ['wankel begin', 'wie-betaalt'],
    ['veiligste antwoord', 'veilig-antwoord'],
    ['korte oogst', 'verdwenen-toezegging'],
    ['acht weken', 'vijf-minuten', '/casussen/roosterwissel/'],
    ['twintig minuten', 'zonder-oversteek', '/casussen/fusie-twee-teams/'],
    ['één vel', 'besluit-van-boven', '/casussen/fusie-twee-teams/'],
  ];

  for (const search of ['/zoeken/', '/en/search/'])
    test(`at ${search}, every no is found by its own words, and leads to where it stands`, async ({
      page,
      site,
    }) => {
      const english = search.startsWith('/en/');
      await page.goto(`${search}?dissent=only`);
      for (const [words, voice, address = '/casussen/sla/'] of golden) {
        if (address.startsWith('/en/') !== english) continue;
        await page.getByRole('searchbox').fill(words);
        const href = `${address}#stem-${site.ids[voice] ?? voice}`;
        const hit = page
          .locator(`main a.finding[href="${href}"]`)
          .filter({ has: page.locator('mark') });
        await expect(hit, words).toContainText(english ? /I (see|have)/ : /Ik (zie|heb)/);
      }
    });

  test('finds with the filter for dissent, from the keyboard, and opens where the voice stands', async ({
    page,
    site,
  }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Zoeken in het handboek' });
    await page.keyboard.type('klok');
    const agreeing = dialog.getByRole('link', { name: /Een klok hielp bij ons echt/ });
    const dissent = dialog.getByRole('link', { name: /Toen was de fut eruit/ });
    await expect(agreeing).toBeVisible();
    await dialog.getByRole('checkbox', { name: /Alleen tegengeluid/ }).check();
    await expect(agreeing).toBeHidden();
    await expect(dissent).toContainText(/Ik zie het anders.*open sinds \d+ \w+ \d{4}/);
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
    await dissent.press('Enter');
    const id = `stem-${site.ids['open-old'] ?? ''}`;
    await expect(page).toHaveURL(new RegExp(`/casussen/sla/(\\?[^#]*)?#${id}$`));
    await expect(page.locator(`#${id}`)).toBeInViewport();
    expect(errors).toEqual([]);
  });

  test('keeps stance and state in the address, and counts what each would give', async ({
    page,
  }) => {
    await page.goto('/zoeken/?state=added');
    await expect(toHits(page)).toHaveText([/Zonder oogst was bij ons na een week alles weg/]);
    await expect(page.getByRole('checkbox', { name: /^Toegevoegd/ })).toBeChecked();
    await page.getByRole('checkbox', { name: /^Ligt onder de waterlijn/ }).check();
    await expect(page).toHaveURL(/state=added&state=below/);
    await expect(toHits(page)).toHaveCount(2);
    await page.getByRole('checkbox', { name: /Ik heb een tegenargument/ }).check();
    await expect(page).toHaveURL(/stance=counterargument/);
    await expect(toHits(page)).toHaveText([/Dit hoort niet in een gesprek over een contract/]);
    await page.reload();
    await expect(toHits(page)).toHaveCount(1);
  });

  test('gives the rest of many voices when asked, and goes on from there', async ({ page }) => {
    await page.goto('/zoeken/?q=kring&kind=bijdrage');
    await expect(page.getByRole('status').first()).toContainText(/en er is nog meer$/);
    const before = await toHits(page).count();
    await page.getByRole('button', { name: 'Toon meer' }).click();
    await expect(toHits(page)).toHaveCount(before + 8);
    await expect(toHits(page).nth(before)).toBeFocused();
  });

  test('shows what readers wrote as text, whatever it was', async ({ page }) => {
    await page.goto('/zoeken/?q=onerror');
    await expect(toHits(page).first()).toContainText('<img src=x onerror="document.title=1">');
    await expect(page.locator('main .out :is(img, script, svg[onload])')).toHaveCount(0);
    expect(await page.title()).toMatch(/Zoeken/);
  });

  test('finds a page by its own words only, and not by what is said under it', async ({ page }) => {
    await page.goto('/zoeken/?q=wankel&kind=casus');
    await expect(page.getByRole('status').first()).toContainText('Niets gevonden');
  });

  test('is without faults and without sideways scroll on the smallest screen, in the dark', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/zoeken/?q=klok');
    await page.getByText('Filters', { exact: true }).click();
    await expect(toHits(page).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

test.describe('feeds', () => {
  test('are named in the head of a case, and each can be read', async ({ page, request }) => {
    await page.goto('/casussen/sla/');
    const named = page.locator('head link[rel=alternate][href="/casussen/sla/feed.atom"]');
    await expect(named).toHaveAttribute('type', 'application/atom+xml');
    for (const address of [
      '/bijdragen/feed',
      '/bijdragen/open',
      '/en/contributions/feed',
      '/casussen/sla/feed',
      '/casussen/sla/open',
      '/casussen/sla/stappen/check-in',
      '/en/cases/sla/steps/check-in',
      '/werkvormen/zoek-de-nee/feed',
    ]) {
      const atom = await request.get(`${address}.atom`);
      expect(atom.headers()['content-type']).toContain('application/atom+xml');
      const entries = await page.evaluate(
        (xml) => {
          const feed = new DOMParser().parseFromString(xml, 'application/xml');
          return feed.querySelector('parsererror') ? 0 : feed.querySelectorAll('entry').length;
        },
        await atom.text(),
      );
      const json = (await (await request.get(`${address}.json`)).json()) as { items: unknown[] };
      expect(entries).toBeGreaterThan(0);
      expect(json.items).toHaveLength(entries);
    }
  });

  test('of a step hold that step only, and what was answered is no longer among the open noes', async ({
    request,
    site,
  }) => {
    const read = async (address: string) => (await request.get(address)).text();
    const added = `#stem-${site.ids['added'] ?? ''}`;
    expect(await read('/casussen/sla/stappen/oogst.json')).toContain(added);
    expect(await read('/casussen/sla/stappen/check-in.json')).not.toContain(added);
    expect(await read('/casussen/sla/open.json')).not.toContain(added);
  });

  test('lead to voices that are there', async ({ request, site }) => {
    for (const archive of ['/bijdragen.json', '/en/contributions.json']) {
      const voices = (await (await request.get(archive)).json()) as { url: string }[];
      const byPage = Map.groupBy(voices, ({ url }) => new URL(url).pathname);
      for (const [address, here] of byPage) {
        const html = await readFile(path.join(site.dir, address, 'index.html'), 'utf8');
        const lost = here.filter(({ url }) => !html.includes(`id="${new URL(url).hash.slice(1)}"`));
        expect(lost.map(({ url }) => url)).toEqual([]);
      }
    }
  });
});

test.describe('what is not for publication', () => {
  test('would be seen here: what is published is found in page, twin, feed, archive and index', async ({
    site,
  }) => {
    const found = (await findIn(site.dir, ['popcorn style lets'])).join('\n');
    for (const where of [
      'en/cases/sla/index.html',
      'en/cases/sla/index.html.br',
      'en/cases/sla.md',
      'en/cases/sla/open.atom',
      'en/contributions/feed.json',
      'en/contributions.json',
      'search-index/',
    ])
      expect(found).toContain(where);
  });

  test('a text that waits is in no page, feed, index or list, not even by its address', async ({
    site,
  }) => {
    const secrets = [canary.slice(0, 12), 'Wachtend Iemand', site.ids['pending'] ?? canary];
    expect(await findIn(site.dir, secrets)).toEqual([]);
  });

  test('a text that is gone leaves no word', async ({ site }) => {
    const words = ['pimpelpaars', 'mosterdgeel', 'smaragdgroen', 'hemelsblauw'];
    expect(await findIn(site.dir, words)).toEqual([]);
    const gone = ['withdrawn', 'declined', 'edited'].map((name) => site.ids[name] ?? '');
    const found = await findIn(site.dir, gone);
    // The page says that something stood there, the ledger that it was decided, and the next build must know it.
    const tells = (each: string) =>
      each.includes('.html') || /^(bijdragen\/lijst|verantwoording)\.json/.test(each);
    expect(found.filter((each) => !tells(each))).toEqual([]);
  });

  test('an e-mail address is nowhere, in no form', async ({ site }) => {
    const forms = emails.flatMap((email) => [
      ...[email, email.split('@')[0] ?? email].flatMap((text) => [
        text,
        ...[text, text.toUpperCase()].flatMap((each) => [
          Buffer.from(each).toString('base64').replace(/=+$/, ''),
          Buffer.from(each).toString('hex'),
          ...['md5', 'sha1', 'sha256'].flatMap((way) =>
            (['hex', 'base64'] as const).map((as) =>
              createHash(way).update(each).digest(as).replace(/=+$/, ''),
            ),
          ),
        ]),
      ]),
    ]);
    expect(await findIn(site.dir, forms)).toEqual([]);
  });

  test('headers tell nothing of it either', async ({ request }) => {
    for (const address of ['/casussen/sla/', '/bijdragen.json', '/casussen/sla/feed.atom']) {
      const headers = JSON.stringify((await request.get(address)).headers());
      for (const secret of [canary, ...emails]) expect(headers).not.toContain(secret);
    }
  });
});

const toHits = (page: Page) => page.locator('main a.finding');

/** Which of some texts stand in which file of a site, also in those that are packed. Capitals make no difference. */
async function findIn(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(300);
  const wanted = texts.map((text) => text.toLowerCase());
  const found: string[] = [];
  for (const file of files) {
    // A picture holds the titles of the handbook, and nothing of what is said.
    const text = unpack(await readFile(file), file)
      .toString('utf8')
      .toLowerCase();
    for (const each of wanted)
      if (text.includes(each)) found.push(`${path.relative(folder, file)}: ${each}`);
  }
  return found;
}

function unpack(bytes: Buffer, file: string): Buffer {
  if (file.endsWith('.br')) return brotliDecompressSync(bytes);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
