import type { Page } from '@playwright/test';

/**
 * Opens a page and writes down from the start what moves in it by itself. It has been there before, so that its fonts
 * are at hand: the letters a browser shows until then are as wide as those of the machine it runs on.
 */
export async function openWatched(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[])
        for (const { node, previousRect: from, currentRect: to } of entry.sources) {
          const what = node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent;
          shifts.push(
            `${what ?? 'something'} from ${toText(from)} to ${toText(to)}, at ${String(entry.startTime)} ms`,
          );
        }
    }).observe({ type: 'layout-shift', buffered: true });

    interface Shift extends PerformanceEntry {
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }
    const toText = ({ x, y, width, height }: DOMRect) =>
      [x, y, width, height].map((each) => String(Math.round(each))).join(' ');
  });
  await page.goto(path, { waitUntil: 'networkidle' });
}

/** What moved so far, a line each. */
export const readShifts = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
