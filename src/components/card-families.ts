import type { Card, CardFamily } from '../model/card.ts';

/** On the grid of the figures of the steps. */
const familyDrawings: Record<Exclude<CardFamily, 'step'>, FamilyDrawing> = {
  // Something one does: a stone with planks.
  activity: {
    shape: 'M6.4 1.6h11.2L23.2 12l-5.6 10.4H6.4L.8 12z',
    pattern: { d: 'M0 1h2.6M2 3h2', stroke: 0.5 },
  },
  // Something one looks through: a frame of squares.
  frame: {
    shape: 'M1.6 1.6h20.8v20.8H1.6zM8 8v8h8V8z',
    pattern: { d: 'M0 2h4M2 0v4', stroke: 0.5 },
  },
  // A part of a session: a staff gauge, as beside the story.
  'case-step': { shape: 'M7.6 1.2h8.8v21.6H7.6z', pattern: { d: 'M0 3h4', stroke: 2 } },
};

interface FamilyDrawing {
  shape: string;
  pattern: { d: string; stroke: number };
}

/** How a card without a number is drawn. A step of a case that uses a practice looks like that practice. */
export const toFamilyDrawing = ({ family, borrowed }: Card): FamilyDrawing =>
  familyDrawings[family === 'step' || borrowed.length > 0 ? 'activity' : family];
