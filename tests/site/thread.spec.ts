import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { canary, emails } from './discussion-seed.ts';
import { test } from './discussion-site.ts';

const sla = '/casussen/sla/';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const dissents = (page: Page): Locator => page.locator('.sides > section').first();
const others = (page: Page): Locator => page.locator('.sides > section').last();
const names = (within: Locator): Promise<string[]> =>
  within
    .locator('> article')
    .evaluateAll((articles) => articles.map(({ id }) => id.replace('stem-', '')));

test('a no that is open comes first, then the oldest, then what is gone; the author’s among them', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const order = await names(dissents(page));
  const wanted = ['many-0', 'open-old', 'gone-step', 'english', 'open-new'].map(
    (name) => ids[name],
  );
  expect(order.filter((id) => wanted.includes(id))).toEqual(wanted);
  const closed = ['added', 'below', 'withdrawn', 'declined', 'edited'].map((name) => ids[name]);
  expect(order.slice(-5)).toEqual(closed);
  expect(order.indexOf('wie-betaalt')).toBeGreaterThan(order.indexOf(ids['open-new'] ?? ''));
  expect(order.indexOf('wie-betaalt')).toBeLessThan(order.length - 5);
  expect(order.slice(0, 3)).toContain(ids['many-0']);
  expect((await names(others(page))).slice(-2)).toEqual([ids['confirmation'], ids['many-39']]);
});

test('a no says in words where it stands and how long it is open, and shows who recognises it without a count', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const open = page.locator(`#stem-${ids['open-old'] ?? ''}`);
  await expect(open.locator('> ol > [aria-current=step]')).toHaveText('Meegaan');
  await expect(open).toContainText('Staat 41 dagen open.');
  await expect(open).toContainText('Langer dan 30 dagen: hier hoort een antwoord op.');
  await expect(open.locator('> .needs')).toContainText('Een klok die iedereen kan zien.');
  const recognition = open.locator(`.under #stem-${ids['recognise-partly'] ?? ''}`);
  await expect(recognition).toContainText('Bij ons hielp het om te staan.');
  await expect(
    open.locator(`#stem-${ids['answer'] ?? ''} #stem-${ids['answer-deep'] ?? ''}`),
  ).toBeVisible();
  await expect(open).not.toContainText(/\d+ (keer|stemmen|herkenning)/);

  const fresh = page.locator(`#stem-${ids['open-new'] ?? ''}`);
  await expect(fresh.locator('[aria-current=step]')).toHaveText('Gevonden');
  await expect(fresh).toContainText('Sanne V. · ');
  await expect(fresh).toContainText('Staat 3 dagen open.');
  await expect(fresh).not.toContainText('hier hoort een antwoord');
  await expect(fresh).toContainText('Nog niemand. Jij?');
  const author = page.locator('#stem-wie-betaalt');
  await expect(author.locator('> ol > [aria-current=step]')).toHaveText('Meegaan');
  await expect(author).toContainText('Bij ons betaalde de klant ook');
});

test('each voice leads to recognising or answering it, and to itself', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const id = ids['open-new'] ?? '';
  const links = page.locator(`#stem-${id} a[data-respond-to="${id}"]`);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual([
    `/reageren/?subject=cases/sla%23check-in&stance=recognition&to=${id}`,
    `/reageren/?subject=cases/sla%23check-in&to=${id}`,
  ]);
  await expect(page.locator(`#stem-${id} .who a`)).toHaveAttribute('href', `#stem-${id}`);
  // Two answers deep is as deep as it goes.
  const deep = ids['answer-deep'] ?? '';
  await expect(page.locator(`[data-respond-to="${deep}"]`)).toHaveCount(0);
});

test('a no that changed the text is credited at the step, and one under the waterline opens a board', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const thanks = page.locator('section[aria-labelledby=oogst] .facts a[href^="#stem-"]');
  await expect(thanks).toHaveText('Gewijzigd dankzij een nee');
  await expect(thanks).toHaveAttribute('href', `#stem-${ids['added'] ?? ''}`);
  const added = page.locator(`#stem-${ids['added'] ?? ''}`);
  await expect(added.locator('a[href="#oogst"]').last()).toBeVisible();
  await expect(added.locator('[aria-current=step]')).toHaveText('Toegevoegd');
  await expect(added).toContainText('Stond 12 dagen open.');
  const below = page.locator(`#stem-${ids['below'] ?? ''}`);
  await expect(below.locator('[aria-current=step]')).toHaveText('Onder de waterlijn');
  await below.getByRole('link', { name: 'polariteitenbord' }).click();
  await expect(page).toHaveURL(/\/hulpmiddelen\/polariteitenbord\/#left=/);
  await expect(page.locator('polarity-board')).toContainText('Een aparte dag hiervoor.');
});

test('a voice stands beside the words it answers, marked in the text, or after its step', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const id = ids['open-old'] ?? '';
  const mark = page.locator(`#anker-${id}`);
  await expect(mark).toHaveText('Dat maakt de eerste minuten lichter.');
  const letter = page.locator(`a.ref[data-voice="${id}"]`);
  const text = await letter.textContent();
  await expect(page.locator(`#kant-${id} .letter`)).toHaveText(text ?? '');
  // Letters go on after those of the author, down the page.
  const letters = await page.locator('.story a.ref').allTextContents();
  expect(new Set(letters).size).toBe(letters.length);
  const note = page.locator(`#kant-${id}`);
  const [beside, paragraph] = [await note.boundingBox(), await mark.boundingBox()];
  expect(beside?.x).toBeGreaterThan((paragraph?.x ?? 0) + 100);
  await expect(note.getByText('Toen was de fut eruit.')).toBeVisible();
  // English words stand beside a Dutch step, not in it, and say which language they are in.
  const english = ids['english'] ?? '';
  await expect(page.locator(`#anker-${english}`)).toHaveCount(0);
  await expect(page.locator(`#kant-${english} [lang=en]`).first()).toContainText('Popcorn style');
  await expect(page.locator(`#stem-${english} .lees`)).toHaveAttribute('lang', 'en');
  await expect(page.locator(`#stem-${english}`)).toContainText('in het Engels');
});

test('no more notes stand beside a passage than fit, and the others are named', async ({
  page,
}) => {
  await page.goto(sla);
  const step = page.locator('section[aria-labelledby=op-voeten]');
  await expect(step.locator('.beside')).toHaveCount(3);
  await expect(step.getByRole('link', { name: 'Nog 38 stemmen bij dit stuk' })).toBeVisible();
});

test('what changed since is said, with the words of then and now, and so is a step that is gone', async ({
  page,
  site: { ids },
}) => {
  await page.goto(sla);
  const open = async (name: string) => {
    const voice = page.locator(`#stem-${ids[name] ?? ''}`);
    await voice.locator('summary').click();
    return voice;
  };
  const stands = await open('changed-stands');
  await expect(stands).toContainText('Gewijzigd sinds deze bijdrage');
  await expect(stands.locator('dd').last()).toBeVisible();
  await expect(page.locator(`#anker-${ids['changed-stands'] ?? ''}`)).toBeVisible();
  const words = await open('changed-words');
  await expect(words.locator('dd').first()).toHaveText(
    'Zet alle ramen wijd open, ook in de winter.',
  );
  await expect(words.locator('dd').last()).toHaveText('Zet de ramen open.');
  const gone = await open('gone-step');
  await expect(gone).toContainText('bij een stap die er niet meer is');
  await expect(gone.locator('dd')).toHaveText('De lunch slaan we over.');
  await expect(gone.locator('[data-respond-to]')).toHaveCount(0);
});

test('what was taken back or away leaves its place, the day and the reason, and no words', async ({
  page,
  site: { ids, dir },
}) => {
  await page.goto(`${sla}#stem-${ids['withdrawn'] ?? ''}`);
  await expect(page.locator(`#stem-${ids['withdrawn'] ?? ''}`)).toContainText(
    /De schrijver nam haar terug op \d+ \w+ \d{4}/,
  );
  await expect(page.locator(`#stem-${ids['declined'] ?? ''}`)).toContainText(
    'Er stonden namen in, of details waaraan je mensen herkent. Weggehaald door: redactie.',
  );
  await expect(page.locator(`#stem-${ids['edited'] ?? ''}`)).toContainText(
    'We lezen haar opnieuw.',
  );
  for (const address of ['casussen/sla', 'en/cases/sla', 'draaiboeken/sla', '.']) {
    const html = await readFile(path.join(dir, address, 'index.html'), 'utf8');
    expect(html).not.toMatch(/pimpelpaars|mosterdgeel|smaragdgroen|hemelsblauw/);
    for (const secret of [canary, ...emails]) expect(html).not.toContain(secret);
  }
});

test('hostile words are text, beside the passage and under it', async ({ page, site: { ids } }) => {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.goto(sla);
  const title = await page.title();
  const voice = page.locator(`#stem-${ids['hostile'] ?? ''}`);
  await expect(voice.locator('.lees')).toContainText('<img src=x onerror=');
  await expect(
    voice.locator('.lees').locator('img, script, svg, h1, [href^=javascript]'),
  ).toHaveCount(0);
  await expect(voice).toContainText('<i>Mallory</i>');
  await expect(voice.locator('.needs')).toContainText('<b>"Haakjes" & ’aanhalingen’</b>');
  expect(await page.title()).toBe(title);
  expect(wrong).toEqual([]);
});

test('both sides stand in two equal columns where there is room, and below each other where not', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(sla);
  const boxes = async () => [await dissents(page).boundingBox(), await others(page).boundingBox()];
  const [left, right] = await boxes();
  expect(Math.abs((left?.width ?? 0) - (right?.width ?? 0))).toBeLessThan(2);
  expect(left?.y).toBe(right?.y);
  await page.setViewportSize({ width: 360, height: 800 });
  const [above, under] = await boxes();
  expect(under?.y).toBeGreaterThan((above?.y ?? 0) + 1000);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
});

test('on a narrow screen a voice beside the text opens when asked, by keyboard too', async ({
  page,
  site: { ids },
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(sla);
  const note = page.locator(`#kant-${ids['open-old'] ?? ''}`);
  await expect(note.getByText('Toen was de fut eruit.')).toBeHidden();
  await note.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(note.getByText('Toen was de fut eruit.')).toBeVisible();
  await expect(note.locator('.who')).toHaveText('deelnemer');
});

test('read on one’s feet, each voice is only its words, in any order, and persons are not printed', async ({
  page,
}) => {
  await page.goto(sla);
  const feet = page.locator('on-feet');
  const start = feet.getByRole('button', { name: 'Lees op voeten' });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(feet.getByRole('heading')).toBeFocused();
  await expect(page.locator('.sides')).toBeHidden();
  const voices = feet.getByRole('listitem');
  const count = await page.locator('.voice > .lees').count();
  await expect(voices).toHaveCount(count);
  await expect(feet).not.toContainText('Sanne V.');
  await expect(feet).not.toContainText('Gevonden');
  const before = await feet.locator('ul').textContent();
  await feet.getByRole('button', { name: 'Schud opnieuw' }).click();
  await expect(feet.getByRole('status')).toHaveText('De volgorde is nieuw.');
  expect(await feet.locator('ul').textContent()).not.toBe(before);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Sanne V.').filter({ visible: true })).toHaveCount(0);
  await expect(voices.first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await feet.getByRole('button', { name: 'Terug naar het gesprek' }).click();
  await expect(page.locator('.sides')).toBeVisible();
  await expect(start).toBeFocused();
});

test('everything published is there without JavaScript, and on paper', async ({
  browser,
  site: { address, ids },
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const page = await context.newPage();
  await page.goto(sla);
  await expect(page.locator(`#stem-${ids['many-38'] ?? ''}`)).toContainText('Stem 38 over staan');
  await expect(page.getByRole('button', { name: 'Lees op voeten' })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(`#stem-${ids['many-38'] ?? ''}`)).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Antwoord', exact: true }).filter({ visible: true }),
  ).toHaveCount(0);
  await expect(page.locator(`#stem-${ids['changed-words'] ?? ''} dd`).last()).toBeVisible();
  await context.close();
});

test('a practice gathers every no about it, and names where nobody said no yet', async ({
  page,
  site: { ids },
}) => {
  await page.goto('/werkvormen/check-in/');
  const noes = page.locator('.noes a');
  const hrefs = await noes.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const here = ['open-old', 'english', 'open-new'].map(
    (name) => `/casussen/sla/#stem-${ids[name] ?? ''}`,
  );
  expect(hrefs.filter((href) => href?.includes('/sla/'))).toEqual(here);
  await page.goto('/werkvormen/zoek-de-nee/');
  await expect(page.locator(`#stem-${ids['practice'] ?? ''}`)).toContainText(
    'voelt in een kleine groep',
  );
  await expect(page.locator(`#stem-${ids['english-practice'] ?? ''}`)).toContainText(
    'in het Engels',
  );
  await expect(page.locator('.quiet a').first()).toHaveAttribute(
    'href',
    /^\/reageren\/\?subject=cases\/[\w-]+%23[\w-]+$/,
  );
});

test('lists, the home page and session plans count what readers say', async ({
  page,
  site: { ids },
}) => {
  await page.goto('/casussen/');
  await expect(page.getByRole('link', { name: '43 andere stemmen' })).toBeVisible();
  await page.goto('/');
  await expect(page.locator('section.open article').first()).toContainText('Stem 0 over staan');
  await page.goto('/draaiboeken/sla/');
  const warning = page.locator(`a[href="/casussen/sla/#stem-${ids['open-old'] ?? ''}"]`);
  await expect(warning.first()).toBeVisible();
  const settled = page.locator(`a[href="/casussen/sla/#stem-${ids['added'] ?? ''}"]`);
  await expect(settled).toHaveCount(0);
});

for (const address of [sla, '/en/cases/sla/', '/werkvormen/zoek-de-nee/'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${address} has no accessibility violations (${colorScheme})`, async ({ page }) => {
      // Some sixty voices take their time to look through.
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });

test('a conversation read on one’s feet has no accessibility violations', async ({ page }) => {
  await page.goto(sla);
  await page.getByRole('button', { name: 'Lees op voeten' }).click();
  const { violations } = await new AxeBuilder({ page })
    .include('on-feet')
    .withTags(rules)
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a page with a conversation is well formed, with each id once', async ({ site: { dir } }) => {
  const validate = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'long-title': 'off',
      'require-sri': 'off',
      // A browser that comes back to a page must not tick boxes by itself.
      'valid-autocomplete': 'off',
    },
  });
  for (const address of ['casussen/sla', 'en/cases/sla', 'werkvormen/zoek-de-nee']) {
    const html = await readFile(path.join(dir, address, 'index.html'), 'utf8');
    const ids = [...html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const { results } = await validate.validateString(html);
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect([...new Set(said)]).toEqual([]);
  }
});
