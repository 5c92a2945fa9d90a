type Parts = Record<'min' | 'ideal' | 'max', number>;

/** The sum of durations, part by part. It stands apart from their schema, which no browser needs to load. */
export const addDurations = (durations: readonly Parts[]): Parts =>
  durations.reduce(
    (sum, each) => ({
      min: sum.min + each.min,
      ideal: sum.ideal + each.ideal,
      max: sum.max + each.max,
    }),
    { min: 0, ideal: 0, max: 0 },
  );
