/** A ruler of some minutes as a drawing one unit a minute high: a line every five. It stretches with its row. */
export const toRuler = (minutes: number): { viewBox: string; d: string } => ({
  viewBox: `0 0 10 ${String(Math.max(1, minutes))}`,
  d: Array.from(
    { length: Math.max(0, Math.ceil(minutes / 5) - 1) },
    (_, index) => `M0 ${String((index + 1) * 5)}h10`,
  ).join(''),
});

/** How high a row of some minutes is at least, in pixels, so that a long part also looks long. */
export const toRowHeight = (minutes: number): number => Math.round(minutes * 4.4);
