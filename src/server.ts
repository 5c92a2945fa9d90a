import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openStore, toKeeping, type Keeping } from './discussion/keeping.ts';
import type { Handbook } from './model/handbook.ts';
import { createHealthDoor, type Health } from './serving/health.ts';
import {
  closeOnSignal,
  closeServer,
  createLimitedServer,
  ListenError,
  readHost,
  readOrigins,
  readPort,
  startListening,
  toAddress,
  toPort,
} from './serving/listening.ts';
import { createLog, type Log } from './serving/log.ts';
import { readSecret, SecretError } from './serving/secret.ts';
import { createSite, type SiteOptions } from './serving/site.ts';
import { startTalk } from './serving/talk.ts';

export { createSite, ListenError, type SiteOptions };

/**
 * Where the running site is put together: the files of a built site, and the discussion in front of them.
 * Run as a program it serves `dist`; `PORT` and `HOST` say where.
 */

export interface ListenOptions {
  /** Folder of the built site. */
  dir: string;
  /** Port to listen on, 0 for any free one; `PORT` or else 4321 when left out. */
  port?: number;
  /** Address to listen on; `HOST` or else only this machine when left out. */
  host?: string;
  /** The discussion; without one the site is only read. */
  discussion?: DiscussionOfSite;
}

/** What the discussion of a site needs. */
export interface DiscussionOfSite {
  keeping: Keeping;
  /** The folder of its secret and its desk. */
  folder: string;
  handbook: Pick<Handbook, 'address' | 'discussion'>;
  /** More origins of our own pages; those of the handbook and of this server are known. */
  origins?: readonly string[];
  /** Seals tickets; of this program alone when left out. */
  secret?: Uint8Array | undefined;
  /** Builds the site anew and puts it in the place of the one that is served. */
  rebuild?: (stop: AbortSignal) => Promise<void>;
  /** Where a line is written for each request to a door and each event; the output when left out. */
  log?: Log;
  now?: () => Date;
}

export interface Listening {
  /** Where to point a browser. */
  address: string;
  /** Stops listening, and lets requests under way end first. */
  close: () => Promise<void>;
}

/** Serves a site until it is told to stop, by `close`, SIGINT or SIGTERM. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const {
    dir,
    port = readPort(process.env['PORT']),
    host = readHost(process.env['HOST']),
  } = options;
  if (!existsSync(dir)) {
    throw new ListenError(`There is no built site in ${dir}. Make it with npm run build.`);
  }
  const server = createLimitedServer();
  await startListening(server, port, host);
  const starting = options.discussion
    ? startDiscussion(dir, options.discussion, toPort(server))
    : Promise.resolve(undefined);
  const serving = starting.then((talk) =>
    createSite({ dir, handlers: talk?.handlers ?? [createHealthDoor(readSilent)] }),
  );
  // Whoever is early waits until the store is open.
  server.on('request', (request, response) => {
    void serving.then(
      (serve) => {
        serve(request, response);
      },
      () => response.destroy(),
    );
  });
  const talk = await starting.catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeServer(server).then(() => talk?.close()));
  closeOnSignal(server, close);
  return { address: toAddress(server, host), close };
}

/** How a site is that has no discussion. */
const readSilent = (): Promise<Health> =>
  Promise.resolve({ ok: true, store: { state: 'none' }, rebuild: { running: false } });

async function startDiscussion(dir: string, discussion: DiscussionOfSite, port: number) {
  const { keeping, folder, handbook, origins = [], secret, rebuild } = discussion;
  const { now = () => new Date() } = discussion;
  const log = discussion.log ?? createLog(console.log, now);
  const own = [handbook.address, `http://localhost:${port}`, `http://127.0.0.1:${port}`];
  log({ event: 'start' });
  const talk = await startTalk({
    dir,
    folder,
    settings: handbook.discussion,
    origins: [...own.map((address) => new URL(address).origin), ...origins],
    secret: secret ?? randomBytes(32),
    open: () => openStore(keeping),
    ...(keeping.kind === 'sqlite' ? { stamp: () => toStamp(keeping.file) } : {}),
    ...{ rebuild, log, now },
  });
  return {
    ...talk,
    close: async () => {
      await talk.close();
      log({ event: 'stop' });
    },
  };
}

/** Tells the file of a database from another one in its place, and from what is left of one that was emptied. */
function toStamp(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && found.size > 0 ? `${found.dev}:${found.ino}` : undefined;
}

/**
 * What the environment says of the discussion: `DATABASE_URL` or `DATA_DIR` where it is kept, `DISCUSSION_SECRET`, and
 * `ORIGINS`. Nothing when there is none: no database, and no folder.
 */
export function readDiscussion(
  environment: Readonly<Record<string, string | undefined>>,
  handbook: DiscussionOfSite['handbook'],
): DiscussionOfSite | undefined {
  const keeping = toKeeping(environment);
  const folder = path.resolve(environment['DATA_DIR'] ?? '', environment['DATA_DIR'] ? '' : 'data');
  if (keeping.kind === 'sqlite' && !existsSync(folder)) return undefined;
  try {
    const secret = readSecret(folder, environment['DISCUSSION_SECRET']);
    return { keeping, folder, handbook, origins: readOrigins(environment['ORIGINS']), secret };
  } catch (error) {
    throw error instanceof SecretError ? new ListenError(error.message) : error;
  }
}

if (import.meta.main) {
  try {
    const { handbook } = await import('./handbook.ts');
    const discussion = readDiscussion(process.env, handbook);
    const { address } = await listen({
      dir: path.resolve('dist'),
      ...(discussion && { discussion }),
    });
    console.log(`Listening at ${address}`);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
