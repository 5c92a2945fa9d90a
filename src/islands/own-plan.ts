import { toGuideDataPath, toGuideListPath, toTextPath } from '../model/text-address.ts';
import type { GuideRow } from '../model/guide-row.ts';
import type { Language } from '../model/language.ts';
import { layPlan, toUsualPeople, type LaidPlan } from '../model/plan-lay.ts';
import {
  findRows,
  type PlanGuide,
  type PlannedRow,
  type PlanPractices,
  type PlanShelf,
} from '../model/plan-row.ts';
import { readPlanText, type PlanRow, type Unread } from '../model/plan.ts';
import { readSession, type Session } from '../model/session.ts';
import { createKeep, type Keep, type KeepOptions } from './keep.ts';

/** The reader’s own plan between visits: the query of its address, empty when there is none. */
export const createDraft = (
  place: Pick<KeepOptions<string>, 'storage' | 'tabs'> = {},
): Keep<string> =>
  createKeep<string>({
    schema: 'own-plan',
    version: 1,
    empty: '',
    check: (value) => (typeof value === 'string' && value.length <= 9000 ? value : undefined),
    ...place,
  });

/** A plan from an address, ready to be run. */
export interface LoadedPlan {
  title?: string;
  session: Session;
  /** In the order of the clock, without what there is no time for; `now` are the minutes each gets. */
  rows: (GuideRow & { now: number })[];
  problems: Unread[];
}

/** Turns an address into the rows of run mode. What cannot be read is named, and the rest is there. */
export async function loadPlan(params: URLSearchParams, language: Language): Promise<LoadedPlan> {
  const { title, session, rows, unread } = await readPlan(params, language);
  return {
    ...(title === undefined ? {} : { title }),
    session,
    rows: layPlan(rows, session)
      .rows.filter(({ dropped }) => !dropped)
      .map(({ row, now }) => ({ ...row, now })),
    problems: unread,
  };
}

/** A plan with its rows looked up. */
export interface OwnPlan {
  title?: string;
  session: Session;
  rows: readonly PlannedRow[];
}

/** A plan laid on the clock, with what was looked up for it. */
export type OwnPlanNow = OwnPlan & { laid: LaidPlan };

/** Reads a plan from an address, and fetches what its rows need and nothing else. */
export async function readPlan(
  params: URLSearchParams,
  language: Language,
): Promise<OwnPlan & { unread: Unread[] }> {
  const text = readPlanText(params.get('p') ?? '');
  const found = await lookUp(text.rows, language);
  const { session, unreadable } = readSession(params, { people: toUsualPeople(found.rows) });
  return {
    ...(text.title === undefined ? {} : { title: text.title }),
    session,
    rows: found.rows,
    unread: [
      ...text.unread,
      ...found.unread,
      ...unreadable.map((name) => ({
        token: (params.get(name) ?? '').slice(0, 40),
        why: 'session' as const,
      })),
    ],
  };
}

/** Looks up rows; the guides of their cases are fetched, each once. */
export async function lookUp(
  rows: readonly PlanRow[],
  language: Language,
): Promise<ReturnType<typeof findRows>> {
  if (rows.length === 0) return { rows: [], unread: [] };
  const cases = [...new Set(rows.flatMap((row) => (row.kind === 'step' ? row.case : [])))];
  const [practices, ...guides] = await Promise.all([
    fetchPractices(language),
    ...cases.map((id) => fetchGuide(id, language)),
  ]);
  // Without them nothing can be told of any row, and what is not told may not be lost.
  if (practices === 'missing' || practices === 'unreachable')
    return { rows: [], unread: rows.map((row) => ({ token: toName(row), why: 'unreachable' })) };
  const shelf: PlanShelf = {
    ...practices,
    guides: new Map(cases.map((id, at) => [id, guides[at] ?? 'missing'])),
  };
  return findRows(rows, shelf);
}

const toName = (row: PlanRow): string =>
  row.kind === 'step' ? row.case : row.kind === 'practice' ? row.practice : row.kind;

/** What a file on this site held: its data, that it is not there, or that it cannot be had now. */
export type Fetched<T> = T | 'missing' | 'unreachable';

/** The session plan of a case, also by an id it had before. */
export const fetchGuide = (id: string, language: Language): Promise<Fetched<PlanGuide>> =>
  fetchOnce<PlanGuide>(toGuideDataPath(id, language));

/** All cases that have a session plan, by title. */
export const fetchCases = (language: Language): Promise<Fetched<{ id: string; title: string }[]>> =>
  fetchOnce(toGuideListPath(language));

const fetchPractices = (language: Language): Promise<Fetched<PlanPractices>> =>
  fetchOnce(`${toTextPath({ kind: 'own-guide' }, language).slice(0, -1)}.json`);

const fetched = new Map<string, Promise<Fetched<unknown>>>();

async function fetchOnce<T>(path: string): Promise<Fetched<T>> {
  const known = fetched.get(path) ?? fetchJson(path);
  fetched.set(path, known);
  const answer = await known;
  // What could not be had now can perhaps be had later.
  if (answer === 'unreachable') fetched.delete(path);
  return answer as Fetched<T>;
}

async function fetchJson(path: string): Promise<Fetched<unknown>> {
  try {
    const answer = await fetch(path);
    if (answer.status === 404) return 'missing';
    return answer.ok ? ((await answer.json()) as unknown) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
