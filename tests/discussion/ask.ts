import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Asked } from '../../src/discussion/asked.ts';
import { createDiscussion, type Discussion, type LogLine } from '../../src/discussion/http.ts';
import { newContributionId, newFormKey } from '../../src/discussion/reference-code.ts';
import type { Store } from '../../src/discussion/store.ts';
import { createSqliteStore, openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { createTickets } from '../../src/discussion/ticket.ts';
import { DiscussionSettings } from '../../src/model/discussion-settings.ts';
import { toKnown, toKnownSubjects } from '../../src/model/subject-address.ts';
import { start } from './drafts.ts';

export const site = 'https://handboek.example';
const known = toKnownSubjects({
  cases: [{ id: 'sla', formerIds: ['contract'], steps: [{ id: 'check-in' }, { id: 'de-vraag' }] }],
  practices: [{ id: 'debat' }],
});

/** A discussion with a store of its own, and a clock that is set by hand. */
export interface Talk {
  ask: Discussion;
  store: Store;
  log: LogLine[];
  clock: { now: Date };
  close: () => Promise<void>;
}

export async function startTalk(changes: Partial<Store> = {}): Promise<Talk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'talk-'));
  const file = path.join(folder, 'discussion.db');
  await createSqliteStore(file, start);
  const store = await openSqliteStore(file);
  const clock = { now: start };
  const log: LogLine[] = [];
  const now = () => clock.now;
  const ask = createDiscussion({
    store: { ...store, ...changes },
    settings: DiscussionSettings.parse({
      roles: [{ id: 'participant', nl: 'deelnemer', en: 'participant' }],
    }),
    find: (subject) => {
      const present = toKnown(subject, known);
      const passage = { digest: 'a1b2c3', text: 'Iedereen zegt iets. De begeleider luistert.' };
      return present === undefined ? undefined : { subject: present, passage };
    },
    origins: [site],
    tickets: createTickets({ secret: new Uint8Array(32).fill(7), now }),
    now,
    newId: () => newContributionId(now()),
    newKey: newFormKey,
    log: (line) => log.push(line),
  });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ask, store, log, clock, close };
}

/** What a form sends for a good contribution. */
export const toFields = (changes: Record<string, string> = {}): Record<string, string> => ({
  subject: 'cases/sla#check-in',
  language: 'nl',
  stance: 'insight',
  words: 'Bij ons ging dat <b>anders</b>.',
  needs: 'Meer tijd vooraf.',
  role: 'participant',
  key: randomUUID(),
  ...changes,
});

const encoder = new TextEncoder();

/** A request as a browser sends a form from our own page. */
export const toForm = (
  fields: Record<string, string> | string,
  { path: asked = '/reageren/', headers = {} }: { path?: string; headers?: Asked['headers'] } = {},
): Asked => ({
  method: 'POST',
  path: asked,
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    ...headers,
  },
  body: encoder.encode(
    typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  ),
});

/** A request as the program in our own page sends it. */
export const toJson = (body: unknown, asked = '/reageren/'): Asked => ({
  ...toForm({}, { path: asked, headers: { 'content-type': 'application/json' } }),
  body: encoder.encode(typeof body === 'string' ? body : JSON.stringify(body)),
});

export const toGet = (asked: string): Asked => ({
  method: 'GET',
  path: asked,
  headers: {},
  body: new Uint8Array(),
});

/** The page an answer names; fails when it is something else. */
export function toShown(answer: Answer | undefined): Extract<Answer, { kind: 'page' }> {
  if (answer?.kind === 'page') return answer;
  throw new Error(`Not a page: ${JSON.stringify(answer)}`);
}

/** Where an answer leads to; fails when it is something else. */
export function toLocation(answer: Answer | undefined): string {
  if (answer?.kind === 'redirect') return answer.location;
  throw new Error(`Not a way to a page: ${JSON.stringify(answer)}`);
}

/** What a program gets; fails when it is something else. */
export function toBody(answer: Answer | undefined): Record<string, unknown> & { status: number } {
  if (answer?.kind === 'json') return { ...answer.body, status: answer.status };
  throw new Error(`Not JSON: ${JSON.stringify(answer)}`);
}
