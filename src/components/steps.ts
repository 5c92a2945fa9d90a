import type { LewisStep } from '../model/lewis.ts';

/** How a step is drawn: its shape on a grid of 24 units, where its number stands, and its pattern. */
interface Drawing {
  shape: string;
  /** A line that belongs to the shape but holds no colour: the waterline of step 5. */
  line?: string;
  number: { x: number; y: number };
  pattern: { width: number; height: number; stroke: number; d: string };
}

export const drawings: Record<LewisStep, Drawing> = {
  1: {
    shape: 'M12 1.4a10.6 10.6 0 1 1 0 21.2 10.6 10.6 0 0 1 0-21.2z',
    number: { x: 12, y: 16.1 },
    // Dots: lines of no length with round ends.
    pattern: { width: 3.4, height: 3.4, stroke: 0.84, d: 'M.85.85h0M2.55 2.55h0' },
  },
  2: {
    shape: 'M.8 12 22.6.9v22.2z',
    number: { x: 15.3, y: 16.1 },
    pattern: { width: 3, height: 3, stroke: 0.5, d: 'M-1 1l2-2M-.5 3.5l4-4M2 4l2-2' },
  },
  3: {
    shape: 'M12 .6 23.6 12 12 23.4.4 12z',
    number: { x: 12, y: 16.1 },
    pattern: {
      width: 6.4,
      height: 6.4,
      stroke: 0.42,
      d: [0.8, 1.85, 2.9]
        .map(
          (r) =>
            `M${String(3.2 - r)} 3.2a${String(r)} ${String(r)} 0 1 0 ${String(2 * r)} 0a${String(r)} ${String(r)} 0 1 0-${String(2 * r)} 0`,
        )
        .join(''),
    },
  },
  4: {
    shape: 'M1.8 1.8h20.4v20.4H1.8z',
    number: { x: 12, y: 16.1 },
    pattern: { width: 4, height: 4, stroke: 0.55, d: 'M2 .8v2.4M.8 2h2.4' },
  },
  5: {
    shape: 'M2 6.2h20c0 9.5-4 16.4-10 16.4S2 15.7 2 6.2z',
    line: 'M-1 6.2h26',
    number: { x: 12, y: 17.6 },
    pattern: {
      width: 6,
      height: 6,
      stroke: 0.45,
      d: 'M0 1.5q1.5-1.3 3 0t3 0M0 4.5q1.5-1.3 3 0t3 0',
    },
  },
};
