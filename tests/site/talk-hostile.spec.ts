import { expect, test, type Page } from '@playwright/test';
import { allowedTags, presentTags } from '../../src/model/allowed-tags.ts';
import { newFormKey } from '../../src/discussion/reference-code.ts';
import { hostile } from '../discussion/hostile.ts';
import { startTalkServer } from './talk-server.ts';

/** What may be in a page of what a reader wrote: tags by name, with their attributes. */
const allowed = Object.fromEntries([
  ['p', []],
  ['br', []],
  ...Object.entries(allowedTags).map(([tag, attributes]) => [
    (presentTags as Record<string, string>)[tag] ?? tag,
    tag === 'a' ? [...attributes, 'rel'] : attributes,
  ]),
]) as Record<string, string[]>;

const shares = 4;
for (let share = 0; share < shares; share += 1) {
  test(`nothing a reader sends runs in the page or leaves the list (${String(share + 1)} of ${String(shares)})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const talk = await startTalkServer();
    const seen: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) seen.push(message.text());
    });
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(talk.address) && !request.url().startsWith('data:'))
        seen.push(`asked for ${request.url()}`);
    });
    let kept = 0;
    await page.goto(`${talk.address}/reageren/`);
    for (const [index, text] of hostile.entries()) {
      if (index % shares !== share) continue;
      const landed = await send(page, text);
      await page.goto(landed);
      const found = await look(page);
      expect(found, text).toEqual({ ran: false, strange: [] });
      kept += Number(landed.includes('ticket'));
    }
    expect(kept).toBeGreaterThan(10);
    expect(seen).toEqual([]);
    await talk.close();
  });
}

/** Sends a text in every field that takes one, and tells which page that leads to. */
const send = (page: Page, text: string): Promise<string> =>
  page.evaluate(
    async ([words, key]) => {
      const fields = {
        ...{ subject: 'cases/sla', language: 'nl', stance: 'insight', role: 'participant' },
        ...{ key, words, needs: words.slice(0, 400) || 'x', on: words.slice(0, 400) },
        name: words.replaceAll('@', '').slice(0, 50),
      };
      const body = new URLSearchParams(fields);
      return (await fetch('/reageren/', { method: 'POST', body })).url;
    },
    [text, newFormKey()] as const,
  );

/** Whether something ran, and what stands in the page that should not. */
const look = (page: Page): Promise<{ ran: boolean; strange: string[] }> =>
  page.evaluate((list) => {
    const inside = [...document.querySelectorAll('[data-html] *')];
    const strange = inside.filter((element) => {
      const attributes = list[element.localName];
      if (attributes === undefined) return true;
      const isSafe = ['href', 'cite'].every((name) => {
        const value = element.getAttribute(name);
        return value === null || /^(https?|mailto):/i.test(value) || !/^[^/?#]*:/.test(value);
      });
      return !isSafe || [...element.attributes].some(({ name }) => !attributes.includes(name));
    });
    const texts = [...document.querySelectorAll('[data-text] *')];
    return {
      ran: 'ran' in window,
      strange: [...strange, ...texts].map(({ outerHTML }) => outerHTML),
    };
  }, allowed);
