import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { toDayBefore } from '../model/session.ts';
import { fillIn } from './fill-in.ts';
import type { OwnPlanNow } from './own-plan.ts';
import { toPlainAgenda } from './plan-sheet.ts';
import type { PlanSaid } from './plan-words.ts';

/** What makes the dates of a plan its own. */
export interface CalendarOrigin {
  /** A name that is the same each time this plan is exported, so that a calendar changes its dates and adds none. */
  id: string;
  /** Where the plan can be seen. */
  address: string;
  /** The moment of exporting. */
  now: Date;
}

/**
 * A plan as a calendar file: one date for the session, at the time of wherever it is held, and a whole day for each
 * step beforehand, counted back. Nothing without a day.
 */
export function toCalendar(
  plan: OwnPlanNow,
  said: PlanSaid,
  { id, address, now }: CalendarOrigin,
): string | undefined {
  const { date, start } = plan.session;
  if (date === undefined) return undefined;
  const title = plan.title ?? said.untitled;
  const { hostname } = new URL(address);
  const calendar = ical({
    prodId: { company: 'Onderstroom', product: 'session plan' },
    name: title,
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${hostname}`,
    stamp: now,
    start: toMoment(date, start),
    end: toMoment(date, plan.laid.end),
    floating: true,
    summary: title,
    description: `${toPlainAgenda(plan, said)}\n\n${fillIn(said.calendarMore, { address })}`,
    url: address,
  });
  for (const { row, dropped } of plan.laid.rows) {
    if (row.phase !== 'before' || row.daysAhead === undefined || dropped) continue;
    const day = toDayBefore(date, row.daysAhead);
    calendar.createEvent({
      id: `${id}-${row.id.replace('~', '-')}@${hostname}`,
      stamp: now,
      start: toMoment(day, 0),
      end: toMoment(toDayBefore(day, -1), 0),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: fillIn(said.calendarBefore, { title: row.title }),
      ...(row.ask === undefined ? {} : { description: row.ask }),
    });
  }
  return calendar.toString();
}

/**
 * A moment as the library wants it: what it writes is the time in UTC, here without saying so. Its hours are then
 * those of the place itself, whatever the zone of this browser and whenever its clock is put forward.
 */
function toMoment(day: string, minutes: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date, 0, minutes));
}
