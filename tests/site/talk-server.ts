import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiscussion } from '../../src/discussion/http.ts';
import { newContributionId, newFormKey } from '../../src/discussion/reference-code.ts';
import type { Store } from '../../src/discussion/store.ts';
import { createSqliteStore, openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { createTickets } from '../../src/discussion/ticket.ts';
import { send, toAsked } from '../../src/discussion/wire.ts';
import { handbook } from '../../src/handbook.ts';
import { toSubject, type Subject } from '../../src/model/subject.ts';
import { toKnown, type KnownSubjects } from '../../src/model/subject-address.ts';
import { fillPage } from '../../src/serving/fill-page.ts';
import { createSite } from '../../src/server.ts';

const dir = path.resolve(import.meta.dirname, '../../dist');

/** The built site with a discussion of its own, empty at first, and a clock that is set by hand. */
export interface TalkServer {
  address: string;
  store: Store;
  clock: { now: Date };
  /** While this is set nothing can be kept, as when a disk is full. */
  trouble: { full: boolean };
  close: () => Promise<void>;
}

export async function startTalkServer(): Promise<TalkServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'talk-site-'));
  const file = path.join(folder, 'discussion.db');
  const clock = { now: new Date('2026-11-25T12:00:00Z') };
  const trouble = { full: false };
  const now = () => clock.now;
  await createSqliteStore(file, now());
  const store = await openSqliteStore(file);
  const known = readKnown();
  const origins: string[] = [];
  const discuss = createDiscussion({
    store: {
      ...store,
      add: (contribution) =>
        trouble.full ? Promise.reject(new Error('full')) : store.add(contribution),
    },
    settings: handbook.discussion,
    find: (subject) => {
      const present = toKnown(subject, known);
      return present === undefined ? undefined : { subject: present };
    },
    origins,
    tickets: createTickets({ secret: new Uint8Array(32).fill(7), now }),
    now,
    newId: () => newContributionId(now()),
    newKey: newFormKey,
    log: () => undefined,
  });
  const site = createSite({ dir });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await toAsked(request);
    const answered = await discuss(asked);
    if (answered === undefined) {
      site(request, response);
      return;
    }
    if (answered.kind !== 'page') {
      send(response, answered);
      return;
    }
    const { status, headers, kind: _kind, language: _language, ...page } = answered;
    const built = path.join(dir, asked.path.split('?', 1)[0] ?? '', 'index.html');
    response.writeHead(status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
    response.end(fillPage(readFileSync(built, 'utf8'), page, now()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${String(typeof bound === 'object' ? bound?.port : 0)}`;
  origins.push(address);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, store, clock, trouble, close };
}

/** Everything that can be spoken about, as the form offers it. */
function readKnown(): KnownSubjects {
  const html = readFileSync(path.join(dir, 'reageren', 'index.html'), 'utf8');
  const steps: Record<Subject, string[]> = {};
  for (const [, kind = '', id = '', step] of html.matchAll(
    /<option value="(cases|practices)\/([^"#]+)(?:#([^"]+))?"/g,
  )) {
    const whole = toSubject({ kind: kind as 'cases' | 'practices', id });
    steps[whole] = [...(steps[whole] ?? []), ...(step === undefined ? [] : [step])];
  }
  return { steps, former: {} };
}
