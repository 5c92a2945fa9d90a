import { expect, it } from 'vitest';
import { isLane, runLanes, toSummary, type Lane } from '../../scripts/lanes.ts';

const passing = () => Promise.resolve();
const failing = () => Promise.reject(new Error('Something is wrong.'));

it('runs every lane, also after one that failed, and counts what did not pass', async () => {
  const results = await runLanes(
    [
      { name: 'format', title: 'Format', run: failing },
      { name: 'unit', title: 'Unit', run: passing },
    ],
    { say: () => undefined, now: toClock(0, 1500, 2000, 14_345) },
  );
  expect(toSummary(results)).toMatchInlineSnapshot(`
    "
    format   failed       1.5 s  Format
    unit     passed      12.3 s  Unit

    1 passed, 1 failed"
  `);
});

it('does not run a lane that needs one that failed, and does not call it passed', async () => {
  const said: string[] = [];
  const results = await runLanes(
    [
      { name: 'build', title: 'Build', run: failing },
      { name: 'browser', title: 'Browser', needs: 'build', run: passing },
    ],
    { say: (text) => said.push(text), now: () => 0 },
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'not run']);
  expect(toSummary(results).split('\n').at(-1)).toBe('0 passed, 2 failed');
  expect(said).toContain('   Something is wrong.');
  expect(said).toContain('   Not run: it needs build, which did not pass.');
});

it('runs a lane alone when the one it needs was not chosen', async () => {
  const lane: Lane = { name: 'browser', title: 'Browser', needs: 'build', run: passing };
  const results = await runLanes([lane], { say: () => undefined, now: () => 0 });
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed']);
});

it('knows its lanes by name', () => {
  expect(isLane('unit')).toBe(true);
  expect(isLane('units')).toBe(false);
});

function toClock(...times: number[]): () => number {
  const left = times.values();
  return () => left.next().value ?? 0;
}
