import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { newFormKey } from '../../src/discussion/reference-code.ts';
import { startTalkServer, type TalkServer } from './talk-server.ts';

/** A site with a discussion, one for each test: what is said in one is not heard in another. */
const test = base.extend<{ talk: TalkServer; bare: Page }>({
  talk: async ({}, use) => {
    const talk = await startTalkServer();
    await use(talk);
    await talk.close();
  },
  /** A page without JavaScript. */
  bare: async ({ browser, talk }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: talk.address });
    await use(await context.newPage());
    await context.close();
  },
});

const good = {
  subject: 'cases/sla#check-in',
  language: 'nl',
  stance: 'insight',
  words: 'Bij ons ging dat <b>anders</b>.',
  needs: 'Meer tijd vooraf.',
  role: 'participant',
};

const toWords = (page: Page) => page.getByRole('textbox', { name: /^Je reactie/ });

async function fill(page: Page): Promise<void> {
  await page.goto('/reageren/?subject=cases/sla%23check-in&stance=insight');
  await toWords(page).fill(good.words);
  await page.getByLabel('Wat heb je nodig om mee te gaan?').fill(good.needs);
  await page.getByLabel('Je rol').selectOption(good.role);
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

/** Sends a form as a browser does, with exactly these fields. */
async function submit(page: Page, action: string, fields: Record<string, string>): Promise<void> {
  await page.goto(action);
  await page.evaluate(
    ([to, sent]) => {
      const form = document.createElement('form');
      Object.assign(form, { id: 'leaving', method: 'post', action: to });
      for (const [name, value] of Object.entries(sent))
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    [action, fields] as const,
  );
  await expect(page.locator('#leaving')).toHaveCount(0);
  await page.waitForLoadState();
}

test.describe('without JavaScript', () => {
  test('a reader speaks, sees how it will look, sends it, changes it and takes it back', async ({
    bare,
    talk,
  }) => {
    await fill(bare);
    await expect(bare.getByLabel('Waar gaat het over?')).toHaveValue('cases/sla#check-in');
    await press(bare, 'Bekijk hoe het eruitziet');
    const preview = bare.locator('article.voice');
    await expect(preview.locator('[data-html] b')).toHaveText('anders');
    await expect(preview).toContainText('deelnemer');
    await expect(preview).toContainText('Meer tijd vooraf.');
    expect(await talk.store.listPending()).toEqual([]);

    await press(bare, 'Verstuur reactie');
    await expect(bare.getByRole('heading', { name: 'Wacht op lezen' })).toBeVisible();
    expect(bare.url()).toContain('/bijdrage/?ticket=');
    const code = (await bare.locator('[data-text=code]').textContent()) ?? '';
    expect(code).toMatch(/^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/);
    expect(bare.url()).not.toContain(code);
    expect(await talk.store.listPending()).toHaveLength(1);
    await expect(bare.getByText('Dat kan nog 15 minuten.')).toBeVisible();

    await toWords(bare).fill('Toch nog eens bedacht.');
    await press(bare, 'Bewaar de verandering');
    await expect(bare.locator('[data-html]')).toHaveText('Toch nog eens bedacht.');

    await expect(bare.getByRole('button', { name: 'Ja, wis mijn reactie' })).toBeHidden();
    await bare.getByText('Neem je reactie terug').click();
    await press(bare, 'Ja, wis mijn reactie');
    await expect(bare.getByRole('heading', { name: 'Door jou teruggenomen' })).toBeVisible();
    await expect(bare.getByText('Toch nog eens bedacht.')).toHaveCount(0);
    expect(await talk.store.listPending()).toEqual([]);
  });

  test('a case leads to the form, with where one stands and what it is about chosen', async ({
    bare,
  }) => {
    await bare.goto('/casussen/sla/');
    const place = bare.locator('#reageer');
    await place.getByRole('link', { name: 'Ik heb een tegenargument' }).click();
    await expect(bare.getByLabel('Ik heb een tegenargument')).toBeChecked();
    await expect(bare.getByLabel('Waar gaat het over?')).toHaveValue('cases/sla');
  });

  test('a form that was never given a key, as in a page about something else, is shown before it is sent', async ({
    page,
    talk,
  }) => {
    await submit(page, `${talk.address}/reageren/`, good);
    await expect(page.getByRole('heading', { name: 'Zo komt het eruit te zien' })).toBeFocused();
    await expect(page.locator('[data-when=problems]')).toHaveCount(0);
    await press(page, 'Verstuur reactie');
    await expect(page.getByRole('heading', { name: 'Wacht op lezen' })).toBeVisible();
  });

  test('a code that was kept leads back, however it is typed', async ({ bare, talk }) => {
    await fill(bare);
    await press(bare, 'Verstuur reactie');
    const code = (await bare.locator('[data-text=code]').textContent()) ?? '';
    talk.clock.now = new Date(talk.clock.now.getTime() + 16 * 60_000);
    await bare.reload();
    await expect(bare.getByRole('alert')).toContainText('werkt een kwartier');
    await bare.getByLabel('De code van je reactie').fill(code.toLowerCase().replaceAll('-', ' '));
    await press(bare, 'Toon mijn reactie');
    await expect(bare.getByRole('heading', { name: 'Wacht op lezen' })).toBeVisible();
    await expect(bare.getByText('Veranderen kan niet meer')).toBeVisible();
    await expect(bare.getByRole('button', { name: 'Bewaar de verandering' })).toHaveCount(0);
  });

  test('sending the same form twice is sending it once', async ({ page, talk }) => {
    const codes: (string | null)[] = [];
    const fields = { ...good, key: newFormKey() };
    for (let time = 0; time < 2; time += 1) {
      await submit(page, `${talk.address}/reageren/`, fields);
      codes.push(await page.locator('[data-text=code]').textContent());
    }
    expect(codes[0]).toBe(codes[1]);
    expect(await talk.store.listPending()).toHaveLength(1);
  });

  test('what is wrong is told on top and beside the field, and every word is still there', async ({
    bare,
  }) => {
    await fill(bare);
    await bare.getByLabel('Wat heb je nodig om mee te gaan?').fill('');
    await bare.getByLabel('Je rol').selectOption('');
    await press(bare, 'Verstuur reactie');
    const alert = bare.getByRole('alert');
    await expect(alert).toBeFocused();
    await expect(bare).toHaveTitle(/^Er klopt iets niet: /);
    const needs = bare.getByLabel('Wat heb je nodig om mee te gaan?');
    await expect(needs).toHaveAccessibleDescription(/^Zeg wat je nodig hebt/);
    await expect(bare.getByLabel('Je naam')).toHaveAccessibleDescription(/^Vul een naam of rol in/);
    await expect(toWords(bare)).toHaveValue(good.words);
    await alert.getByRole('link', { name: /^Zeg wat je nodig hebt/ }).click();
    await expect(needs).toBeFocused();
  });

  test('only another voice is asked what it needs', async ({ bare }) => {
    await bare.goto('/reageren/');
    const needs = bare.getByLabel('Wat heb je nodig om mee te gaan?');
    await expect(needs).toBeHidden();
    await bare.getByLabel('Ik heb een tegenargument').check();
    await expect(needs).toBeVisible();
    await bare.getByLabel('Ik herken dit').check();
    await expect(needs).toBeHidden();
  });

  test('the tags a reader may use stand at the form', async ({ bare }) => {
    await bare.goto('/reageren/');
    await bare.getByText('Welke opmaak mag?').click();
    await expect(bare.locator('details code')).toContainText('<blockquote cite="">');
  });
});

const wrong: [string, Record<string, string>, RegExp][] = [
  ['a subject that is not there', { subject: 'cases/nergens' }, /staat niet in het handboek/],
  ['no subject', { subject: '' }, /Kies waar het over gaat/],
  ['an unknown stance', { stance: 'nee' }, /Kies waar je staat/],
  ['no words', { words: ' ' }, /Schrijf je reactie/],
  ['too many words', { words: 'woord '.repeat(12_000) }, /Je reactie is te lang/],
  ['another language', { language: 'fr' }, /De taal klopte niet/],
  ['a dissent without a need', { needs: '' }, /Zeg wat je nodig hebt/],
  ['a need without an end', { needs: 'x'.repeat(501) }, /in 500 tekens/],
  ['an unknown role', { role: 'koning' }, /Kies je rol uit de lijst/],
  ['neither name nor role', { role: '' }, /Vul een naam of rol in/],
  ['an address as a name', { name: 'jo@a.example' }, /Een e-mailadres hoort hier niet/],
  ['an address that is none', { email: 'jo@' }, /Dit lijkt geen e-mailadres/],
  ['a key of somebody’s own making', { key: 'kort' }, /niet meer geldig/],
  [
    'a sentence that is too long',
    { on: 'x'.repeat(601) },
    /De zin waar je op reageert, is te lang/,
  ],
  ['an answer to nothing', { to: 'r-weg' }, /De reactie waar je op antwoordt, is er niet/],
  ['a status of one’s own', { status: 'published' }, /“status” kun je niet meesturen/],
];

for (const [what, changes, sentence] of wrong) {
  test(`${what} is not kept, and the form says why`, async ({ page, talk }) => {
    const key = newFormKey();
    await submit(page, `${talk.address}/reageren/`, { ...good, key, ...changes });
    await expect(page.getByRole('alert')).toHaveText(sentence);
    expect(await talk.store.listPending()).toEqual([]);
    expect(await talk.store.listSaid()).toEqual([]);
    if (!('words' in changes)) await expect(page.locator('#t-words')).toHaveValue(good.words);
  });
}

test('what cannot be mended by hand is left out when the form is sent again', async ({
  page,
  talk,
}) => {
  const key = newFormKey();
  const fields = { ...good, key, to: 'r-weg', language: 'fr' };
  await submit(page, `${talk.address}/reageren/`, fields);
  await expect(page.getByRole('alert')).toContainText('De taal klopte niet');
  await press(page, 'Verstuur reactie');
  await expect(page.getByRole('alert')).toContainText('dan staat je reactie op zichzelf');
  await press(page, 'Verstuur reactie');
  await expect(page.getByRole('heading', { name: 'Wacht op lezen' })).toBeVisible();
});

test('what could not be kept is still in the form, and is sent again once there is room', async ({
  bare,
  talk,
}) => {
  await fill(bare);
  talk.trouble.full = true;
  await press(bare, 'Verstuur reactie');
  await expect(bare.getByRole('alert')).toContainText('We kunnen nu geen reacties bewaren');
  talk.trouble.full = false;
  await press(bare, 'Verstuur reactie');
  await expect(bare.getByRole('heading', { name: 'Wacht op lezen' })).toBeVisible();
});

test('a form from elsewhere is refused, and none of its words are shown', async ({
  request,
  talk,
}) => {
  const post = (headers: Record<string, string>) =>
    request.post(`${talk.address}/reageren/`, { form: good, headers });
  const other = await post({ 'sec-fetch-site': 'cross-site' });
  expect(other.status()).toBe(403);
  expect(await other.text()).toContain('Dit formulier kwam niet van deze site');
  expect(await other.text()).not.toContain('Meer tijd vooraf');
  const unknown = await post({});
  expect(await unknown.text()).toContain('Gebruik een nieuwere browser');
  expect(await unknown.text()).toContain('Meer tijd vooraf');
});

test('a writer reads what was decided, and why', async ({ bare, talk }) => {
  await fill(bare);
  await press(bare, 'Verstuur reactie');
  const decide = async (decision: Parameters<typeof talk.store.decide>[1]) => {
    const pending = await talk.store.listPending();
    const said = await talk.store.listSaid();
    const id = pending[0]?.id ?? said[0]?.id ?? '';
    await talk.store.decide(id, decision, { at: talk.clock.now, version: 1 });
    await bare.reload();
  };
  await decide({ as: 'publish', by: 'redactie' });
  await expect(bare.getByRole('heading', { name: 'Staat op de pagina' })).toBeVisible();
  const where = bare.getByRole('link', { name: 'Bekijk waar hij staat' });
  await expect(where).toHaveAttribute('href', /^\/casussen\/sla\/#/);
  await decide({ as: 'decline', by: 'redactie', reason: 'off-topic' });
  await expect(bare.getByRole('heading', { name: 'Niet geplaatst' })).toBeVisible();
  await expect(bare.getByText('Het ging niet over de tekst.')).toBeVisible();
});

for (const path of ['/reageren/', '/bijdrage/', '/en/respond/', '/en/contribution/']) {
  test(`${path} is kept out of search engines and of our own search`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('[data-findable]')).toHaveCount(0);
    const sitemap = await page.request.get('/sitemap.xml');
    expect(await sitemap.text()).not.toContain(`${path}<`);
  });
}

test.describe('every state of both pages', () => {
  const toAxe = (page: Page) =>
    new AxeBuilder({ page }).withTags([
      ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    ]);

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`can be used by everybody on a narrow screen (${colorScheme})`, async ({
      browser,
      talk,
    }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({
        baseURL: talk.address,
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      const expectFine = async () => {
        const { violations } = await toAxe(page).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(320);
      };
      const speak = `${talk.address}/reageren/`;
      await page.goto('/reageren/?subject=cases/sla&on=Een+zin&to=r-1&stance=recognition');
      await expectFine();
      await submit(page, speak, { ...good, words: 'x'.repeat(300), name: 'Jo', email: 'a@b.nl' });
      await expectFine();
      await press(page, 'Verstuur reactie');
      await expectFine();
      await page.getByText('Neem je reactie terug').click();
      await expectFine();
      await press(page, 'Ja, wis mijn reactie');
      await expectFine();
      await submit(page, speak, { status: 'x', email: 'x', to: 'y', key: newFormKey() });
      await expectFine();
      await page.goto('/bijdrage/?ticket=oud');
      await expectFine();
      await page.goto('/en/contribution/');
      await expectFine();
      await context.close();
    });
  }
});
