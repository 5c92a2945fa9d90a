import { toDurationFor } from './agenda.ts';
import { fit } from './fit.ts';
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
  /** Titles of the rows left out, in the order of the plan. */
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

/** Fits the rows of a plan to the people and the time of a session. */
export function toRunRows(
  { rows, people: written }: Pick<RunSource, 'rows' | 'people'>,
  { people, time }: Pick<Session, 'people' | 'time'>,
): RunRows {
  const steps = rows.map((row) => ({
    id: row.id,
    skip: row.skip,
    minutes: toDurationFor(row, people, written),
  }));
  const fitted = time === undefined ? undefined : fit(steps, time);
  const isDropped = ({ id }: RunSourceRow) => fitted?.dropped.includes(id) ?? false;
  return {
    rows: rows.flatMap((row, index) =>
      isDropped(row)
        ? []
        : [toRunRow(row, fitted?.minutes.get(row.id) ?? steps[index]?.minutes.ideal ?? 0)],
    ),
    dropped: rows.filter(isDropped).map(({ title }) => title),
    fits: fitted?.fits ?? true,
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
