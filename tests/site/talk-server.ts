import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../../src/discussion/store.ts';
import { createSqliteStore, openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { handbook } from '../../src/handbook.ts';
import { createSite } from '../../src/server.ts';
import { startTalk } from '../../src/serving/talk.ts';

const dir = path.resolve(import.meta.dirname, '../../dist');

/** The built site with a discussion of its own, empty at first, and a clock that is set by hand. */
export interface TalkServer {
  address: string;
  /** The folder of its discussion; its desk is reached through it. */
  folder: string;
  /** The store of the site itself, to look in and to decide with. */
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
  await createSqliteStore(file, clock.now);
  const store = await openSqliteStore(file);
  const origins: string[] = [];
  const talk = await startTalk({
    ...{ dir, folder, origins, settings: handbook.discussion },
    secret: new Uint8Array(32).fill(7),
    now: () => clock.now,
    log: () => undefined,
    open: () =>
      Promise.resolve({
        ...store,
        add: (contribution) =>
          trouble.full ? Promise.reject(new Error('full')) : store.add(contribution),
      }),
  });
  const server = createServer(createSite({ dir, handlers: talk.handlers }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${String(typeof bound === 'object' ? bound?.port : 0)}`;
  origins.push(address);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await talk.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, folder, store, clock, trouble, close };
}
