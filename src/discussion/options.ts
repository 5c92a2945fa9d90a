import type { Passage } from '../model/anchor.ts';
import type { DiscussionSettings } from '../model/discussion-settings.ts';
import type { Language } from '../model/language.ts';
import type { Subject } from '../model/subject.ts';
import type { DeskDoor } from '../model/address.ts';
import type { Door } from './guard.ts';
import type { Store } from './store.ts';
import type { Tickets } from './ticket.ts';

/** Everything a discussion needs from outside. */
export interface DiscussionOptions {
  store: Pick<Store, 'add' | 'findOwn' | 'revise' | 'withdraw'>;
  settings: DiscussionSettings;
  /**
   * A thing of the handbook by its present or former subject, or by the address of its page in any spelling, with the
   * passage as it is now in that language, and the ids of the author’s own voices about its case.
   */
  find: (
    named: string,
    language: Language,
  ) => { subject: Subject; passage?: Passage; voices?: readonly string[] } | undefined;
  /** Where the pages come from, like `https://handboek.example`: only they may send. */
  origins: readonly string[];
  tickets: Tickets;
  now: () => Date;
  newId: () => string;
  newKey: () => string;
  log: (line: LogLine) => void;
}

/** What is written down of a request: never who it was, nor a word of what was said, nor a code. */
export interface LogLine {
  at: string;
  door: Door | DeskDoor;
  language: Language;
  method: string;
  status: number;
  /** What it was about, once that is known. */
  subject?: Subject;
  /** What was wrong, by field or refusal. */
  wrong?: string[];
  /** Why something could not be kept. */
  error?: string;
  milliseconds: number;
}
