import type { Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { toHead } from './document.ts';

/** Papers that come out of an office printer. */
export const sheets = {
  a4: { name: 'A4', width: 210, height: 297 },
  letter: { name: 'US Letter', width: 215.9, height: 279.4 },
} as const;
export type Sheet = keyof typeof sheets;

/** How far the ruler goes to each side, in millimetres: further than any printer is off. */
const reach = 8;

/**
 * A sheet that shows how far the back of a printer is from its front: a cross on one side, and on the other a ruler whose
 * zero is behind it. The number the cross falls on is the number to type, with its sign.
 */
export function toCalibrationSheet({
  language,
  sheet,
  styles,
}: {
  language: Language;
  sheet: Sheet;
  /** Style sheets of the site, for its letters. */
  styles: readonly string[];
}): string {
  const { name, width, height } = sheets[sheet];
  const w = toWords(language).print.calibration;
  const title = w.title(name);
  const drawing = (inside: string) =>
    `<svg aria-hidden="true" viewBox="0 0 ${String(width)} ${String(height)}">${inside}</svg>`;
  const [x, y] = [width / 2, height / 2];
  const steps = w.how.map((step) => `<li>${step}</li>`).join('');
  return [
    toHead({ language, title, styles: [...styles, toStyle(width, height)] }),
    `<section>${drawing(toCross(x, y) + toLine(x, height - 24))}`,
    `<div class="boven"><h1>${title}</h1><p><b>${w.front}</b></p><ol>${steps}</ol>`,
    `<p class="opdracht"><code>${w.command}</code></p></div>`,
    `<p class="maat">${w.ruler}</p></section>`,
    `<section>${drawing(toRuler(x, y))}<div class="boven"><h2>${w.back}</h2></div>`,
    `<p class="naast">${w.right} →</p><p class="onderaan">↓ ${w.down}</p></section></body></html>`,
  ].join('\n');
}

const toStyle = (width: number, height: number): string => `
@page { size: ${String(width)}mm ${String(height)}mm; margin: 0; }
body { margin: 0; color: #000; background: #fff; font: 11pt/1.4 'Atkinson Hyperlegible Next'; }
section { position: relative; width: ${String(width)}mm; height: ${String(height - 0.2)}mm; overflow: hidden; break-after: page; }
section:last-child { break-after: auto; }
svg { position: absolute; inset: 0; width: ${String(width)}mm; height: ${String(height)}mm; fill: none; stroke: #000; }
svg text { font: 2.9px 'Atkinson Hyperlegible Next'; fill: #000; stroke: none; text-anchor: middle; }
.boven { position: absolute; left: 18mm; right: 18mm; top: 16mm; }
h1, h2 { font: 700 20pt/1.1 Faustina; margin: 0 0 3mm; }
ol { margin: 3mm 0; padding-left: 6mm; list-style: decimal; }
li { margin-bottom: 1.2mm; padding-left: 1mm; }
code { font: 600 12pt 'Atkinson Hyperlegible Next'; border: 0.75pt solid #000; padding: 1.5mm 3mm; }
.maat, .naast, .onderaan { position: absolute; margin: 0; font-size: 10pt; }
.maat { left: 0; right: 0; bottom: 14mm; text-align: center; }
.naast { left: ${String(width / 2 + reach + 4)}mm; top: ${String(height / 2 - 2.6)}mm; }
.onderaan { left: 0; right: 0; text-align: center; top: ${String(height / 2 + reach + 4)}mm; }
`;

const toCross = (x: number, y: number): string =>
  `<path stroke-width=".15" d="M${String(x - 20)} ${String(y)}h40M${String(x)} ${String(y - 20)}v40"/>`;

const toLine = (x: number, y: number): string =>
  `<path stroke-width=".25" d="M${String(x - 50)} ${String(y)}h100M${String(x - 50)} ${String(y - 2)}v4M${String(x + 50)} ${String(y - 2)}v4"/>`;

/** Marks every half millimetre, a longer one every millimetre, with numbers that carry their sign. */
function toRuler(x: number, y: number): string {
  const marks = Array.from({ length: 4 * reach + 1 }, (_none, index) => index / 2 - reach);
  const path = marks
    .map((at) => {
      const long = at === 0 ? 0 : at % 2 === 0 ? 2.2 : at % 1 === 0 ? 1.5 : 0.8;
      return `M${String(x + at)} ${String(y - long)}v${String(2 * long)}M${String(x - long)} ${String(y + at)}h${String(2 * long)}`;
    })
    .join('');
  const numbers = marks
    .filter((at) => at % 2 === 0 && at !== 0)
    .map((at) => {
      const sign = `${at > 0 ? '+' : '−'}${String(Math.abs(at))}`;
      return `<text x="${String(x + at)}" y="${String(y - 3.2)}">${sign}</text><text x="${String(x - 5.2)}" y="${String(y + at + 1)}">${sign}</text>`;
    })
    .join('');
  const axes = `M${String(x - reach)} ${String(y)}h${String(2 * reach)}M${String(x)} ${String(y - reach)}v${String(2 * reach)}`;
  return `<path stroke-width=".1" d="${axes}${path}"/>${numbers}`;
}
