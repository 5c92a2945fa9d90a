import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { startTalkServer, type TalkServer } from './talk-server.ts';
import { startWire, type Wire } from './talk-wire.ts';

/** A site with a discussion of its own for each test, over a wire that can go wrong. */
const test = base.extend<{ talk: TalkServer; wire: Wire }>({
  talk: async ({}, use) => {
    const talk = await startTalkServer();
    await use(talk);
    await talk.close();
  },
  wire: async ({ talk }, use) => {
    const wire = await startWire(talk.address);
    await use(wire);
    await wire.close();
  },
  baseURL: async ({ wire }, use) => {
    await use(wire.address);
  },
});

const story = '/casussen/sla/';
const words = 'Bij ons duurde dit <b>veel</b> langer.';
const draftKey = 'onderstroom:talk-draft:cases/sla';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The form of a page, once it is there. */
async function openForm(page: Page, path = story): Promise<Locator> {
  await page.goto(path);
  return toForm(page);
}

async function toForm(page: Page): Promise<Locator> {
  const section = page.locator('#reageer');
  await section.scrollIntoViewIfNeeded();
  await expect(section).toHaveAttribute('data-on', '');
  return section;
}

const toWords = (form: Locator) => form.getByRole('textbox', { name: /^Je reactie/ });
const toArrived = (form: Locator) => form.getByRole('heading', { name: 'Je reactie is binnen' });
const toOwn = (page: Page) => page.getByRole('region', { name: 'Jouw reacties' });
const send = (form: Locator) => form.getByRole('button', { name: 'Verstuur reactie' }).click();

async function write(form: Locator, text = words): Promise<void> {
  await form.getByRole('radio', { name: /Ik zie het anders/ }).check();
  await toWords(form).fill(text);
  await form.getByLabel(/Wat heb je nodig/).fill('Meer tijd vooraf.');
  await form.getByLabel('Je rol').selectOption('participant');
}

async function expectAccessible(page: Page): Promise<void> {
  // What stands above is looked at elsewhere, and takes long on a page this size.
  const axe = new AxeBuilder({ page }).include('[aria-labelledby=onder]').withTags(rules);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

test('a reader sends a reaction without leaving the page, and sees it while it waits', async ({
  page,
  talk,
}) => {
  const form = await openForm(page);
  const about = form.getByLabel('Waar gaat het over?');
  await expect(about).toHaveValue('cases/sla');
  await write(form);
  await about.selectOption('cases/sla#check-in');
  await send(form);
  await expect(toArrived(form)).toBeFocused();
  await expect(page).toHaveURL(/\/casussen\/sla\/$/);
  const [pending] = await talk.store.listPending();
  expect(pending).toMatchObject({
    subject: 'cases/sla#check-in',
    stance: 'insight',
    words,
    needs: 'Meer tijd vooraf.',
    role: 'participant',
  });
  const code = (await form.locator('[data-code]').textContent()) ?? '';
  expect(await talk.store.findOwn(code)).toMatchObject({ words });
  const own = toOwn(page);
  await expect(own).toContainText('Alleen jij ziet dit; wacht op lezen');
  await expect(own).toContainText(words);
  await expectAccessible(page);

  await form.getByRole('button', { name: 'Schrijf nog een reactie' }).click();
  await expect(toWords(form)).toHaveValue('');
  await toForm(page);
  await page.reload();
  await expect(toOwn(page)).toContainText(words);
  await expect(toWords(await toForm(page))).toHaveValue('');
});

test('the code leads to the page of the reaction, and stands in no address', async ({ page }) => {
  const form = await openForm(page);
  await write(form);
  await send(form);
  const code = (await form.locator('[data-code]').textContent()) ?? '';
  expect(code).toMatch(/^\w{5}(-\w{5}){3}$/);
  await form.getByRole('button', { name: 'Bekijk, verander of neem terug' }).click();
  await expect(page).toHaveURL(/\/bijdrage\/\?ticket=/);
  await expect(page.getByText(code)).toBeVisible();
  expect(page.url()).not.toContain(code);
  await page.getByText('Neem je reactie terug').click();
  await page.getByRole('button', { name: 'Ja, wis mijn reactie' }).click();
  await expect(page.getByRole('heading', { name: 'Door jou teruggenomen' })).toBeVisible();
  await openForm(page);
  await expect(toOwn(page)).toBeHidden();
});

test('a draft stays after a reload, a closed page and in a second tab, and can be thrown away and put back', async ({
  page,
  context,
}) => {
  const form = await openForm(page);
  await write(form);
  await page.reload();
  const again = await toForm(page);
  await expect(toWords(again)).toHaveValue(words);
  await expect(again.getByRole('radio', { name: /Ik zie het anders/ })).toBeChecked();
  await expect(again.getByText('Hier staat nog wat je eerder schreef.')).toBeVisible();
  await expectAccessible(page);

  await page.close();
  const second = await context.newPage();
  const reopened = await openForm(second);
  await expect(toWords(reopened)).toHaveValue(words);
  const third = await context.newPage();
  const other = await openForm(third);
  await toWords(other).fill('In het andere tabblad verder.');
  await expect(toWords(reopened)).toHaveValue('In het andere tabblad verder.');

  await reopened.getByRole('button', { name: 'Gooi weg' }).click();
  await expect(toWords(reopened)).toHaveValue('');
  await expect(toWords(other)).toHaveValue('');
  await other.getByRole('button', { name: 'Zet terug' }).click();
  await expect(toWords(other)).toHaveValue('In het andere tabblad verder.');
  await expect(toWords(reopened)).toHaveValue('In het andere tabblad verder.');
});

test('sending in one tab leaves what is sent in the list of the other, and empties its form', async ({
  page,
  context,
}) => {
  const form = await openForm(page);
  await write(form);
  const second = await context.newPage();
  const other = await openForm(second);
  await expect(toWords(other)).toHaveValue(words);
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  await expect(toOwn(second)).toContainText(words);
  await expect(toWords(other)).toHaveValue('');
});

test('offline nothing is lost, and a retry when the network is back is one contribution', async ({
  page,
  context,
  talk,
}) => {
  const form = await openForm(page);
  await write(form);
  await context.setOffline(true);
  await send(form);
  const failed = form.getByRole('alert');
  await expect(failed).toContainText('Je bent offline. Je tekst staat er nog');
  await expectAccessible(page);
  await context.setOffline(false);
  await failed.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect(toArrived(form)).toBeVisible();
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('an answer that gets lost on the way makes no second contribution', async ({
  page,
  talk,
  wire,
}) => {
  const form = await openForm(page);
  await write(form);
  wire.state = 'lost';
  await send(form);
  await expect(form.getByRole('alert')).toContainText('De site gaf geen antwoord.');
  expect(await talk.store.listPending()).toHaveLength(1);
  // Also when the page was closed in between.
  wire.state = 'open';
  await page.reload();
  const again = await toForm(page);
  await send(again);
  await expect(toArrived(again)).toBeVisible();
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('words that were changed after an answer got lost are the ones that stay', async ({
  page,
  talk,
  wire,
}) => {
  const form = await openForm(page);
  await write(form);
  wire.state = 'lost';
  await send(form);
  await expect(form.getByRole('alert')).toBeVisible();
  wire.state = 'open';
  await toWords(form).fill('Bij nader inzien anders.');
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  const pending = await talk.store.listPending();
  expect(pending.map((each) => each.words)).toEqual(['Bij nader inzien anders.']);
});

test('a site that is away, and is there again, gets the reaction', async ({ page, talk, wire }) => {
  const form = await openForm(page);
  await write(form);
  wire.state = 'down';
  await send(form);
  await expect(form.getByRole('alert')).toContainText('De site gaf geen antwoord.');
  expect(await talk.store.listPending()).toEqual([]);
  wire.state = 'open';
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('a site that keeps silent is given up on, with the text kept', async ({ page, wire }) => {
  await page.clock.install();
  const form = await openForm(page);
  await write(form);
  wire.state = 'silent';
  await send(form);
  await expect(form.getByRole('button', { name: 'Verstuur reactie' })).toHaveAttribute('aria-busy');
  await expect.poll(() => wire.sent).toBe(1);
  await page.clock.fastForward('00:21');
  await expect(form.getByRole('alert')).toContainText('Het antwoord bleef te lang uit.');
  await expect(toWords(form)).toHaveValue(words);
});

test('a site that can keep nothing says so, and the text can be copied', async ({
  page,
  context,
  talk,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = await openForm(page);
  await write(form);
  talk.trouble.full = true;
  await send(form);
  const failed = form.getByRole('alert');
  await expect(failed).toContainText('De site kan nu niets bewaren.');
  await failed.getByRole('button', { name: 'Kopieer je tekst' }).click();
  await expect(failed).toContainText('Je tekst is gekopieerd.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words);
  talk.trouble.full = false;
  await failed.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect(toArrived(form)).toBeVisible();
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('a key the site refuses is replaced, and the reaction arrives', async ({ page, talk }) => {
  await page.goto('/privacy/');
  await page.evaluate(
    ([at, text]) => {
      const fields = {
        subject: 'cases/sla',
        stance: 'confirmation',
        words: text,
        role: 'participant',
      };
      const record = { schema: 'talk-draft', version: 1, value: { key: 'te kort', fields } };
      localStorage.setItem(at, JSON.stringify(record));
    },
    [draftKey, words] as const,
  );
  const form = await openForm(page);
  await expect(toWords(form)).toHaveValue(words);
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('a site of files only says that nothing can be sent there, and keeps the draft', async ({
  page,
  wire,
}) => {
  wire.state = 'files';
  const form = await openForm(page);
  await write(form);
  await send(form);
  await expect(form.getByRole('alert')).toContainText('Op deze site kun je niets versturen');
  await page.reload();
  await expect(toWords(await toForm(page))).toHaveValue(words);
});

test('what is wrong stands beside its field, with the focus on the first', async ({ page }) => {
  const form = await openForm(page);
  await form.getByRole('radio', { name: /Ik zie het anders/ }).check();
  await toWords(form).fill(words);
  await send(form);
  const needs = form.getByLabel(/Wat heb je nodig/);
  await expect(needs).toBeFocused();
  await expect(needs).toHaveAttribute('aria-invalid', 'true');
  await expect(needs).toHaveAccessibleDescription(/nodig/);
  await expect(form.locator('form > [role=status]')).toHaveText(/Nog niet verstuurd/);
  await expectAccessible(page);
  await needs.fill('Meer tijd.');
  await expect(needs).not.toHaveAttribute('aria-invalid');
  await form.getByLabel('Je rol').selectOption('participant');
  await send(form);
  await expect(toArrived(form)).toBeVisible();
});

test('where nothing can be kept the form says so, sends, and shows what was sent', async ({
  page,
  talk,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const form = await openForm(page);
  await write(form);
  await expect(form.locator('form > [role=status]')).toHaveText(/deze browser staat dat niet toe/);
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  await expect(toOwn(page)).toContainText(words);
  expect(await talk.store.listPending()).toHaveLength(1);
});

test('a full storage is told, and whoever leaves is asked', async ({ page }) => {
  const form = await openForm(page);
  await page.evaluate(() => {
    let size = 4_000_000;
    while (size > 0) {
      try {
        localStorage.setItem(`filler-${String(size)}-${String(Math.random())}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await write(form);
  await expect(form.locator('form > [role=status]')).toHaveText(/opslag van deze browser is vol/);
  await expect(toWords(form)).toHaveValue(words);
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(toWords(form)).toHaveValue(words);
});

for (const [kind, record] of [
  ['damaged', '{"schema":"talk-draft","version":1,"value":{"key":3}}'],
  ['of a newer version', '{"schema":"talk-draft","version":9,"value":{}}'],
] as const)
  test(`a draft that is ${kind} is put aside, to take along or to throw away`, async ({ page }) => {
    await page.goto('/privacy/');
    await page.evaluate(
      ([at, text]) => {
        localStorage.setItem(at, text);
      },
      [draftKey, record] as const,
    );
    const form = await openForm(page);
    const save = form.locator('[data-act=aside-save]');
    await expect(save).toBeVisible();
    const downloading = page.waitForEvent('download');
    await save.click();
    expect((await downloading).suggestedFilename()).toBe('draft.json');
    await form.locator('[data-act=aside-forget]').click();
    await expect(save).toBeHidden();
  });

test('what became of a reaction is told once it is read', async ({ page, talk }) => {
  const at = talk.clock.now;
  const form = await openForm(page);
  for (const text of ['Dit wordt geplaatst.', 'Dit wordt niet geplaatst.']) {
    await write(form, text);
    await send(form);
    await expect(toArrived(form)).toBeVisible();
    await form.getByRole('button', { name: 'Schrijf nog een reactie' }).click();
  }
  const [one, other] = await talk.store.listPending();
  const by = 'redactie';
  await talk.store.decide(one?.id ?? '', { as: 'publish', by }, { at, version: one?.version ?? 0 });
  const declined = { as: 'decline', by, reason: 'off-topic' } as const;
  await talk.store.decide(other?.id ?? '', declined, { at, version: other?.version ?? 0 });
  await page.reload();
  await toForm(page);
  const own = toOwn(page);
  await expect(own).toContainText('Je reactie staat nu op de pagina.');
  await expect(own).toContainText('Je reactie is niet geplaatst. Het ging niet over de tekst.');
  await expect(own).not.toContainText('Dit wordt');
  await own.getByRole('button', { name: 'Haal deze melding weg' }).first().click();
  await own.getByRole('button', { name: 'Haal deze melding weg' }).first().click();
  await expect(own).toBeHidden();
  await page.reload();
  await toForm(page);
  await expect(own).toBeHidden();
});

test('words of a hostile reader stay words, in the form and in the list', async ({ page }) => {
  const hostile = '<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>';
  const form = await openForm(page);
  await write(form, hostile);
  await send(form);
  await expect(toOwn(page)).toContainText(hostile);
  await page.reload();
  await toForm(page);
  await expect(toOwn(page)).toContainText(hostile);
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
});

test('a step, a voice and a selected sentence lead to the form, which takes them along', async ({
  page,
  talk,
}) => {
  await page.goto(story);
  const step = page.locator('section:has(> div > h2#check-in)');
  await step.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await step.getByRole('link', { name: 'Reageer op deze stap' }).click();
  const form = await toForm(page);
  await expect(page).toHaveURL(/\/casussen\/sla\/#reageer$/);
  await expect(form.getByLabel('Waar gaat het over?')).toHaveValue('cases/sla#check-in');
  await expect(form.getByRole('radio').first()).toBeFocused();

  const passage = step.locator('.column p:not([class])').first();
  const sentence = ((await passage.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
  await passage.click({ clickCount: 3, position: { x: 20, y: 10 } });
  const button = page.getByRole('link', { name: 'Reageer op deze zin' });
  await expect(button).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.getByText('Je reageert op deze zin:')).toBeVisible();
  await expect(form.locator('blockquote')).toHaveText(sentence.slice(0, 600));
  await write(form);
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  expect(await talk.store.listPending()).toMatchObject([
    { subject: 'cases/sla#check-in', on: sentence.slice(0, 600) },
  ]);
});

test('a sentence that was taken along can be left out again', async ({ page, talk }) => {
  await page.goto(story);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/reageren/?subject=cases/sla%23check-in&stance=confirmation&on=Een+zin.';
    link.textContent = 'Probe';
    document.querySelector('article')?.before(link);
  });
  await page.getByRole('link', { name: 'Probe' }).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Probe' }).click();
  const form = await toForm(page);
  await expect(form.locator('blockquote')).toHaveText('Een zin.');
  await expect(form.getByRole('radio', { name: /Ik bevestig dit/ })).toBeChecked();
  await expect(toWords(form)).toBeFocused();
  await form.getByRole('button', { name: 'Haal weg' }).click();
  await expect(form.locator('blockquote')).toBeHidden();
  await toWords(form).fill(words);
  await form.getByLabel('Je rol').selectOption('participant');
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  const [pending] = await talk.store.listPending();
  expect(pending?.on).toBeUndefined();
});

test('with the keyboard alone a reaction is written and sent', async ({ page }) => {
  const form = await openForm(page);
  await form.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Alleen met toetsen.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tijd.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const button = form.getByRole('button', { name: 'Verstuur reactie' });
  while (!(await button.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(toArrived(form)).toBeFocused();
});

test.describe('on a small screen in the dark', () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });

  test('everything fits, and is accessible', async ({ page, talk }) => {
    const form = await openForm(page);
    await write(form, 'a'.repeat(400));
    talk.trouble.full = true;
    await send(form);
    await expect(form.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    const fits = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      );
    expect(await fits()).toBe(true);
    talk.trouble.full = false;
    await form.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await expect(toArrived(form)).toBeVisible();
    await expectAccessible(page);
    expect(await fits()).toBe(true);
  });
});

test('where the form cannot be had, the links to its page stay and work', async ({
  page,
  wire,
}) => {
  await page.goto(story, { waitUntil: 'networkidle' });
  wire.state = 'down';
  const section = page.locator('#reageer');
  const failing = page.waitForEvent('requestfailed');
  await section.scrollIntoViewIfNeeded();
  await failing;
  wire.state = 'open';
  await section.getByRole('link', { name: 'Ik herken dit' }).click();
  await expect(page).toHaveURL(/\/reageren\/\?subject=cases\/sla&stance=recognition/);
  await expect(page.getByRole('radio', { name: /Ik herken dit/ })).toBeChecked();
});

test('a practice has its form too, and a draft of its own', async ({ page }) => {
  const form = await openForm(page, '/werkvormen/gesprek-op-voeten/');
  await expect(form.getByLabel('Waar gaat het over?')).toHaveValue('practices/gesprek-op-voeten');
  await write(form);
  await send(form);
  await expect(toArrived(form)).toBeVisible();
  await expectAccessible(page);
});
