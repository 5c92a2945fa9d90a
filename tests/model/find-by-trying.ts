import { toDurationFor } from '../../src/model/agenda.ts';
import type { Duration } from '../../src/model/duration.ts';
import type { Findable, Wish } from '../../src/model/finder.ts';

/** What fits, by trying: every number of steps left out, from none on, and a sum of the least minutes. */
export function findByTrying(all: readonly Findable[], { minutes, people, purpose }: Wish) {
  const sum = (list: readonly Duration[], part: keyof Duration) =>
    list.reduce((total, each) => total + each[part], 0);
  return all
    .filter((each) => purpose === undefined || each.purposes.some((other) => other === purpose))
    .filter((each) => each.group.min <= people && people <= (each.group.max ?? people))
    .flatMap((each) => {
      const written = each.people;
      const now = each.kind === 'practice' && people < written ? written : people;
      const timed = each.steps.map((step) => ({
        step,
        minutes: toDurationFor(step, now, written),
      }));
      const order = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((place) =>
        timed.filter(({ step }) => step.skip === place).map(({ step }) => step.id),
      );
      const all = timed.map((of) => of.minutes);
      const whole = { min: sum(all, 'min'), ideal: sum(all, 'ideal'), max: sum(all, 'max') };
      for (let count = 0; count <= order.length; count += 1) {
        const kept = timed.filter(({ step }) => !order.slice(0, count).includes(step.id));
        const list = kept.map((of) => of.minutes);
        if (kept.length === 0 || sum(list, 'min') > minutes) continue;
        const total = Math.min(minutes, sum(list, 'max'));
        const change =
          total === whole.ideal ? 'planned' : total < whole.ideal ? 'shorter' : 'longer';
        const how = count > 0 ? 'without' : change;
        const dropped = order.slice(0, count);
        const spare = minutes - total;
        return [
          { title: each.title, fits: { id: each.id, how, dropped, total, minutes: whole, spare } },
        ];
      }
      return [];
    })
    .sort(
      (a, b) =>
        Number(a.fits.dropped.length > 0) - Number(b.fits.dropped.length > 0) ||
        a.fits.dropped.length - b.fits.dropped.length ||
        Math.abs(minutes - a.fits.minutes.ideal) - Math.abs(minutes - b.fits.minutes.ideal) ||
        a.title.localeCompare(b.title),
    )
    .map(({ fits }) => fits);
}
