import type { Duration } from './duration.ts';

// Apart from the schema of durations, so that programs in the page can add without bringing a validator along.

/** The sum of durations, part by part. */
export const addDurations = (durations: readonly Duration[]): Duration =>
  durations.reduce(
    (sum, each) => ({
      min: sum.min + each.min,
      ideal: sum.ideal + each.ideal,
      max: sum.max + each.max,
    }),
    { min: 0, ideal: 0, max: 0 },
  );
