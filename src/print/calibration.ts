import type { Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { toHead } from './document.ts';

/** Papers that come out of an office printer. */
export const sheets = {
  a4: { name: 'A4', width: 210, height: 297 },
  letter: { name: 'US Letter', width: 215.9, height: 279.4 },
} as const;
export type Sheet = keyof typeof sheets;

/** How far the rulers go to each side, in millimetres: further than any printer is off. */
const reach = 10;

/**
 * A sheet that shows how far the back of a printer is from its front: a line on one side, and on the other a ruler whose
 * zero is behind it; one pair for sideways, one for down. The number the line falls on is the number to type.
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
  const x = width / 2;
  const [sideways, down] = [height * 0.52, height * 0.7];
  const steps = w.how.map((step) => `<li>${step}</li>`).join('');
  return [
    toHead({ language, title, styles: [...styles, toStyle(width, height)] }),
    `<section>${drawing(toMark(x, sideways, 'v') + toMark(x, down, 'h') + toLine(x, height - 24))}`,
    `<div class="boven"><h1>${title}</h1><p><b>${w.front}</b></p><ol>${steps}</ol>`,
    `<p class="opdracht"><code>${w.command}</code></p></div>`,
    `<p class="maat">${w.ruler}</p></section>`,
    `<section>${drawing(toRuler(x, sideways, 'h') + toRuler(x, down, 'v'))}`,
    `<div class="boven"><h2>${w.back}</h2></div>`,
    toLabel('opzij', `${w.right} →`),
    toLabel('omlaag', `${w.down} ↓`),
    '</section></body></html>',
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
.maat, .opzij, .omlaag { position: absolute; margin: 0; font-size: 10pt; }
.maat { left: 0; right: 0; bottom: 14mm; text-align: center; }
.opzij, .omlaag { left: ${String(width / 2 + reach + 6)}mm; }
.opzij { top: ${String(height * 0.52 - 2.6)}mm; }
.omlaag { top: ${String(height * 0.7 - 2.6)}mm; }
`;

const toLabel = (name: string, text: string): string => `<p class="${name}">${text}</p>`;

/** A line whose place is read on the ruler behind it. */
const toMark = (x: number, y: number, along: 'h' | 'v'): string =>
  along === 'v'
    ? `<path stroke-width=".15" d="M${String(x)} ${String(y - 15)}v30"/>`
    : `<path stroke-width=".15" d="M${String(x - 15)} ${String(y)}h30"/>`;

/** A measure whose ends are exactly 100 mm apart, the width of the line included. */
const toLine = (x: number, y: number): string => {
  const ends = [x - 49.875, x + 49.875].map((end) => `M${String(end)} ${String(y - 2)}v4`);
  return `<path stroke-width=".25" d="M${String(x - 50)} ${String(y)}h100${ends.join('')}"/>`;
};

/** Every half millimetre a mark, longer ones at one and at five, and numbers that carry their sign. */
function toRuler(x: number, y: number, along: 'h' | 'v'): string {
  const marks = Array.from({ length: 4 * reach + 1 }, (_none, index) => index / 2 - reach);
  const draw = (at: number) => {
    const long = at === 0 ? 6 : at % 5 === 0 ? 3.4 : at % 1 === 0 ? 2 : 1;
    return along === 'h'
      ? `M${String(x + at)} ${String(y - long)}v${String(2 * long)}`
      : `M${String(x - long)} ${String(y + at)}h${String(2 * long)}`;
  };
  const name = (at: number) => {
    const sign = `${at > 0 ? '+' : at < 0 ? '−' : ''}${String(Math.abs(at))}`;
    return along === 'h'
      ? `<text x="${String(x + at)}" y="${String(y - 7)}">${sign}</text>`
      : `<text x="${String(x - 9)}" y="${String(y + at + 1)}">${sign}</text>`;
  };
  const numbers = marks.filter((at) => at % 5 === 0).map(name);
  return `<path stroke-width=".1" d="${marks.map(draw).join('')}"/>${numbers.join('')}`;
}
