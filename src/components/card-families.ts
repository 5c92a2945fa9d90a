import type { Card } from '../model/card.ts';
import { lewisSteps } from '../model/lewis.ts';
import { drawings } from './steps.ts';

/** A figure on a card, on a grid of 24 units. */
interface CardDrawing {
  id: string;
  /** How it is coloured: that of a step, or white. */
  tone: string;
  shape: string;
  line?: string;
  /** All marks of its pattern as one path; what is outside the shape is cut off. */
  marks: string;
  stroke: number;
}

/** Those of cards without a number. */
const families = [
  // Something one does: a stone with planks.
  {
    id: 'activity',
    shape: 'M6.4 1.6h11.2L23.2 12l-5.6 10.4H6.4L.8 12z',
    pattern: { width: 4, height: 4, stroke: 0.5, d: 'M0 1h2.6M2 3h2' },
  },
  // Something one looks through: a frame of squares.
  {
    id: 'frame',
    shape: 'M1.6 1.6h20.8v20.8H1.6zM8 8v8h8V8z',
    pattern: { width: 4, height: 4, stroke: 0.5, d: 'M0 2h4M2 0v4' },
  },
  // A part of a session: a staff gauge, as beside the story.
  {
    id: 'gauge',
    shape: 'M7.6 1.2h8.8v21.6H7.6z',
    pattern: { width: 12, height: 4, stroke: 2, d: 'M0 3h12' },
  },
] as const;

/**
 * Every figure that may stand on a card. A pattern of SVG would come on paper as a picture, blurred and many times as
 * heavy, so each is drawn in full, once in a page.
 */
export const cardDrawings: readonly CardDrawing[] = [
  ...lewisSteps.map((step) => {
    const { shape, line, pattern } = drawings[step];
    return {
      id: toFigureId(String(step)),
      tone: `toon${String(step)}`,
      shape,
      ...(line === undefined ? {} : { line }),
      marks: toMarks(pattern),
      stroke: pattern.stroke,
    };
  }),
  ...families.map(({ id, shape, pattern }) => ({
    id: toFigureId(id),
    tone: '',
    shape,
    marks: toMarks(pattern),
    stroke: pattern.stroke,
  })),
];

/** The figures of a card: of its steps, or of its family. A step of a case that uses a practice looks like that practice. */
export function listFigures({ lewis, family, borrowed }: Card): string[] {
  if (lewis.length > 0) return lewis.map((step) => toFigureId(String(step)));
  if (family === 'frame') return [toFigureId('frame')];
  return [toFigureId(family === 'case-step' && borrowed.length === 0 ? 'gauge' : 'activity')];
}

function toFigureId(name: string): string {
  return `figuur-kaart-${name}`;
}

/** One tile of a pattern over the whole grid. Every part of a path begins with its place and is relative from there. */
function toMarks({ width, height, d }: { width: number; height: number; d: string }): string {
  const tiles: string[] = [];
  for (let y = 0; y < 24; y += height)
    for (let x = 0; x < 24; x += width)
      tiles.push(
        d.replaceAll(
          /M(-?\d*\.?\d+)\s?(-?\d*\.?\d+)/g,
          (_whole, left: string, top: string) => `M${toShort(x + +left)} ${toShort(y + +top)}`,
        ),
      );
  return tiles.join('');
}

function toShort(n: number): string {
  return String(Math.round(n * 100) / 100);
}
