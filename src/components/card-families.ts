import type { CardFamily } from '../model/card.ts';

/** How a card without a number is drawn, on the grid of the figures of the steps. */
export const familyDrawings: Record<
  Exclude<CardFamily, 'step'>,
  { shape: string; pattern: string }
> = {
  // Something one does: a stone with planks.
  activity: { shape: 'M6.4 1.6h11.2L23.2 12l-5.6 10.4H6.4L.8 12z', pattern: 'M0 1h2.6M2 3h2' },
  // Something one looks through: a frame of squares.
  frame: { shape: 'M1.6 1.6h20.8v20.8H1.6zM8 8v8h8V8z', pattern: 'M0 2h4M2 0v4' },
  // A part of a session: a piece of the gauge.
  'case-step': { shape: 'M1.6 7.6h20.8v8.8H1.6z', pattern: 'M1 0v4' },
};
