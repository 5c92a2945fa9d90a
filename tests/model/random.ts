import fc from 'fast-check';
import type { Duration } from '../../src/model/duration.ts';
import type { FitStep } from '../../src/model/fit.ts';

/** How often a property of the clock and the fit is tried. */
export const often = { numRuns: 1000 };

/** Minutes that do not go down: least, plan, most. */
export const randomDuration = (most = 90): fc.Arbitrary<Duration> =>
  fc
    .tuple(fc.nat(most), fc.nat(most), fc.nat(most))
    .map((three) => [...three].sort((a, b) => a - b))
    .map(([min = 0, ideal = 0, max = 0]) => ({ min, ideal, max }));

/** Steps with different ids, some of which may be left out; equal places in the order happen. */
export const randomSteps: fc.Arbitrary<FitStep[]> = fc
  .array(
    fc.record({
      minutes: randomDuration(),
      skip: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => steps.map((step, index) => ({ id: `s${String(index)}`, ...step })));
