import type { LogLine } from '../discussion/options.ts';

/** Something that happened to the running site. */
export type SiteEvent =
  | { event: 'start' | 'stop' | 'rebuild-begun' }
  | { event: 'rebuild-done'; seconds: number }
  | {
      event: 'rebuild-failed' | 'subjects-unreadable' | 'desk-closed' | 'look-failed';
      message: string;
    }
  | { event: 'store'; state: string; why?: string; message?: string }
  | { event: 'decided'; as: string; subject: string };

/** Writes down one thing: a request to a door, or an event. Never who it was, a word of what was said, or a code. */
export type Log = (line: SiteEvent | LogLine) => void;

/** One JSON object a line, each with its moment. */
export const createLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (line) => {
    write(JSON.stringify({ at: now().toISOString(), ...line }));
  };
