import { toClock } from '../model/agenda.ts';
import type { Language } from '../model/language.ts';
import type { LaidRow } from '../model/plan-lay.ts';
import { fillIn } from './fill-in.ts';
import type { OwnPlanNow } from './own-plan.ts';
import { toAhead, toDay, toPieces, toTime, type PlanSaid } from './plan-words.ts';

/** A plan as Markdown: what is done when, what is asked, what may be written down, and what to bring. */
export function toMarkdown(plan: OwnPlanNow, said: PlanSaid, language: Language): string {
  const { title, session, laid } = plan;
  const rows = laid.rows.filter(({ dropped }) => !dropped);
  const inPhase = (phase: LaidRow['row']['phase']) => rows.filter(({ row }) => row.phase === phase);
  const list = (heading: string, lines: string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${line}`).join('\n')];
  const outside = ({ row }: LaidRow) =>
    toLines(
      `**${escape(row.title)}**${row.daysAhead === undefined ? '' : `, ${toAhead(row.daysAhead, session.date, said, language)}`}`,
      row,
      said,
      row.phase === 'after',
    );
  const inside = ({ row, now, start }: LaidRow) =>
    toLines(
      `**${toClock(start)}** ${escape(row.title)} (${toTime(now, said)})`,
      row,
      said,
      row.subject !== '' || row.notes === 'none',
    );
  return `${[
    `# ${escape(title ?? said.untitled)}`,
    [
      ...(session.date === undefined ? [] : [`${toDay(session.date, language)}.`]),
      `${toClock(session.start)}–${toClock(laid.end)}.`,
      fillIn(session.people === 1 ? said.peopleOne : said.peopleMany, { n: session.people }),
    ].join(' '),
    ...list(said.before, inPhase('before').map(outside)),
    ...list(said.during, inPhase('during').map(inside)),
    ...list(said.after, inPhase('after').map(outside)),
    ...list(
      said.bring,
      laid.materials.map((material) => escape(toPieces(material, said))),
    ),
    ...list(said.room, laid.rooms.map(escape)),
  ].join('\n\n')}\n`;
}

/** The rows on the clock in plain lines, as for the description of a date. */
export const toPlainAgenda = ({ laid }: OwnPlanNow, said: PlanSaid): string =>
  [
    ...laid.rows
      .filter(({ row, dropped }) => row.phase === 'during' && !dropped)
      .flatMap(({ row, now, start }) => [
        `${toClock(start)} ${row.title} (${toTime(now, said)})`,
        ...(row.ask === undefined ? [] : [`      ${row.ask}`]),
      ]),
    fillIn(said.done, { time: toClock(laid.end) }),
    ...(laid.materials.length === 0
      ? []
      : ['', said.bring, ...laid.materials.map((material) => `- ${toPieces(material, said)}`)]),
  ].join('\n');

/** A line of a list with what is asked and noted under it. */
const toLines = (
  first: string,
  { ask, notes }: LaidRow['row'],
  said: PlanSaid,
  withNotes: boolean,
): string =>
  [
    first,
    ...(ask === undefined ? [] : [`*${escape(ask)}*`]),
    ...(withNotes ? [said.notes[notes]] : []),
  ].join('\\\n  ');

/** Words that mean nothing to Markdown but themselves. */
const escape = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\d+)([.)])|^([-+])/, '$1\\$2$3');
