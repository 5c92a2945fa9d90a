import { shareImageSize } from '../model/share-image.ts';
import type { LewisStep } from '../model/lewis.ts';
import { setText, type Outline } from './share-image-text.ts';
import type { ShareSubject } from './share-subject.ts';

/** How a step is drawn on a grid of 24 units: its shape, and the pattern in it. */
export type StepDrawings = Record<
  LewisStep,
  {
    shape: string;
    line?: string;
    pattern: { width: number; height: number; stroke: number; d: string };
  }
>;

const { width, height } = shareImageSize;
/** Where air ends and water begins. */
const waterline = 388;
const margin = 72;
/** How much of the last line of a title is under water, and how far the water moves it, both as shares. */
const under = 0.37;
const shift = 0.055;

const colours = {
  air: '#eff6f5',
  ink: '#062326',
  water: '#002e35',
  foam: '#edf7f6',
  foam2: '#cae0e0',
  enamel: '#042023',
  enamelLight: '#f2f8f8',
  steps: { 1: '#89cdf0', 2: '#fad035', 3: '#bdd4a2', 4: '#dd7c59', 5: '#1f3d69' },
} as const;

/** Draws air above and water below, with the title going through the line between them. */
export async function drawShareImage(
  subject: ShareSubject,
  drawings: StepDrawings,
): Promise<string> {
  const isSite = subject.title === subject.name;
  const parts = isSite ? await drawSite(subject, drawings) : await drawText(subject, drawings);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<defs><clipPath id="air"><path d="M-9-9h9999v${String(waterline + 9)}H-9z"/></clipPath>`,
    `<clipPath id="under"><path d="M-9 ${String(waterline)}h9999v9999H-9z"/></clipPath>`,
    ...Object.entries(drawings).map(([step, drawing]) => drawPattern(step, drawing.pattern)),
    `</defs><path fill="${colours.air}" d="M0 0h${String(width)}v${String(height)}H0z"/>`,
    `<path fill="${colours.water}" d="M0 ${String(waterline)}h${String(width)}v${String(height)}H0z"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** A case or practice: the name of the handbook, the title, and below it what it is. */
async function drawText(subject: ShareSubject, drawings: StepDrawings): Promise<string[]> {
  const { language, figure, steps } = subject;
  const room = width - 2 * margin - (figure ? 300 : 90);
  const row = steps.length * 92;
  const beside = width - 2 * margin - 90 - (steps.length > 0 ? row + 28 : 0);
  const [title, name, line, facts] = await Promise.all([
    setText({
      text: subject.title,
      face: 'title',
      language,
      width: room,
      sizes: [124, 112, 102, 94, 86, 78, 70, 62, 54],
      lines: 3,
      height: 322,
    }),
    setText({ text: subject.name, face: 'title', language, width: room, sizes: [40], lines: 1 }),
    setText({
      text: subject.line,
      face: 'lead',
      language,
      width: beside,
      sizes: [36, 32, 28],
      lines: 2,
      fewest: true,
    }),
    setText({
      text: subject.facts,
      face: 'facts',
      language,
      width: beside,
      sizes: [27, 24],
      lines: 1,
    }),
  ]);
  const below = height - 54 - facts.height;
  return [
    figure ? '' : drawGauge(width - margin - 22),
    drawWordmark(name, margin, 44),
    drawCrossing(title, margin),
    place(line.d, margin, below - line.height - 4, colours.foam),
    place(facts.d, margin, below, colours.foam2),
    ...steps.map((step, index) =>
      drawStep(
        step,
        drawings,
        width - margin - 90 - row + index * 92,
        height - 54 - 72,
        72,
        colours.foam,
      ),
    ),
    figure ? drawFigure(figure, drawings) : '',
  ];
}

/** The site itself: its name as large as it goes, what it is, and the five steps. */
async function drawSite(
  { title, line, language, steps }: ShareSubject,
  drawings: StepDrawings,
): Promise<string[]> {
  const room = width - 2 * margin - 70;
  const [name, tagline] = await Promise.all([
    setText({
      text: title,
      face: 'title',
      language,
      width: room,
      sizes: [190, 170, 150, 130, 110, 90, 70],
      lines: 1,
    }),
    setText({
      text: line,
      face: 'lead',
      language,
      width: room - 120,
      sizes: [46, 42, 38],
      lines: 2,
    }),
  ]);
  return [
    drawGauge(width - margin - 22),
    place(tagline.d, margin, 60, colours.ink),
    drawCrossing(name, margin),
    ...steps.map((step, index) =>
      drawStep(step, drawings, margin + index * 108, height - 58 - 80, 80, colours.foam),
    ),
  ];
}

/** Words through the waterline: above it in ink, below it in foam and moved a little, as water does. */
function drawCrossing({ d, height: tall, lines, size }: Outline, x: number): string {
  const y = waterline - tall + (tall / lines) * under;
  return [
    `<g clip-path="url(#air)">${place(d, x, y, colours.ink)}</g>`,
    `<g clip-path="url(#under)">${place(d, x + size * shift, y, colours.foam)}</g>`,
  ].join('');
}

/** The name of the handbook has a waterline of its own, with air on both sides. */
function drawWordmark({ d, height: tall, size }: Outline, x: number, y: number): string {
  const cut = String(y + tall * (1 - under));
  return [
    `<clipPath id="name-above"><path d="M0 0h${String(width)}v${cut}H0z"/></clipPath>`,
    `<clipPath id="name-below"><path d="M0 ${cut}h${String(width)}v200H0z"/></clipPath>`,
    `<g clip-path="url(#name-above)">${place(d, x, y, colours.ink)}</g>`,
    `<g clip-path="url(#name-below)">${place(d, x + size * shift, y, colours.ink)}</g>`,
  ].join('');
}

/** A measuring staff from the top to the bottom, black on white as they stand along the water. */
function drawGauge(x: number): string {
  const ticks = Array.from(
    { length: Math.ceil(height / 14) },
    (_, index) => `M${String(x)} ${String(index * 14 + 7)}h${index % 5 === 0 ? '22' : '11'}`,
  );
  return [
    `<path fill="${colours.enamelLight}" stroke="${colours.ink}" stroke-width="2.5" d="M${String(x)}-9h22v${String(height + 18)}h-22z"/>`,
    `<path stroke="${colours.enamel}" stroke-width="2.5" d="${ticks.join('')}"/>`,
  ].join('');
}

/** One step, large: in the air beside the title. The fifth hangs from the waterline itself. */
function drawFigure(step: LewisStep, drawings: StepDrawings): string {
  const size = 250;
  const x = width - margin - size;
  if (step === 5)
    return drawStep(step, drawings, x, waterline - 6.2 * (size / 24), size, colours.foam);
  return drawStep(step, drawings, x, (waterline - size) / 2 + 12, size, colours.ink);
}

function drawStep(
  step: LewisStep,
  drawings: StepDrawings,
  x: number,
  y: number,
  size: number,
  outline: string,
): string {
  const { shape, line } = drawings[step];
  const stroke = `stroke="${outline}" stroke-width="${size > 100 ? '0.6' : '0.9'}" stroke-linejoin="round"`;
  return [
    `<g transform="translate(${String(x)} ${String(y)}) scale(${String(size / 24)})">`,
    `<path d="${shape}" fill="${colours.steps[step]}" ${stroke}/>`,
    line === undefined ? '' : `<path d="${line}" fill="none" ${stroke}/>`,
    `<path d="${shape}" fill="url(#pattern-${String(step)})"/></g>`,
  ].join('');
}

function drawPattern(
  step: string,
  { width: wide, height: tall, stroke, d }: StepDrawings[LewisStep]['pattern'],
): string {
  const colour = step === '5' ? colours.enamelLight : colours.enamel;
  const cap = step === '2' || step === '4' ? 'butt' : 'round';
  return [
    `<pattern id="pattern-${step}" width="${String(wide)}" height="${String(tall)}" patternUnits="userSpaceOnUse">`,
    `<path fill="none" stroke="${colour}" stroke-width="${String(stroke)}" stroke-linecap="${cap}" d="${d}"/></pattern>`,
  ].join('');
}

const place = (d: string, x: number, y: number, colour: string): string =>
  `<path transform="translate(${String(x)} ${String(y)})" fill="${colour}" d="${d}"/>`;
