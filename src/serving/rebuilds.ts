import { createTurns } from './turns.ts';
import type { Log } from './log.ts';

/** How rebuilding goes. Messages name no file. */
export interface RebuildState {
  running: boolean;
  /** When the last one that went well was done. */
  done?: string;
  /** The last one that failed, until one goes well; the site of before is still served. */
  failed?: { at: string; message: string };
}

export type Rebuilt = { ok: true; seconds: number } | { ok: false; message: string };

export interface Rebuilds {
  /** Asks for a rebuild that knows of everything up to now. Never fails: a failure is an outcome. */
  ask: () => Promise<Rebuilt>;
  settle: () => Promise<void>;
  readState: () => RebuildState;
  /** Ends the one under way and begins no other. */
  stop: () => Promise<void>;
}

/** Rebuilds the site, one at a time; many requests during one are one more. */
export function createRebuilds(
  build: (stop: AbortSignal) => Promise<void>,
  { log, now }: { log: Log; now: () => Date },
): Rebuilds {
  const stopping = new AbortController();
  let done: string | undefined;
  let failed: RebuildState['failed'];
  const turns = createTurns(async (): Promise<Rebuilt> => {
    if (stopping.signal.aborted) return { ok: false, message: 'The site is stopping.' };
    const started = performance.now();
    log({ event: 'rebuild-begun' });
    try {
      await build(stopping.signal);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      done = now().toISOString();
      failed = undefined;
      log({ event: 'rebuild-done', seconds });
      return { ok: true, seconds };
    } catch (error) {
      const message = toMessage(error);
      failed = { at: now().toISOString(), message };
      log({ event: 'rebuild-failed', message });
      return { ok: false, message };
    }
  });
  return {
    ask: turns.ask,
    settle: turns.settle,
    readState: () => ({
      running: turns.isBusy(),
      ...(done === undefined ? {} : { done }),
      ...(failed === undefined ? {} : { failed }),
    }),
    stop: async () => {
      stopping.abort();
      await turns.settle();
    },
  };
}

/** What went wrong, without the places of files on this machine. */
const toMessage = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(
    /(?<![\w#])(?:[A-Za-z]:)?[\\/][^\s:,;“”"')]+/g,
    '…',
  );
