import type { Run } from '../model/run.ts';
import { createKeep, type Keep, type KeepOptions } from './keep.ts';

/** What a browser keeps of run mode: numbers and the name of the plan, never what was said or by whom. */
export interface KeptRun {
  view: RunView;
  session?: {
    run: Run;
    title: string;
    /** Where the session runs, to find it back from another page. */
    href: string;
  };
}

/** What is to see: all there is, or what the whole room may see. */
export type RunView = 'facilitator' | 'room';

export const createRunKeep = (
  place: Pick<KeepOptions<KeptRun>, 'storage' | 'tabs'> = {},
): Keep<KeptRun> =>
  createKeep<KeptRun>({
    schema: 'run',
    version: 1,
    empty: { view: 'facilitator' },
    check: readKeptRun,
    ...place,
  });

function readKeptRun(value: unknown): KeptRun | undefined {
  if (!isObject(value)) return undefined;
  const { view, session } = value as Record<keyof KeptRun, unknown>;
  if (view !== 'facilitator' && view !== 'room') return undefined;
  if (session === undefined) return { view };
  return isSession(session) ? { view, session } : undefined;
}

function isSession(value: unknown): value is NonNullable<KeptRun['session']> {
  if (!isObject(value)) return false;
  const { run, title, href } = value as Record<keyof NonNullable<KeptRun['session']>, unknown>;
  return (
    isRun(run) && typeof title === 'string' && typeof href === 'string' && /^\/(?![/\\])/.test(href)
  );
}

function isRun(value: unknown): value is Run {
  if (!isObject(value)) return false;
  const { rows, index, clock, advance, began, planned } = value as Record<keyof Run, unknown>;
  return (
    Array.isArray(rows) &&
    rows.every(isRow) &&
    isCount(index) &&
    index < rows.length &&
    isObject(clock) &&
    'since' in clock &&
    isCount(clock.since) &&
    'state' in clock &&
    ['running', 'paused', 'finished'].includes(String(clock.state)) &&
    (advance === 'manual' || advance === 'automatic') &&
    isCount(began) &&
    isCount(planned)
  );
}

function isRow(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { subject, minutes, extra, spent } = value as Record<keyof Run['rows'][number], unknown>;
  return typeof subject === 'string' && isCount(minutes) && isCount(extra) && isCount(spent);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
