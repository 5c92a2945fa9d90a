import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  goBack,
  goNext,
  isRunOf,
  minute,
  pauseRun,
  resumeRun,
  setAdvance,
  settle,
  startRun,
  toReading,
  toResults,
  type Moment,
  type Run,
} from '../../src/model/run.ts';

const rows = [
  { subject: 'cases/sla#welkom', minutes: 10 },
  { subject: 'cases/sla#check-in', minutes: 20 },
  { subject: 'cases/sla#op-voeten', minutes: 35 },
];
const began = Date.UTC(2026, 11, 1, 8, 30);
const after = (minutes: number): Moment => began + minutes * minute;

/** Everything a trainer can do, as a name that fast-check can pick. */
const acts = {
  next: goNext,
  back: goBack,
  pause: pauseRun,
  resume: resumeRun,
  more: (run: Run, now: Moment) => addMinutes(run, now, 5),
  automatic: (run: Run, now: Moment) => setAdvance(run, now, 'automatic'),
  manual: (run: Run, now: Moment) => setAdvance(run, now, 'manual'),
} as const;
type Act = keyof typeof acts;

interface Played {
  run: Run;
  now: Moment;
}

/** Sessions in which anything was done at any moment, in a browser that may have slept between. */
const played: fc.Arbitrary<Played> = fc
  .record({
    minutes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
    late: fc.integer({ min: -30, max: 30 }),
    steps: fc.array(
      fc.record({
        act: fc.constantFrom(...(Object.keys(acts) as Act[])),
        wait: fc.integer({ min: 0, max: 40 * minute }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ minutes, late, steps }) => {
    let now = began;
    let run = startRun(
      minutes.map((each, index) => ({ subject: `cases/a#${String(index)}`, minutes: each })),
      now,
      now - late * minute,
    );
    for (const { act, wait } of steps) {
      now += wait;
      run = acts[act](run, now);
    }
    return { run, now };
  });
const later = fc.integer({ min: 0, max: 300 * minute });

describe('the clock of a session', () => {
  it('shows what is left of the row, and when the next one begins', () => {
    const reading = toReading(startRun(rows, began), began + 12_345);
    expect(reading).toMatchObject({ index: 0, left: 10 * minute - 12_345, over: 0, level: 'fine' });
    expect(reading.next).toBe(after(10));
  });

  it('says fine, soon at a fifth, last at a twentieth, and over', () => {
    const level = (minutes: number) => toReading(startRun(rows, began), after(minutes)).level;
    expect([0, 7.99, 8, 9.49, 9.5, 9.99, 10, 12].map(level)).toEqual([
      ...['fine', 'fine', 'soon', 'soon', 'last', 'last', 'over', 'over'],
    ]);
  });

  it('counts on when a row is over, and moves the end of the session along', () => {
    const reading = toReading(startRun(rows, began), after(12) + 10_000);
    expect(reading).toMatchObject({ left: 0, over: 2 * minute + 10_000, fraction: 0, late: 2 });
    expect(reading.next).toBe(after(12) + 10_000);
  });

  it('forecasts from when it really began, and plans from when it should have', () => {
    const { plannedEnd, forecastEnd, late } = toReading(startRun(rows, began, after(-4)), began);
    expect([plannedEnd, forecastEnd, late]).toEqual([after(61), after(65), 4]);
    expect(toReading(startRun(rows, began, after(3)), began).late).toBe(-3);
  });

  it('gives the present row five minutes, and the session five later an end', () => {
    const reading = toReading(addMinutes(startRun(rows, began), after(9), 5), after(9));
    expect(reading).toMatchObject({ allowed: 15 * minute, left: 6 * minute, late: 5 });
  });

  it('stands still while paused; only the end moves', () => {
    const paused = pauseRun(startRun(rows, began), after(4));
    expect(toReading(paused, after(30))).toMatchObject({
      state: 'paused',
      left: 6 * minute,
      late: 26,
    });
    expect(toReading(resumeRun(paused, after(30)), after(31)).left).toBe(5 * minute);
  });

  it('lands in the right row after sleep when the clock advances', () => {
    const run = setAdvance(startRun(rows, began), began, 'automatic');
    expect(toReading(run, after(47))).toMatchObject({ index: 2, elapsed: 17 * minute });
    expect(toReading(run, after(66))).toMatchObject({ index: 2, level: 'over', state: 'running' });
  });

  it('lets a row that somebody came back to wait, even when the clock advances', () => {
    const run = setAdvance(startRun(rows, began), began, 'automatic');
    const back = goBack(run, after(12));
    expect(toReading(back, after(20))).toMatchObject({ index: 0, over: 8 * minute });
  });

  it('does not rush through rows when it is told late to advance by itself', () => {
    const run = setAdvance(startRun(rows, began), after(25), 'automatic');
    expect(toReading(run, after(26))).toMatchObject({ index: 0, over: 16 * minute });
  });

  it('ends after the last row, tells planned and real, and can be taken up again', () => {
    let run = startRun(rows, began);
    for (const at of [12, 30, 70]) run = goNext(run, after(at));
    expect(toReading(run, after(500))).toMatchObject({ state: 'finished', forecastEnd: after(70) });
    expect(toResults(run, after(500)).map(({ planned, real }) => [planned, real])).toEqual([
      [10, 12],
      [20, 18],
      [35, 40],
    ]);
    expect(goNext(run, after(80))).toBe(run);
    expect(toReading(goBack(run, after(80)), after(81))).toMatchObject({
      index: 2,
      elapsed: 41 * minute,
    });
  });

  it('knows its own rows again, and rows with other minutes not', () => {
    const run = addMinutes(startRun(rows, began), began, 5);
    expect(isRunOf(run, rows)).toBe(true);
    expect(isRunOf(run, rows.slice(1))).toBe(false);
    expect(isRunOf(run, [{ subject: 'cases/sla#welkom', minutes: 9 }, ...rows.slice(1)])).toBe(
      false,
    );
  });

  it('takes no time away when the clock of the device is set back', () => {
    expect(toReading(startRun(rows, began), after(-60))).toMatchObject({
      elapsed: 0,
      left: 10 * minute,
    });
  });
});

describe('whatever a trainer does', () => {
  const check = (property: (played: Played, later: number) => void) => {
    fc.assert(fc.property(played, later, property));
  };
  const spent = (run: Run) => run.rows.reduce((sum, row) => sum + row.spent, 0);

  it('no time is lost or made: rows, pauses and the present stay add up to the time gone by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('next', 'back', 'more', 'automatic', 'manual')),
        (all) => {
          // Without pauses and an end, every millisecond belongs to a row.
          let run = startRun(rows, began);
          let now = began;
          for (const act of all) {
            now += 98_765;
            if (act !== 'next' || run.index < rows.length - 1) run = acts[act as Act](run, now);
          }
          run = settle(run, now);
          expect(spent(run) + now - run.clock.since).toBe(now - began);
        },
      ),
    );
    check(({ run, now }) => {
      const stay = run.clock.state === 'running' ? now - run.clock.since : 0;
      expect(spent(run) + stay).toBeLessThanOrEqual(now - began);
    });
  });

  it('the forecast is now plus what remains', () => {
    check(({ run, now }, wait) => {
      const at = now + wait;
      const { state, left, index, forecastEnd, next } = toReading(run, at);
      if (state === 'finished') return;
      const rest = run.rows
        .slice(index + 1)
        .map((row) => Math.max(0, (row.minutes + row.extra) * minute - row.spent));
      expect(forecastEnd).toBe(at + left + rest.reduce((sum, each) => sum + each, 0));
      expect(next).toBe(index < run.rows.length - 1 ? at + left : undefined);
    });
  });

  it('the clock does not drift: what is shown moves exactly as far as time does', () => {
    check(({ run, now }, wait) => {
      const before = toReading(run, now);
      const after = toReading(run, now + wait);
      if (before.state !== 'running' || before.index !== after.index) return;
      expect(after.elapsed - before.elapsed).toBe(wait);
      expect(after.left - after.over).toBe(before.left - before.over - wait);
    });
  });

  it('the part left and the level follow the time left', () => {
    check(({ run, now }, wait) => {
      const { left, over, allowed, fraction, level } = toReading(run, now + wait);
      expect(Math.min(left, over)).toBe(0);
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
      expect(level === 'over').toBe(left === 0);
      expect(level === 'fine').toBe(left > allowed * 0.2);
    });
  });

  it('going on and coming back changes nothing', () => {
    check(({ run, now }, wait) => {
      const { state } = run.clock;
      if (state === 'finished') return;
      const there = goNext(run, now);
      const back = goBack(there, now);
      // From its end a session is taken up running.
      if (there.clock.state === 'finished' && state === 'paused') return;
      const strip = (each: Run) => ({ ...toReading({ ...each, advance: 'manual' }, now + wait) });
      expect(strip(back)).toEqual(strip(settle(run, now)));
    });
  });

  it('advancing by itself comes out the same however often somebody looks', () => {
    check(({ run, now }, wait) => {
      const [half, end] = [now + Math.floor(wait / 2), now + wait];
      const once = settle(run, end);
      expect(settle(once, end)).toEqual(once);
      expect(settle(settle(run, half), end)).toEqual(once);
      expect(toReading(once, end)).toEqual(toReading(run, end));
    });
  });

  it('what is kept as text reads the same afterwards', () => {
    check(({ run, now }, wait) => {
      const kept = JSON.parse(JSON.stringify(run)) as Run;
      expect(toReading(kept, now + wait)).toEqual(toReading(run, now + wait));
      expect(toResults(kept, now + wait)).toEqual(toResults(run, now + wait));
    });
  });
});
