/** Points in a millimetre: PDF counts in points of 1/72 inch. */
export const pointsPerMillimetre = 72 / 25.4;

/** A rectangle in points, from its lower left corner, as PDF counts. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A kind of paper in millimetres, standing upright; `bleed` is what is cut off on every side. */
export interface Paper {
  name: string;
  width: number;
  height: number;
  bleed: number;
}

const inch = 25.4;

/** Every paper something is printed on. The browser only comes near these sizes: it rounds a page to whole pixels. */
export const papers: readonly Paper[] = [
  { name: 'a4', width: 210, height: 297, bleed: 0 },
  { name: 'a5', width: 148, height: 210, bleed: 0 },
  { name: 'a6', width: 105, height: 148, bleed: 0 },
  { name: 'card-with-bleed', width: 111, height: 154, bleed: 3 },
  { name: 'letter', width: 8.5 * inch, height: 11 * inch, bleed: 0 },
  { name: 'half-letter', width: 5.5 * inch, height: 8.5 * inch, bleed: 0 },
  { name: 'quarter-letter', width: 4.25 * inch, height: 5.5 * inch, bleed: 0 },
];

/** How far a page may be from the paper it was meant for, in points: the browser is at most one pixel off. */
const mostOff = 1;

/** The exact boxes of a page. */
export interface PageBoxes {
  paper: Paper;
  /** The sheet as it comes out of the printer. */
  media: Box;
  /** What is left when the bleed is cut off. */
  trim: Box;
}

/**
 * The exact boxes of a page the browser made, by the paper that is nearest, upright or turned; undefined for a size that
 * is no paper. What stands on the page was laid out from its upper left corner, so that corner stays where it is.
 * @example toPageBoxes({ width: 594.96, height: 841.92 })?.media // => { x: 0, y: 0.0302…, width: 595.2755…, height: 841.8897… }
 */
export function toPageBoxes(page: { width: number; height: number }): PageBoxes | undefined {
  for (const paper of papers) {
    const [short, long] = [paper.width, paper.height].map((side) => side * pointsPerMillimetre);
    if (short === undefined || long === undefined) continue;
    for (const [width, height] of [
      [short, long],
      [long, short],
    ] as const) {
      if (Math.abs(page.width - width) > mostOff || Math.abs(page.height - height) > mostOff)
        continue;
      const media = { x: 0, y: page.height - height, width, height };
      return { paper, media, trim: shrink(media, paper.bleed * pointsPerMillimetre) };
    }
  }
  return undefined;
}

/**
 * The same boxes with the paper moved under what stands on it: a back that the printer puts too far to the left goes
 * to the right by as much.
 */
export function moveContent(
  { paper, media, trim }: PageBoxes,
  { dx, dy }: { dx: number; dy: number },
): PageBoxes {
  const move = (box: Box): Box => ({
    ...box,
    x: box.x - dx * pointsPerMillimetre,
    // Down on paper is down for whoever measures; PDF counts upward.
    y: box.y + dy * pointsPerMillimetre,
  });
  return { paper, media: move(media), trim: move(trim) };
}

const shrink = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});
