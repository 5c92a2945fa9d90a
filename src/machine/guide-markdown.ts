import { toClock } from '../model/agenda.ts';
import { toMarkdownPath } from '../model/address.ts';
import type { Case, Practice } from '../model/entry.ts';
import { toGuideAgenda } from '../model/guide-agenda.ts';
import { toGuideRows, type GuideRow } from '../model/guide-row.ts';
import type { Language } from '../model/language.ts';
import { defaultStart } from '../model/session.ts';
import { toWords } from '../words/index.ts';
import { joinBlocks, toBullets, toLink, toMarkdownText, toPart } from './markdown-text.ts';

/** A session plan as Markdown: what to do beforehand, the session on the clock, what to bring. */
export function toGuideMarkdown(
  entry: Case,
  language: Language,
  practices: readonly Practice[],
): string {
  const words = toWords(language);
  const w = words.guide;
  const { rows, people } = toGuideRows(entry, practices);
  const inPhase = (phase: GuideRow['phase']) => rows.filter((row) => row.phase === phase);
  const agenda = toGuideAgenda(
    { rows: inPhase('during'), people },
    { start: defaultStart, people },
  );
  const timed = agenda.rows.map(
    ({ row, start, minutes }) =>
      `${toClock(start)} ${toRowText(row, language)}, ${words.machine.minutes(minutes, minutes, minutes)}`,
  );
  const pieces = agenda.materials.map(({ name, count }) =>
    toMarkdownText(words.practice.pieces(name, count, false)),
  );
  return joinBlocks([
    toMarkdownText(w.lead),
    toLink(w.story, toMarkdownPath({ kind: 'case', id: entry.id }, language)),
    toPart(2, w.before, toBullets(inPhase('before').map((row) => toRowText(row, language)))),
    toPart(2, w.during, toBullets([...timed, `${toClock(agenda.end)} ${w.end}`])),
    toPart(2, w.after, toBullets(inPhase('after').map((row) => toRowText(row, language)))),
    toPart(2, w.bring, toBullets(pieces)),
  ]);
}

function toRowText(row: GuideRow, language: Language): string {
  const { case: w, provenance } = toWords(language);
  const facts = [
    ...(row.daysAhead === undefined ? [] : [w.daysAhead(row.daysAhead)]),
    w.notes[row.notes],
    provenance[row.from],
  ];
  const ask = row.ask === undefined ? '' : ` “${toMarkdownText(row.ask)}”`;
  return `**${toMarkdownText(row.title)}**${ask} (${facts.join(', ')})`;
}
