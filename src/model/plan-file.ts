import { readClock, toClock } from './agenda.ts';
import { toStepCode } from './plan-code.ts';
import { mostMinutes, mostRows, type Plan, type PlanRow, type PlanText } from './plan.ts';
import { toPlanTitle } from './plan-title.ts';
import { readDay, type Session } from './session.ts';

/**
 * A plan as a file that can be read back, here or by another program:
 *
 * ```json
 * {
 *   "format": "onderstroom-plan", "version": 1, "title": "Teamdag",
 *   "session": { "start": "09:30", "people": 7, "time": 180, "date": "2026-12-01" },
 *   "rows": [
 *     { "kind": "step", "case": "sla", "step": "check-in", "code": "kvxp", "minutes": 15 },
 *     { "kind": "practice", "practice": "check-uit" },
 *     { "kind": "break", "minutes": 15 },
 *     { "kind": "own", "title": "Lunch", "minutes": 30 }
 *   ],
 *   "agenda": [{ "start": "09:30", "minutes": 15, "title": "Check-in" }]
 * }
 * ```
 *
 * `title`, `time`, `date` and the minutes of a step or practice may be absent. A step needs its id or its code.
 * `agenda` is there for people and other programs; it is not read back.
 */
export interface PlanFile {
  format: typeof format;
  version: 1;
  title?: string;
  session: { start: string; people: number; time?: number; date?: string };
  rows: (PlanRow & { step?: string })[];
  agenda: { start: string; minutes: number; title: string }[];
}

const format = 'onderstroom-plan';

/** Writes a plan as a file; `steps` are the ids of its steps, by row. */
export function toPlanFile(
  { title, session, rows }: Plan,
  steps: readonly (string | undefined)[],
  agenda: PlanFile['agenda'],
): string {
  const file: PlanFile = {
    format,
    version: 1,
    ...(title === undefined ? {} : { title }),
    session: { ...session, start: toClock(session.start) },
    rows: rows.map((row, at) => {
      const step = steps[at];
      return step === undefined ? row : { ...row, step };
    }),
    agenda,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file held: like an address, with the parts of the session that could be read. */
export interface ReadFile extends PlanText {
  session: Partial<Session>;
}

/** Reads a file that `toPlanFile` wrote or somebody else made up; nothing when it is no plan at all. */
export function readPlanFile(text: string): ReadFile | undefined {
  const file = readJson(text);
  if (!isRecord(file) || file['format'] !== format || !Array.isArray(file['rows']))
    return undefined;
  if (file['version'] !== 1)
    return { session: {}, rows: [], unread: [{ token: String(file['version']), why: 'version' }] };
  const all: unknown[] = file['rows'];
  const read = all.slice(0, mostRows).map((each) => readRow(each) ?? toUnread(each));
  const title = readText(file['title']);
  return {
    ...(title === undefined ? {} : { title }),
    session: readFileSession(file['session']),
    rows: read.filter((each) => 'kind' in each),
    unread: [
      ...read.filter((each) => 'why' in each),
      ...all
        .slice(mostRows, mostRows + 1)
        .map((each) => ({ ...toUnread(each), why: 'too-many' as const })),
    ],
  };
}

function readRow(row: unknown): PlanRow | undefined {
  if (!isRecord(row)) return undefined;
  const minutes = readWhole(row['minutes'], mostMinutes);
  const own = minutes === undefined ? {} : { minutes };
  if (row['minutes'] !== undefined && minutes === undefined) return undefined;
  switch (row['kind']) {
    case 'step': {
      const [place, step] = [readId(row['case']), readId(row['step'])];
      const code = readCode(row['code']) ?? (step === undefined ? undefined : toStepCode(step));
      return place && code ? { kind: 'step', case: place, code, ...own } : undefined;
    }
    case 'practice': {
      const practice = readId(row['practice']);
      return practice ? { kind: 'practice', practice, ...own } : undefined;
    }
    case 'break':
      return minutes === undefined ? undefined : { kind: 'break', minutes };
    case 'own': {
      const title = readText(row['title']);
      return title && minutes ? { kind: 'own', title, minutes } : undefined;
    }
    default:
      return undefined;
  }
}

const toUnread = (row: unknown): PlanText['unread'][number] => ({
  token: (JSON.stringify(row) as string | undefined)?.slice(0, 40) ?? '',
  why: 'shape',
});

function readFileSession(value: unknown): Partial<Session> {
  if (!isRecord(value)) return {};
  const start = typeof value['start'] === 'string' ? readClock(value['start']) : undefined;
  const people = readWhole(value['people'], 999);
  const time = readWhole(value['time'], 1440);
  const date = typeof value['date'] === 'string' ? readDay(value['date']) : undefined;
  return {
    ...(start === undefined ? {} : { start }),
    ...(people === undefined ? {} : { people }),
    ...(time === undefined ? {} : { time }),
    ...(date === undefined ? {} : { date }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const readText = (value: unknown): string | undefined =>
  typeof value === 'string' ? toPlanTitle(value) : undefined;

const readId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{0,79}$/.test(value) ? value : undefined;

const readCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[bcdfghjkmnpqrstvwxz]{4}$/.test(value) ? value : undefined;

const readWhole = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && 1 <= value && value <= most
    ? value
    : undefined;
