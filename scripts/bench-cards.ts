import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chooseFormat } from '../src/print/deck-sheets.ts';
import { finishPdf } from '../src/print/finish-pdf.ts';
import { openPrinter } from './printer.ts';

const sizes = [10, 30, 100, 300, 1000];

/** Prints decks of 10 to 1,000 cards, four on a sheet, and tells what each took; they are those of all practices, again and again. */
export async function benchCards(root: string, tell: (line: string) => void): Promise<void> {
  const dir = path.join(root, 'dist');
  const html = await readFile(path.join(dir, 'kaarten/werkvormen/index.html'), 'utf8');
  const printer = await openPrinter(dir);
  tell('cards  pages  seconds  MB');
  try {
    for (const size of sizes) {
      const { html: deck } = chooseFormat(repeatSheets(html, size), {
        format: 'duplex',
        paper: 'a4',
      });
      const started = performance.now();
      const printed = await printer.print(deck, { fit: { safe: 6, bleed: 0, least: 9 } });
      const bytes = await finishPdf(printed.bytes, {
        title: 'Bench',
        language: 'nl',
        author: 'Bench',
        id: String(size),
      });
      const seconds = (performance.now() - started) / 1000;
      tell(
        [
          String(size).padStart(5),
          String(printed.pages).padStart(5),
          seconds.toFixed(1).padStart(7),
          (bytes.length / 1e6).toFixed(2),
        ].join('  '),
      );
    }
  } finally {
    await printer.close();
  }
}

/** The page of a deck with its sheets repeated until there are about so many cards. */
function repeatSheets(html: string, cards: number): string {
  const begin = html.indexOf('<div class="vel');
  const end = html.lastIndexOf('</div></div></main>');
  const sheets = html
    .slice(begin, end)
    .split(/(?=<div class="vel)/)
    .filter((sheet) => sheet.includes('</article>'));
  const wanted = Math.ceil(cards / 4);
  const repeated = Array.from({ length: wanted }, (_none, at) => sheets[at % sheets.length] ?? '');
  return html.slice(0, begin) + repeated.join('') + html.slice(end);
}
