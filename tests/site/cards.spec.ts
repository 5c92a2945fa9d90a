import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { toPath } from '../../src/model/address.ts';
import { cardFormats, cardPapers, type CardFormat } from '../../src/model/deck.ts';
import { languages } from '../../src/model/language.ts';
import { toStepCode } from '../../src/model/plan-code.ts';
import { checkFit } from '../../src/print/check-fit.ts';

const steps = toPath({ kind: 'deck', id: 'steps' }, 'nl');

/** The sizes of the pages that come out on paper, in millimetres. */
async function print(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: false })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)).join('×'),
  );
}

const choose = async (page: Page, format: CardFormat, paper = 'a4'): Promise<void> => {
  await page.locator(`#formaat-${format}`).check();
  await page.locator(`#papier-${paper}`).check();
};

test('without a script, a deck is printed in every format on the paper it is meant for, and nothing else is', async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(steps);
  const cards = await page.locator('.kaart').count();
  const sheets = await page.locator('.vel').count();
  const expected: Record<CardFormat, [pages: number, a4: string, letter: string]> = {
    duplex: [2 * sheets, '210×297', '216×279'],
    'short-edge': [2 * sheets, '210×297', '216×279'],
    fold: [Math.ceil(cards / 2), '210×297', '216×279'],
    wall: [cards, '297×210', '279×216'],
    shop: [2 * cards, '111×154', '111×154'],
    large: [2 * cards, '210×297', '216×279'],
  };
  for (const format of cardFormats) {
    await choose(page, format);
    const [pages, a4] = expected[format];
    expect(await print(page), format).toEqual(Array.from({ length: pages }, () => a4));
  }
  for (const format of ['fold', 'wall'] as const) {
    await choose(page, format, 'letter');
    const [pages, , letter] = expected[format];
    expect(await print(page), `${format} on Letter`).toEqual(
      Array.from({ length: pages }, () => letter),
    );
  }
  const said = await page.locator('label', { hasText: 'lange zijde' }).textContent();
  expect(said).toContain(`${String(sheets)} vellen`);
  await context.close();
});

/** Cards turned round or laid otherwise on the sheet are the same cards. */
const sizes = (['duplex', 'wall', 'shop', 'large'] as const).flatMap((format) =>
  (format === 'shop' ? ['a4' as const] : cardPapers).map((paper) => ({ format, paper })),
);

for (const language of languages)
  test(`every card fits in every format, clear of its edges and no smaller than 9 points (${language})`, async ({
    page,
  }) => {
    test.slow();
    const ids = [
      'practices',
      'cases/sla',
      'cases/roosterwissel',
      'cases/fusie-twee-teams',
    ] as const;
    for (const path of ids.map((id) => toPath({ kind: 'deck', id }, language))) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.emulateMedia({ media: 'print' });
      for (const { format, paper } of sizes) {
        // The choices themselves do not come on paper, so nobody can click them there.
        await page.evaluate(
          (marks) => {
            for (const mark of marks) {
              const choice = document.getElementById(mark);
              if (choice instanceof HTMLInputElement) choice.checked = true;
            }
          },
          [`formaat-${format}`, `papier-${paper}`],
        );
        const rules = {
          safe: 6,
          bleed: format === 'shop' ? 3 : 0,
          least: format === 'large' ? 18 : 9,
        };
        expect(await page.evaluate(checkFit, rules), `${path} ${format} ${paper}`).toEqual([]);
      }
    }
  });

test('a card that does not fit is named, with its side and what is wrong', async ({ page }) => {
  await page.goto(steps);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('#kaart-zoek-de-nee ol li');
    first?.replaceChildren('woord '.repeat(300));
    if (second instanceof HTMLElement) second.style.setProperty('font-size', '6pt');
  });
  const problems = await page.evaluate(checkFit, { safe: 6, bleed: 0, least: 9 });
  expect(new Set(problems.map(({ card }) => card))).toEqual(new Set(['practices/zoek-de-nee']));
  expect(problems.map(({ part, problem }) => `${part} ${problem.kind}`)).toEqual(
    expect.arrayContaining(['1/2 back overflow', '1/2 back small', '1/2 back edge']),
  );
});

test('the address names the format and the one card to print', async ({ page }) => {
  await page.goto(`${steps}?formaat=fold&papier=letter#kaart-zoek-de-nee`);
  await expect(page.locator('#formaat-fold')).toBeChecked();
  await expect(page.locator('#papier-letter')).toBeChecked();
  await expect(page.getByText('Je print nu alleen deze kaart.')).toBeVisible();
  expect(await print(page)).toEqual(['216×279']);
  await choose(page, 'duplex');
  expect(await print(page)).toEqual(['210×297', '210×297']);
  await page.getByRole('link', { name: 'Print alle kaarten' }).click();
  await page.waitForURL(`${steps}#inhoud`);
  expect(await print(page)).toHaveLength(6);
});

test('cards have what they promise: number, question, lines for the no, and none where nobody writes', async ({
  page,
}) => {
  await page.goto(toPath({ kind: 'deck', id: 'practices' }, 'nl'));
  const no = page.locator('#kaart-zoek-de-nee');
  await expect(no.locator('.nummer')).toContainText('2');
  await expect(no.locator('.vraag')).toHaveText('“Wie ziet dit anders?”');
  await expect(no.locator('.lijnen i')).toHaveCount(6);
  await expect(no.locator('ol li')).toHaveCount(7);
  const feet = page.locator('#kaart-gesprek-op-voeten');
  await expect(feet.locator('.lijnen')).toHaveCount(0);
  await expect(feet.getByText('Hier schrijft niemand iets op.')).toBeVisible();
  await page.goto(toPath({ kind: 'deck', id: 'cases/sla' }, 'nl'));
  const meeting = page.locator('#kaart-kennismaking .tegen');
  await expect(meeting).toContainText('Tegengeluid');
  await expect(meeting).toContainText('Nodig om mee te gaan:');
});

test('the five steps are told apart without colour: by number, and by a pattern no other has', async ({
  page,
}) => {
  await page.goto(steps);
  const numbers = await page.locator('.kop-kaart .nummer').allTextContents();
  expect(numbers.map((text) => text.replaceAll(/\D/g, ''))).toEqual(['1', '2', '3', '4', '5']);
  const textures = [];
  for (const figure of await page.locator('.kop-kaart svg').all()) {
    const { data, info } = await sharp(await figure.screenshot())
      .removeAlpha()
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    textures.push(toTexture(data, info));
  }
  expect(textures).toHaveLength(5);
  // A copier may make all of it lighter or darker, but leaves what changes where.
  for (const [at, one] of textures.entries())
    for (const other of textures.slice(at + 1))
      expect(Math.hypot(one.across - other.across, one.down - other.down)).toBeGreaterThan(3);
});

test('what is kept becomes a deck, and so does a plan of one’s own', async ({ page }) => {
  const kept = toPath({ kind: 'deck', id: 'favourites' }, 'nl');
  await page.goto(kept);
  await expect(page.getByText('Je hebt nog niets bewaard waar kaarten van zijn.')).toBeVisible();
  for (const path of ['/werkvormen/check-in/', '/casussen/roosterwissel/']) {
    await page.goto(path);
    await page.getByRole('button', { name: 'Bewaar' }).first().click();
  }
  await page.goto(kept);
  await expect(page.getByRole('status')).toContainText(/\d+ kaarten staan klaar\./);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
  const sheets = await page.locator('.vel').count();
  await expect(page.locator('.groep[data-subject="practices/check-in"]')).toHaveCount(1);
  await expect(page.locator('.groep[data-subject^="cases/roosterwissel#"]')).toHaveCount(7);
  expect(await print(page)).toHaveLength(2 * sheets);

  const own = toPath({ kind: 'deck', id: 'own-guide' }, 'nl');
  await page.goto(own);
  await expect(page.getByText('Je eigen draaiboek is nog leeg.')).toBeVisible();
  await page.goto(`${own}?p=1_check-in_-15_sla.${toStepCode('op-voeten')}_.Lunch.30`);
  await expect(page.getByRole('status')).toContainText(/\d+ kaarten staan klaar\./);
  expect(
    await page
      .locator('.groep')
      .evaluateAll((all) =>
        all.map((each) => (each instanceof HTMLElement ? each.dataset['subject'] : '')),
      ),
  ).toEqual(['practices/check-in', 'cases/sla#op-voeten']);
});

test('the page of all decks prints a test sheet of two pages, and nothing else', async ({
  page,
}) => {
  await page.goto(toPath({ kind: 'cards' }, 'nl'));
  expect(await print(page)).toEqual(['210×297', '210×297']);
  await page.locator('#papier-letter').check();
  expect(await print(page)).toEqual(['216×279', '216×279']);
});

/** How much the middle of a grey picture changes from point to point, across and down. */
function toTexture(grey: Uint8Array, { width, height }: { width: number; height: number }) {
  const sums = { across: 0, down: 0, points: 0 };
  const at = (x: number, y: number) => grey[y * width + x] ?? 0;
  for (let y = Math.round(height * 0.3); y < height * 0.7; y += 1)
    for (let x = Math.round(width * 0.3); x < width * 0.7; x += 1) {
      sums.across += Math.abs(at(x + 1, y) - at(x, y));
      sums.down += Math.abs(at(x, y + 1) - at(x, y));
      sums.points += 1;
    }
  return { across: sums.across / sums.points, down: sums.down / sums.points };
}
