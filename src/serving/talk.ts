import { statSync } from 'node:fs';
import path from 'node:path';
import { createAccounts } from '../discussion/accounts.ts';
import { createDeskHttp } from '../discussion/desk-http.ts';
import { createDesk, type Desk } from '../discussion/desk.ts';
import { createOwnerDesk } from '../discussion/owner-desk.ts';
import { createDiscussion } from '../discussion/http.ts';
import { newContributionId, newFormKey } from '../discussion/reference-code.ts';
import { toSaidDigest } from '../discussion/said-digest.ts';
import type { Store } from '../discussion/store.ts';
import { createTickets } from '../discussion/ticket.ts';
import type { DiscussionSettings } from '../model/discussion-settings.ts';
import { createDeskDoors } from './desk-doors.ts';
import { openDeskDoor } from './desk.ts';
import { createDoors } from './doors.ts';
import { createHealthDoor, type Health } from './health.ts';
import { createKeeper, type KeeperOptions } from './keeper.ts';
import type { Log } from './log.ts';
import { createRebuilds, type Rebuilt } from './rebuilds.ts';
import type { Handler } from './site.ts';
import { createSubjects } from './subjects.ts';
import { createTurns } from './turns.ts';

export interface TalkOptions extends Pick<KeeperOptions, 'open' | 'stamp'> {
  /** Folder of the built site. */
  dir: string;
  /** Folder of the discussion; the desk is reached through it. */
  folder: string;
  settings: DiscussionSettings;
  /** Where our own pages come from; may be filled while the site starts to listen. */
  origins: readonly string[];
  secret: Uint8Array;
  /** Builds the site anew and puts it in the place of the one that is served; without it nothing is rebuilt. */
  rebuild?: ((stop: AbortSignal) => Promise<void>) | undefined;
  log: Log;
  now: () => Date;
}

/** The discussion of a running site. */
export interface Talk {
  handlers: readonly Handler[];
  /** Ends what is under way and lets go of the store; what was answered is kept. */
  close: () => Promise<void>;
}

/** How long a change by a writer may wait to be gathered with others before the site is looked at, in milliseconds. */
const gathering = 500;
/** How often to look whether another machine published something, in milliseconds. */
const watching = 30_000;

/** Starts the discussion of a site: its doors, its desk, its store, and rebuilding once something published changed. */
export async function startTalk(options: TalkOptions): Promise<Talk> {
  const { dir, folder, log, now } = options;
  const keeper = createKeeper({
    open: options.open,
    ...(options.stamp === undefined ? {} : { stamp: options.stamp }),
    tell: (state, message) => {
      log({ event: 'store', ...state, ...(message === undefined ? {} : { message }) });
    },
  });
  const subjects = createSubjects(dir, (error) => {
    log({ event: 'subjects-unreadable', message: toName(error) });
  });
  const news = createNews(options, keeper.store);
  await keeper.look();
  await news.begin();

  const discussion = createDiscussion({
    store: news.store,
    settings: options.settings,
    find: subjects.find,
    origins: options.origins,
    tickets: createTickets({ secret: options.secret, now }),
    now,
    newId: () => newContributionId(now()),
    newKey: newFormKey,
    log,
  });
  const { listSteps } = subjects;
  const desk = withNews(createDesk({ store: keeper.store, listSteps, now }), news, log);
  const { secret, origins } = options;
  const accounts = createAccounts({ store: keeper.store.accounts, secret, now });
  const deskHttp = createDeskHttp({
    ...{ store: keeper.store, desk, accounts, origins, listSteps, now, log },
  });
  const deskDoor = await openDeskDoor({
    ...{ folder, desk, settle: news.settle },
    owner: createOwnerDesk(accounts),
  }).catch((error: unknown) => {
    log({ event: 'desk-closed', message: toName(error) });
  });
  const readHealth = async (): Promise<Health> => {
    const store = await keeper.look();
    const built = statSync(path.join(dir, 'index.html'), { throwIfNoEntry: false });
    return {
      ok: store.state === 'open',
      store,
      ...(built === undefined ? {} : { built: built.mtime.toISOString() }),
      rebuild: news.readState(),
    };
  };
  return {
    handlers: [
      createHealthDoor(readHealth),
      createDoors(dir, discussion, now),
      createDeskDoors(dir, deskHttp, now),
    ],
    close: async () => {
      await deskDoor?.close();
      await news.stop();
      await keeper.close();
    },
  };
}

type News = ReturnType<typeof createNews>;

/** Notices that what is published changed, and has the site rebuilt. */
function createNews({ rebuild, log, now }: TalkOptions, store: Store) {
  const rebuilds = createRebuilds(rebuild ?? (() => Promise.resolve()), { log, now });
  let shown: string | undefined;
  let last: Promise<Rebuilt> | undefined;
  let gathered: NodeJS.Timeout | undefined;
  const looks = createTurns(async () => {
    const digest = toSaidDigest(await store.listSaid());
    if (digest === shown || rebuild === undefined) return false;
    shown = digest;
    last = rebuilds.ask();
    return true;
  });
  const look = (): Promise<boolean> =>
    looks.ask().catch((error: unknown) => {
      log({ event: 'look-failed', message: toName(error) });
      return false;
    });
  const lookSoon = () => {
    gathered ??= setTimeout(() => {
      gathered = undefined;
      void look();
    }, gathering);
  };
  const watch = rebuild && setInterval(() => void look(), watching).unref();
  return {
    /** Looks now whether the site must be rebuilt; it also must when that failed the last time. */
    look: () => {
      if (rebuilds.readState().failed !== undefined) shown = undefined;
      return look();
    },
    /** The store, for writers: what they change may stand on a page. */
    store: {
      add: store.add,
      findOwn: store.findOwn,
      revise: async (...change: Parameters<Store['revise']>) => {
        const changed = await store.revise(...change);
        if (changed.outcome === 'changed') lookSoon();
        return changed;
      },
      withdraw: async (...taken: Parameters<Store['withdraw']>) => {
        const changed = await store.withdraw(...taken);
        if (changed.outcome === 'changed') lookSoon();
        return changed;
      },
    },
    /** Takes what is published now for what the site shows: whoever starts it has just built it. */
    begin: async () => {
      shown = await store.listSaid().then(toSaidDigest, () => undefined);
    },
    settle: async () => {
      await looks.settle();
      return last;
    },
    readState: rebuilds.readState,
    stop: async () => {
      clearInterval(watch);
      clearTimeout(gathered);
      await looks.settle();
      await rebuilds.stop();
    },
  };
}

/** A desk after which the site is rebuilt. */
const withNews =
  (desk: Desk, news: News, log: Log): Desk =>
  async (asked, account) => {
    const answer = await desk(asked, account);
    if (answer.ok && 'decided' in answer) {
      log({ event: 'decided', as: answer.decided, subject: answer.subject });
      return { ...answer, rebuilding: await news.look() };
    }
    return answer;
  };

/** The kind of an error and no more: its message may quote what somebody wrote. */
const toName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
