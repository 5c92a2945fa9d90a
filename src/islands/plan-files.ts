import { toClock } from '../model/agenda.ts';
import type { Language } from '../model/language.ts';
import { readPlanFile, toPlanFile } from '../model/plan-file.ts';
import { toUsualPeople } from '../model/plan-lay.ts';
import { toPlanId } from '../model/plan-code.ts';
import { defaultStart } from '../model/session.ts';
import { createFavourites } from './favourites.ts';
import { fillIn } from './fill-in.ts';
import { lookUp } from './own-plan.ts';
import { toBare, type PlanDesk } from './plan-desk.ts';
import { toMarkdown } from './plan-sheet.ts';
import type { PlanSaid } from './plan-words.ts';

/** What taking a plan along needs. */
export interface TakePorts {
  root: HTMLElement;
  desk: PlanDesk;
  said: PlanSaid;
  language: Language;
  /** Draws everything anew, after another plan was laid down. */
  reset: () => void;
}

/** Keeps the plan as it is now among the favourites; gives what there is to say of it. */
export function keepPlan({ desk, said, language }: TakePorts): string {
  const { state } = createFavourites().add({
    subject: `plans/${toPlanId(desk.query)}`,
    title: desk.now.title ?? said.untitled,
    href: `${location.pathname}?${desk.query}`,
    language,
    kept: new Date().toISOString().slice(0, 10),
  });
  return { kept: said.kept, full: said.storageFull, blocked: said.storageBlocked }[state];
}

/** Hands the plan over as Markdown. */
export const saveMarkdown = (ports: TakePorts): string =>
  save(ports, 'md', 'text/markdown', toMarkdown(ports.desk.now, ports.said, ports.language));

/** Hands the plan over as data that can be opened here again. */
export const saveData = (ports: TakePorts): string =>
  save(ports, 'json', 'application/json', toData(ports.desk));

/** Hands the plan over as dates for a calendar. */
export async function saveCalendar(ports: TakePorts, address: string): Promise<string> {
  const { toCalendar } = await import('./plan-calendar.ts');
  const { desk, said } = ports;
  const origin = { id: toPlanId(desk.query), address, now: new Date() };
  return save(ports, 'ics', 'text/calendar', toCalendar(desk.now, said, origin) ?? '');
}

/** Lays down the plan of a file; the one that was here can be put back. */
export async function openFile(
  { desk, said, language, reset }: TakePorts,
  input: HTMLInputElement,
): Promise<string> {
  const [chosen] = input.files ?? [];
  if (!chosen) return '';
  const file = readPlanFile(await chosen.text());
  input.value = '';
  if (!file) return said.notAPlan;
  const { rows, unread } = await lookUp(file.rows, language);
  const session = { start: defaultStart, people: toUsualPeople(rows), ...file.session };
  desk.replace({ ...(file.title === undefined ? {} : { title: file.title }), session, rows });
  desk.unread = [...file.unread, ...unread];
  reset();
  return said.opened;
}

function toData(desk: PlanDesk): string {
  const { rows, laid } = desk.now;
  return toPlanFile(
    toBare(desk.now),
    rows.map(({ row, plan }) => (plan.kind === 'step' ? row.subject.split('#')[1] : undefined)),
    laid.rows
      .filter(({ row, dropped }) => row.phase === 'during' && !dropped)
      .map(({ row, start, now }) => ({ start: toClock(start), minutes: now, title: row.title })),
  );
}

/** Hands a text to the reader as a file, named after the plan. */
function save({ desk, said }: TakePorts, ending: string, type: string, text: string): string {
  const name = (desk.now.title ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `${name || said.fileName}.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
  return fillIn(said.saved, { file: link.download });
}
