import { toGuideAgenda } from './guide-agenda.ts';
import type { GuideData, GuideRow } from './guide-row.ts';
import type { RunRow } from './run.ts';
import type { Session } from './session.ts';

/** A row as a plan has it and a run needs it: its minutes can still be fitted to the people and the time there are. */
export type RunSourceRow = Omit<RunRow, 'minutes'> &
  Pick<GuideRow, 'id' | 'minutes' | 'perPerson' | 'skip'>;

/** What run mode takes along of a session plan. */
export interface RunSource extends Pick<GuideData, 'title' | 'question' | 'people'> {
  rows: RunSourceRow[];
}

/** The rows to run, and what was left out to fit the time. */
export interface RunRows {
  rows: RunRow[];
  /** Titles of the rows left out, in the order they were. */
  dropped: string[];
  /** `false` when even the shortest form takes longer than there is; the rows are then in that form. */
  fits: boolean;
}

/** The part of a plan that run mode needs: the rows during the session, without what is for planning only. */
export const toRunSource = ({ title, question, people, rows }: GuideData): RunSource => ({
  title,
  ...(question === undefined ? {} : { question }),
  people,
  rows: rows.filter(({ phase }) => phase === 'during').map(toSourceRow),
});

/** Fits the rows of a plan to the people and the time of a session, as the page of the plan does. */
export function toRunRows(
  { rows, people }: Pick<RunSource, 'rows' | 'people'>,
  session: Omit<Session, 'start'>,
): RunRows {
  const {
    rows: laid,
    dropped,
    outcome,
  } = toGuideAgenda(
    { rows: rows.map((row) => ({ ...row, materials: [] })), people },
    { ...session, start: 0 },
  );
  return {
    rows: laid.map(({ row, minutes }) => toRunRow(row, minutes)),
    dropped: dropped.map(({ title }) => title),
    fits: outcome !== 'too-short',
  };
}

const toSourceRow = (row: GuideRow): RunSourceRow => ({
  ...toRunRow(row, 0),
  id: row.id,
  minutes: row.minutes,
  perPerson: row.perPerson,
  ...(row.skip === undefined ? {} : { skip: row.skip }),
});

/** A row as run mode takes it, for some minutes. */
export function toRunRow(
  {
    subject,
    title,
    lewis,
    ask,
    says,
    notes,
    posture,
    accessible,
    lead,
    practices,
  }: Omit<RunRow, 'minutes'>,
  minutes: number,
): RunRow {
  return {
    subject,
    title,
    minutes,
    says,
    notes,
    posture,
    practices,
    ...(lewis === undefined ? {} : { lewis }),
    ...(ask === undefined ? {} : { ask }),
    ...(accessible === undefined ? {} : { accessible }),
    ...(lead === undefined ? {} : { lead }),
  };
}
