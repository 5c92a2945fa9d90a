import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, type FitStep } from '../../src/model/fit.ts';
import { often, randomSteps } from './random.ts';

const available = fc.nat(900);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What may be left out, one after another, as the author ordered it: written down anew for the test. */
function toOrder(steps: readonly FitStep[]): string[] {
  const places = [...new Set(steps.flatMap(({ skip }) => skip ?? []))].sort((a, b) => a - b);
  return places.flatMap((place) => steps.flatMap(({ id, skip }) => (skip === place ? [id] : [])));
}

/** Every way to leave out the first so many of that order; the last one leaves a step at least. */
function toWays(steps: readonly FitStep[]): { dropped: string[]; kept: FitStep[] }[] {
  const order = toOrder(steps);
  return Array.from({ length: order.length + 1 }, (_, count) => order.slice(0, count))
    .map((dropped) => ({ dropped, kept: steps.filter(({ id }) => !dropped.includes(id)) }))
    .filter(({ kept }) => kept.length > 0);
}

describe('fitting steps into a time', () => {
  it('leaves out no more than needed, in the order of the author', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const ways = toWays(steps);
        const first = ways.find(({ kept }) => sum(kept.map(({ minutes }) => minutes.min)) <= time);
        const fitted = fit(steps, time);
        expect(fitted.fits).toBe(first !== undefined);
        expect(fitted.dropped).toEqual((first ?? ways.at(-1))?.dropped);
        expect([...fitted.minutes.keys()]).toEqual(
          (first ?? ways.at(-1))?.kept.map(({ id }) => id),
        );
      }),
      often,
    );
  });

  it('uses all the time there is, up to the most the steps can have', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const { fits, minutes, total, spare } = fit(steps, time);
        const kept = steps.filter(({ id }) => minutes.has(id));
        const most = sum(kept.map((step) => step.minutes.max));
        const least = sum(kept.map((step) => step.minutes.min));
        expect(total).toBe(sum([...minutes.values()]));
        expect(total).toBe(fits ? Math.min(time, most) : least);
        expect(spare).toBe(fits ? time - total : 0);
      }),
      often,
    );
  });

  it('gives every step whole minutes between its least and its most', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const fitted = fit(steps, time).minutes;
        for (const { id, minutes } of steps) {
          const given = fitted.get(id);
          if (given === undefined) continue;
          expect(Number.isInteger(given)).toBe(true);
          expect(given).toBeGreaterThanOrEqual(minutes.min);
          expect(given).toBeLessThanOrEqual(minutes.max);
        }
      }),
      often,
    );
  });

  it('gives nobody more than the ideal while somebody has less than theirs', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const { minutes: fitted } = fit(steps, time);
        const kept = steps.filter(({ id }) => fitted.has(id));
        const over = kept.some(({ id, minutes }) => (fitted.get(id) ?? 0) > minutes.ideal);
        const under = kept.some(({ id, minutes }) => (fitted.get(id) ?? 0) < minutes.ideal);
        expect(over && under).toBe(false);
      }),
      often,
    );
  });

  it('shares in proportion to the room each step has, to the minute', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const { fits, minutes: fitted } = fit(steps, time);
        if (!fits) return;
        const kept = steps.filter(({ id }) => fitted.has(id));
        const ideal = sum(kept.map(({ minutes }) => minutes.ideal));
        const [from, to] = time < ideal ? (['min', 'ideal'] as const) : (['ideal', 'max'] as const);
        const room = sum(kept.map(({ minutes }) => minutes[to] - minutes[from]));
        const extra = Math.min(time - sum(kept.map(({ minutes }) => minutes[from])), room);
        for (const { id, minutes } of kept) {
          const share = room === 0 ? 0 : ((minutes[to] - minutes[from]) * extra) / room;
          expect(Math.abs((fitted.get(id) ?? 0) - minutes[from] - share)).toBeLessThan(1);
        }
      }),
      often,
    );
  });

  it('gives the plan itself when there is exactly the time it asks', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const ideal = sum(steps.map(({ minutes }) => minutes.ideal));
        const { fits, dropped, minutes, spare } = fit(steps, ideal);
        expect({ fits, dropped, spare }).toEqual({ fits: true, dropped: [], spare: 0 });
        expect([...minutes]).toEqual(steps.map((step) => [step.id, step.minutes.ideal]));
      }),
    );
  });

  it('leaves out steps of the same place in the order they stand in', () => {
    const step = (id: string, skip?: number): FitStep => ({
      id,
      minutes: { min: 10, ideal: 10, max: 10 },
      skip,
    });
    const steps = [step('a', 2), step('b', 1), step('c'), step('d', 1), step('e', 2)];
    expect(fit(steps, 30).dropped).toEqual(['b', 'd']);
    expect(fit(steps, 20).dropped).toEqual(['b', 'd', 'a']);
    expect(fit(steps, 10)).toMatchObject({ fits: true, dropped: ['b', 'd', 'a', 'e'] });
  });

  it('never leaves out everything, and says that it does not fit', () => {
    const steps = ['a', 'b'].map((id) => ({
      id,
      minutes: { min: 10, ideal: 10, max: 10 },
      skip: 1,
    }));
    expect(fit(steps, 5)).toMatchObject({ fits: false, dropped: ['a'], total: 10, spare: 0 });
    expect(fit([], 5)).toMatchObject({ fits: true, dropped: [], total: 0, spare: 5 });
  });

  it('does not change the steps it is given', () => {
    fc.assert(
      fc.property(randomSteps, available, (steps, time) => {
        const before = structuredClone(steps);
        fit(steps, time);
        expect(steps).toEqual(before);
      }),
    );
  });
});
