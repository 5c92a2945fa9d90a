import { readClock, toClock } from '../model/agenda.ts';
import { toPlanTitle } from '../model/plan-title.ts';
import { readDay, type Session } from '../model/session.ts';
import { part } from './find.ts';
import type { PlanDesk } from './plan-desk.ts';

/** The fields of title, start, people, time and date: what is typed there is in the plan at once. */
export function startSettings(
  root: HTMLElement,
  desk: PlanDesk,
  draw: () => void,
): { draw: () => void } {
  const field = (name: string) => part(root, name, HTMLInputElement);
  const title = field('name');
  title.addEventListener('input', () => {
    desk.setTitle(toPlanTitle(title.value));
    draw();
  });
  const onChange = (
    name: string,
    toSession: (text: string, session: Session) => Session | undefined,
  ) => {
    field(name).addEventListener('change', () => {
      const session = toSession(field(name).value, desk.now.session);
      if (session) desk.setSession(session);
      draw();
    });
  };
  onChange('start', (text, session) => {
    const start = readClock(text);
    return start === undefined ? undefined : { ...session, start };
  });
  onChange('people', (text, session) => {
    const people = toWhole(text, 999);
    return people === undefined ? undefined : { ...session, people };
  });
  onChange('time', (text, { start, people, date }) => {
    const time = toWhole(text, 1440);
    return { start, people, ...(date && { date }), ...(time && { time }) };
  });
  onChange('date', (text, { start, people, time }) => {
    const date = readDay(text);
    return { start, people, ...(time && { time }), ...(date && { date }) };
  });
  return {
    draw: () => {
      const { title: name, session } = desk.now;
      const values = {
        name: name ?? '',
        start: toClock(session.start),
        people: String(session.people),
        time: String(session.time ?? ''),
        date: session.date ?? '',
      };
      for (const [key, value] of Object.entries(values)) {
        const input = field(key);
        // What is being typed is left alone.
        if (input.value !== value && !(key === 'name' && input === document.activeElement))
          input.value = value;
      }
    },
  };
}

function toWhole(text: string, most: number): number | undefined {
  const number = Math.round(Number(text));
  return text.trim() !== '' && number >= 1 && number <= most ? number : undefined;
}
