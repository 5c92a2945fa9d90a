import { expect, it } from 'vitest';
import { toBenchTable, type Measured } from '../../scripts/bench-table.ts';
import { readTimes } from '../../scripts/measure.ts';

const small: Measured = {
  cases: 100,
  pages: 300,
  bytes: 3_000_000,
  wallSeconds: 4.26,
  cpuSeconds: 5,
  peakBytes: 640e6,
};

it('shows how CPU time grows from one handbook to the next', () => {
  const large = {
    ...small,
    cases: 1000,
    pages: 2100,
    bytes: 21e6,
    wallSeconds: 30,
    cpuSeconds: 50,
  };
  expect(toBenchTable([small, large])).toMatchInlineSnapshot(`
    "| cases | pages | CPU s | wall s | peak RSS MB | output MB | kB/page | exponent |
    | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | 100 | 300 | 5.0 | 4.3 | 640 | 3.0 | 10.0 | – |
    | 1000 | 2100 | 50.0 | 30.0 | 640 | 21.0 | 10.0 | 1.00 |"
  `);
});

it('leaves out what this system cannot measure', () => {
  const row = { ...small, cpuSeconds: 'unknown', peakBytes: 'unknown' } as const;
  expect(toBenchTable([row, { ...row, cases: 200 }])).toContain(
    '| 200 | 300 | – | 4.3 | – | 3.0 | 10.0 | – |',
  );
});

it('reads what GNU time counted', () => {
  expect(readTimes('3.50 1.25 1024\n')).toEqual({ cpuSeconds: 4.75, peakBytes: 1_048_576 });
});
