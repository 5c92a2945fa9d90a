import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveContent, papers, pointsPerMillimetre, toPageBoxes } from '../../src/print/sheet.ts';

const rounded = (millimetres: number) =>
  fc
    .double({ min: -0.9, max: 0.9, noNaN: true })
    .map((off) => millimetres * pointsPerMillimetre + off);

describe('a page the browser made', () => {
  it('gets exactly the size of the paper it was meant for, upright or turned', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...papers)
          .chain((paper) =>
            fc.tuple(fc.constant(paper), rounded(paper.width), rounded(paper.height), fc.boolean()),
          ),
        ([paper, width, height, turned]) => {
          const boxes = toPageBoxes(turned ? { width: height, height: width } : { width, height });
          const size = [boxes?.media.width, boxes?.media.height];
          expect(boxes?.paper.name).toBe(paper.name);
          expect(
            (turned ? size.reverse() : size).map((points) => (points ?? 0).toFixed(6)),
          ).toEqual(
            [paper.width, paper.height].map((side) => (side * pointsPerMillimetre).toFixed(6)),
          );
        },
      ),
    );
  });

  it('keeps what stands on it at the same distance from its upper left corner', () => {
    const boxes = toPageBoxes({ width: 594.96, height: 841.92 });
    expect(boxes?.media.x).toBe(0);
    expect((boxes?.media.y ?? 0) + (boxes?.media.height ?? 0)).toBeCloseTo(841.92, 9);
  });

  it('is left alone when it is no paper we know', () => {
    expect(toPageBoxes({ width: 612, height: 841 })).toBeUndefined();
  });

  it('says where a card of the print shop is cut', () => {
    const boxes = toPageBoxes({ width: 314.88, height: 436.8 });
    expect((boxes?.trim.width ?? 0) / pointsPerMillimetre).toBeCloseTo(105, 6);
    expect((boxes?.trim.height ?? 0) / pointsPerMillimetre).toBeCloseTo(148, 6);
  });
});

describe('a back that the printer puts askew', () => {
  it('moves to the right and down on the paper by what was typed', () => {
    const boxes = toPageBoxes({ width: 594.96, height: 841.92 });
    if (!boxes) throw new Error('A4 is a paper.');
    const moved = moveContent(boxes, { dx: 2, dy: 1 });
    // The paper goes left and up under what stands on it.
    expect((boxes.media.x - moved.media.x) / pointsPerMillimetre).toBeCloseTo(2, 9);
    expect((moved.media.y - boxes.media.y) / pointsPerMillimetre).toBeCloseTo(1, 9);
    expect(moved.media.width).toBe(boxes.media.width);
  });
});
