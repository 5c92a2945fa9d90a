import { readSession, type Session } from '../model/session.ts';
import { toRunRows, type RunSource } from '../model/run-rows.ts';
import type { RunRow } from '../model/run.ts';
import { fillIn } from './fill-in.ts';
import { toMinutes, type RunWords } from './run-time.ts';

/** What else run mode should know about a session. */
export interface RunOptions {
  title: string;
  /** What the room sees in the middle; without one the room sees what is asked in each row. */
  question?: string | undefined;
  /** When the session should begin, as somebody chose it; without a choice it begins when it begins. */
  start?: Session['start'] | undefined;
  /** Sentences to read before beginning, such as what was left out. */
  remarks?: readonly string[] | undefined;
}

/** Fits the plan of a page to what its address says. */
export function readRunSource(
  source: RunSource,
  params: Pick<URLSearchParams, 'get'>,
  words: RunWords,
): { rows: RunRow[]; options: RunOptions } {
  const { session, unreadable } = readSession(params, { people: source.people });
  const { rows, dropped, fits } = toRunRows(source, session);
  const least = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  const remarks = [
    ...(unreadable.length > 0 ? [words.unreadable] : []),
    ...(dropped.length > 0 ? [fillIn(words.dropped, { titles: dropped.join(', ') })] : []),
    ...(fits
      ? []
      : [
          fillIn(words.tight, {
            minutes: toMinutes(session.time ?? 0, words),
            least: toMinutes(least, words),
          }),
        ]),
  ];
  const isChosen = Boolean(params.get('start')) && !unreadable.includes('start');
  return {
    rows,
    options: {
      title: source.title,
      question: source.question,
      start: isChosen ? session.start : undefined,
      remarks,
    },
  };
}
