import { StoreError, type Store } from '../discussion/store.ts';
import { toKeptAccounts, type Use } from './keep-accounts.ts';

/** How the store is: open for what is sent, only the site can be read, its database is away, or there is none. */
export interface StoreState {
  state: 'open' | 'read-only' | 'away' | 'none';
  /** Why it does not keep what is sent. */
  why?: StoreError['why'];
}

export interface KeeperOptions {
  /** Opens the store; fails with a `StoreError` that says what to do. */
  open: () => Promise<Store>;
  /** What tells a database in a file from another one in its place; nothing where there is no file. */
  stamp?: () => string | undefined;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  /** Told each time the state becomes another one, with what to do about it. */
  tell: (state: StoreState, message?: string) => void;
}

/** A store that may be away. It is the same port, and each use of it fails as long as there is nothing behind it. */
export interface Keeper {
  store: Store;
  readState: () => StoreState;
  /** Opens the store when it is not open, and says how it is. */
  look: () => Promise<StoreState>;
  close: () => Promise<void>;
}

/** How long a fault is taken for what it is before the store is opened once more, in milliseconds. */
const pause = 2000;
/** How long after the last thing that could not be kept this is told, in milliseconds. */
const memory = 60_000;

/**
 * Keeps a store open, and opens it again after a fault, so that nobody has to start the site again: not after a full
 * disk, nor after a copy was put back. A file that was taken away or emptied is noticed before anything is written.
 */
export function createKeeper({
  open,
  stamp = () => undefined,
  now = () => performance.now(),
  tell,
}: KeeperOptions): Keeper {
  let held: { store: Store; stamp: string | undefined } | undefined;
  let opening: Promise<Store> | undefined;
  let fault: { error: StoreError; at: number } | undefined;
  let told: StoreState['why'] | 'open' | undefined;
  let isClosed = false;

  const note = (error: StoreError | undefined) => {
    fault = error && { error, at: now() };
    const is = error?.why ?? 'open';
    if (is !== told) tell(toState(error), error?.message);
    told = is;
  };
  const drop = async () => {
    const last = held;
    held = undefined;
    await last?.store.close().catch(() => undefined);
  };
  const openAnew = async (): Promise<Store> => {
    await drop();
    try {
      const before = stamp();
      const store = await open();
      held = { store, stamp: before };
      note(undefined);
      return store;
    } catch (error) {
      const known = error instanceof StoreError ? error : toUnknown(error);
      note(known);
      throw known;
    }
  };
  const reach = (): Promise<Store> | Store => {
    if (held !== undefined && held.stamp === stamp()) return held.store;
    if (isClosed) throw new StoreError('away', 'The site is stopping.');
    if (held === undefined && fault !== undefined && now() - fault.at < pause) throw fault.error;
    opening ??= openAnew().finally(() => (opening = undefined));
    return opening;
  };
  const use: Use = async (work, writes = false) => {
    const store = await reach();
    try {
      const outcome = await work(store);
      // That something can be read says nothing about a disk that is full.
      if (fault !== undefined && (writes || !isOfWriting(fault.error))) note(undefined);
      return outcome;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      note(error);
      // A damaged database would take new rows all the same; only opening it anew reads it through.
      if (error.why === 'damaged' && held?.store === store) await drop();
      throw error;
    }
  };
  const readState = (): StoreState => {
    const isOver = held !== undefined && fault !== undefined && now() - fault.at > memory;
    return toState(isOver ? undefined : fault?.error);
  };

  return {
    store: {
      add: (contribution) => use((store) => store.add(contribution), true),
      findOwn: (code) => use((store) => store.findOwn(code)),
      revise: (code, change) => use((store) => store.revise(code, change), true),
      withdraw: (code, at) => use((store) => store.withdraw(code, at), true),
      decide: (id, decision, about) => use((store) => store.decide(id, decision, about), true),
      undo: (id, about) => use((store) => store.undo(id, about), true),
      listToDecide: (status) => use((store) => store.listToDecide(status)),
      listRecent: (since) => use((store) => store.listRecent(since)),
      readLedger: () => use((store) => store.readLedger()),
      accounts: toKeptAccounts(use),
      listSaid: () => use((store) => store.listSaid()),
      listPending: () => use((store) => store.listPending()),
      findToDecide: (id) => use((store) => store.findToDecide(id)),
      findEmail: (id) => use((store) => store.findEmail(id)),
      close: drop,
    },
    readState,
    look: async () => {
      try {
        await reach();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
      return readState();
    },
    close: async () => {
      isClosed = true;
      await opening?.catch(() => undefined);
      await drop();
    },
  };
}

const isOfWriting = ({ why }: StoreError): boolean => why === 'full' || why === 'read-only';

/** Whatever keeps a database from being opened, the site can be read. */
const toUnknown = (cause: unknown): StoreError =>
  new StoreError('away', 'The database cannot be opened. Check who may read and write it.', {
    cause,
  });

function toState(error: StoreError | undefined): StoreState {
  if (error === undefined) return { state: 'open' };
  return { state: error.why === 'away' ? 'away' : 'read-only', why: error.why };
}
