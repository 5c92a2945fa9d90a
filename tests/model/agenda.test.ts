import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, toAgenda, toClock, toDurationFor } from '../../src/model/agenda.ts';
import { fit } from '../../src/model/fit.ts';
import { often, randomDuration, randomSteps } from './random.ts';

const day = 24 * 60;
const start = fc.nat(day - 1);

describe('a session plan on the clock', () => {
  it('starts every row when the one before it ends, whatever the start', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 20 }), start, (minutes, begin) => {
        const agenda = toAgenda(minutes, begin, (each) => each);
        const starts = minutes.map((_, at) => minutes.slice(0, at).reduce((a, b) => a + b, begin));
        expect(agenda).toEqual(
          minutes.map((each, at) => ({
            row: each,
            minutes: each,
            start: starts[at],
            end: (starts[at] ?? 0) + each,
          })),
        );
      }),
      often,
    );
  });

  it('ends after exactly the minutes it was fitted into, also past midnight', () => {
    fc.assert(
      fc.property(randomSteps, start, fc.nat(900), (steps, begin, available) => {
        const { minutes, total } = fit(steps, available);
        const kept = steps.filter(({ id }) => minutes.has(id));
        const agenda = toAgenda(kept, begin, ({ id }) => minutes.get(id) ?? 0);
        expect((agenda.at(-1)?.end ?? begin) - begin).toBe(total);
        for (const row of agenda) expect(readClock(toClock(row.start))).toBe(row.start % day);
      }),
      often,
    );
  });

  it('goes on after midnight', () => {
    const agenda = toAgenda([20, 30, 15], 23 * 60 + 30, (each) => each);
    expect(agenda.map((row) => toClock(row.start))).toEqual(['23:30', '23:50', '00:20']);
    expect(toClock(agenda.at(-1)?.end ?? 0)).toBe('00:35');
  });
});

describe('a clock time', () => {
  it('reads back what was written, every minute of the day', () => {
    for (let clock = 0; clock < day; clock += 1) {
      expect(toClock(clock)).toMatch(/^\d\d:\d\d$/);
      expect(readClock(toClock(clock))).toBe(clock);
      expect(readClock(toClock(clock).replace(':', ''))).toBe(clock);
    }
  });

  it('is the same a day earlier or later', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: -3, max: 3 }), (clock, days) => {
        expect(toClock(clock + days * day)).toBe(toClock(clock));
      }),
    );
  });

  it.each([
    ['9:30', 570],
    [' 09:30 ', 570],
    ['0930', 570],
    ['930', 570],
    ['00:00', 0],
    ['23:59', 1439],
  ])('“%s” is read', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  it.each(['', '24:00', '9:60', '9', '-1:00', '9:5', '12:345', '12.30', 'half tien', '１２:３０'])(
    '“%s” is refused',
    (text) => {
      expect(readClock(text)).toBeUndefined();
    },
  );

  it('is a time of the day or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clock = readClock(text);
        expect(clock === undefined || (clock >= 0 && clock < day)).toBe(true);
      }),
      often,
    );
  });
});

describe('minutes for another number of people', () => {
  const people = fc.integer({ min: 1, max: 999 });
  const step = fc.record({
    minutes: randomDuration(300),
    perPerson: fc.oneof(
      fc.nat(30),
      fc.nat(60).map((half) => half / 2),
    ),
  });

  it('never get less when there are more people', () => {
    fc.assert(
      fc.property(step, people, people, people, (of, written, one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        const [less, more] = [toDurationFor(of, few, written), toDurationFor(of, many, written)];
        expect(less.min).toBeLessThanOrEqual(more.min);
        expect(less.ideal).toBeLessThanOrEqual(more.ideal);
        expect(less.max).toBeLessThanOrEqual(more.max);
      }),
      often,
    );
  });

  it('stay in order, stay whole, and stay a minute at least where there were any', () => {
    fc.assert(
      fc.property(step, people, people, (of, written, now) => {
        const { min, ideal, max } = toDurationFor(of, now, written);
        expect(min <= ideal && ideal <= max).toBe(true);
        for (const [before, after] of [
          [of.minutes.min, min],
          [of.minutes.ideal, ideal],
          [of.minutes.max, max],
        ] as const) {
          expect(Number.isInteger(after)).toBe(true);
          expect(before === 0 ? after === 0 : after >= 1).toBe(true);
        }
      }),
      often,
    );
  });

  it('are the written ones for the people they were written for', () => {
    fc.assert(
      fc.property(step, people, (of, written) => {
        expect(toDurationFor(of, written, written)).toEqual(of.minutes);
      }),
    );
    const checkIn = { minutes: { min: 10, ideal: 20, max: 25 }, perPerson: 2 };
    expect(toDurationFor(checkIn, 12, 7)).toEqual({ min: 20, ideal: 30, max: 35 });
    expect(toDurationFor(checkIn, 4, 7)).toEqual({ min: 4, ideal: 14, max: 19 });
  });
});
