import { boardRows, toOrder, type Board } from './board.ts';

/** What is written on a drawing besides the board itself. */
export interface DrawingWords {
  purpose: string;
  fear: string;
  butAlso: string;
  rows: readonly string[];
  credit: string;
}

/** How wide a text is at a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

const width = 1600;
const edge = 60;
const middle = width / 2;
const half = 110;
const column = middle - half - edge;
const ink = '#062326';

/** Keeps the loop away from the words it runs behind. */
const halo = ' stroke="#fff" stroke-width="14" stroke-linejoin="round" paint-order="stroke"';

/** Draws a board as SVG of its own: two equal columns, the loop behind them, text wrapped and escaped. */
export function toBoardSvg(board: Board, words: DrawingWords, measure: Measure): string {
  const out: string[] = [];
  let y = edge;

  const text = (
    lines: readonly string[],
    x: number,
    top: number,
    { size = 24, weight = 400, anchor = 'start', more = '' } = {},
  ): number => {
    lines.forEach((line, index) => {
      out.push(
        `<text x="${String(x)}" y="${String(top + size + index * size * 1.35)}" font-size="${String(size)}" font-weight="${String(weight)}" text-anchor="${anchor}"${more}>${escape(line)}</text>`,
      );
    });
    return top + lines.length * size * 1.35;
  };
  const banner = (label: string, sentence: string, dash: string): void => {
    const lines = wrap(sentence, 28, 400, width - 4 * edge, measure);
    const height = 60 + Math.max(1, lines.length) * 38;
    out.push(
      `<rect x="${String(edge)}" y="${String(y)}" width="${String(width - 2 * edge)}" height="${String(height)}" fill="none" stroke="${ink}" stroke-width="2"${dash}/>`,
    );
    text([label], middle, y + 12, { size: 20, weight: 600, anchor: 'middle' });
    text(lines, middle, y + 42, { size: 28, anchor: 'middle' });
    y += height;
  };

  if (board.title !== '')
    y =
      text(wrap(board.title, 40, 700, width - 2 * edge, measure), edge, y, {
        size: 40,
        weight: 700,
      }) + 24;
  banner(words.purpose, board.purpose, '');
  y += 30;

  const order = toOrder(board);
  const tops = order.map((pole, side) => {
    const lines = wrap(board.poles[pole].name, 36, 700, column, measure);
    return side === 0
      ? text(lines, middle - half, y, { size: 36, weight: 700, anchor: 'end' })
      : text(lines, middle + half, y, { size: 36, weight: 700 });
  });
  text([words.butAlso], middle, y + 8, { size: 24, anchor: 'middle' });
  y = Math.max(y + 48, ...tops) + 30;

  const loopTop = y;
  y += 30;
  boardRows.forEach((row, index) => {
    const title = wrap(words.rows[index] ?? '', 20, 600, 2 * half - 30, measure);
    const bottoms = order.map((pole, side) => {
      let at = y;
      for (const line of board.poles[pole][row]) {
        const lines = wrap(line.text, 24, 400, column, measure);
        at =
          text(lines, side === 0 ? middle - half : middle + half, at, {
            anchor: side === 0 ? 'end' : 'start',
          }) + 12;
      }
      return at;
    });
    const height = title.length * 27;
    const bottom = Math.max(y + height, ...bottoms);
    // The loop crosses halfway: what stands in the middle keeps to the top and the bottom of it.
    const top = row === 'downsides' ? bottom - height - 14 : y + 2;
    text(title, middle, top, { size: 20, weight: 600, anchor: 'middle', more: halo });
    y = bottom + (row === 'upsides' ? 40 : 28);
    if (row === 'downsides') {
      y += 10;
      out.unshift(toLoop(loopTop, y - 10));
      y += 30;
    }
  });

  y += 6;
  banner(words.fear, board.fear, ' stroke-dasharray="8 6"');
  y = text([words.credit], edge, y + 16, { size: 18 }) + edge / 2;
  const size = `width="${String(width)}" height="${String(Math.ceil(y))}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(width)} ${String(Math.ceil(y))}" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif" fill="${ink}"><rect ${size} fill="#fff"/>${out.join('')}</svg>`;
}

/** The group keeps moving from one pole to the other: one calm line behind both. */
function toLoop(top: number, bottom: number): string {
  const x = (share: number) => String(Math.round(edge / 2 + share * (width - edge)));
  const at = (share: number) => String(Math.round(top + share * (bottom - top)));
  const points = loop.map(([command, ...pairs]) => {
    const all = pairs.map(([across, down]) => `${x(across)} ${at(down)}`);
    return `${command}${all.join(' ')}`;
  });
  return `<path d="${points.join('')}z" fill="none" stroke="#c6d4d5" stroke-width="3"/>`;
}

/** Steep between the poles and flat above and below them, so that it runs around the lines and not through them. */
const loop: readonly [command: string, ...points: [x: number, y: number][]][] = [
  ['M', [0.5, 0.5]],
  ['C', [0.45, 1], [0.44, 1], [0.13, 1]],
  ['C', [0.04, 1], [0, 0.9], [0, 0.5]],
  ['S', [0.04, 0], [0.13, 0]],
  ['C', [0.44, 0], [0.45, 0], [0.5, 0.5]],
  ['S', [0.56, 1], [0.87, 1]],
  ['C', [0.96, 1], [1, 0.9], [1, 0.5]],
  ['S', [0.96, 0], [0.87, 0]],
  ['C', [0.56, 0], [0.55, 0], [0.5, 0.5]],
];

/** Lines that fit; a word wider than a line is cut. */
function wrap(
  text: string,
  size: number,
  weight: number,
  most: number,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cut(each, size, weight, most, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, size, weight) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cut(word: string, size: number, weight: number, most: number, measure: Measure): string[] {
  if (measure(word, size, weight) <= most) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter, size, weight) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
