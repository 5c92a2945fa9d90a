/**
 * The one way to keep state in the browser.
 *
 * What is kept is one JSON record per schema: `{"schema":"favourites","version":2,"value":…}`. Records of an
 * older version walk up the table of migrations. A record that cannot be read (damaged, or written by a newer
 * version of the site) is moved to another key first, so that nothing a reader kept is ever overwritten.
 * Storage that is blocked or full is an answer, not an exception. Once something was kept, the browser is asked not
 * to clear it by itself. What is worked on step by step, with a way back, lies on a desk (`desk.ts`).
 */
export interface Keep<T> {
  read(): Reading<T>;
  /** Reads, changes and writes in one go, so that two tabs do not undo each other. */
  update(change: (value: T) => T): Writing;
  /** Calls back after a change in this tab or another one; gives the way to stop. */
  watch(listener: () => void): () => void;
  toText(): string;
  fromText(text: string): Parsed<T>;
  /** The texts of the records that were put away, to take along before they are forgotten. */
  readAside(): string[];
  forgetAside(): void;
}

/** `aside` holds the keys of records that could not be read and were put away. */
export interface Reading<T> {
  state: 'ready' | 'blocked';
  value: T;
  aside: string[];
}

export interface Writing {
  state: 'kept' | 'full' | 'blocked';
}

export type Parsed<T> = { state: 'read'; value: T } | { state: 'damaged' | 'newer' };

export interface KeepOptions<T> {
  schema: string;
  /** Which one, where there are more of a schema: like `cases/sla#grenzen`. Texts of one schema fit all of them. */
  at?: string;
  version: number;
  empty: T;
  /** Gives the value when it has the right shape, or nothing. */
  check: (value: unknown) => T | undefined;
  /** By version: how a value of that version becomes one of the next. */
  migrations?: Record<number, (value: unknown) => unknown>;
  /** Asked for on every use: merely touching a blocked storage throws. */
  storage?: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Where `storage` events of other tabs arrive. */
  tabs?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Asks the browser not to clear what is kept; it may say no. */
  persist?: () => unknown;
}

export function createKeep<T>(options: KeepOptions<T>): Keep<T> {
  const { schema, at, empty, storage = () => localStorage, tabs = globalThis } = options;
  const { persist = askToPersist } = options;
  const key = at === undefined ? `onderstroom:${schema}` : `onderstroom:${schema}:${at}`;
  const listeners = new Set<() => void>();
  let isAsked = false;

  const write = (value: T): Writing => {
    try {
      storage().setItem(key, toRecord(options, value));
    } catch (error) {
      return { state: isFull(error) ? 'full' : 'blocked' };
    }
    if (!isAsked) persist();
    isAsked = true;
    for (const listener of listeners) listener();
    return { state: 'kept' };
  };

  return {
    read: () => read(options, key),
    update(change) {
      const { state, value } = read(options, key);
      return state === 'blocked' ? { state } : write(change(value));
    },
    watch(listener) {
      const hear = (event: Event) => {
        const changed = (event as StorageEvent).key;
        if (changed === key || changed === null) listener();
      };
      listeners.add(listener);
      tabs.addEventListener('storage', hear);
      return () => {
        listeners.delete(listener);
        tabs.removeEventListener('storage', hear);
      };
    },
    toText: () => toRecord(options, read(options, key).value),
    fromText: (text) => parse({ ...options, empty }, text),
    readAside: () => read(options, key).aside.map((each) => storage().getItem(each) ?? ''),
    forgetAside() {
      for (const each of read(options, key).aside) storage().removeItem(each);
    },
  };
}

function read<T>(options: KeepOptions<T>, key: string): Reading<T> {
  const { empty, storage = () => localStorage } = options;
  try {
    const store = storage();
    const text = store.getItem(key);
    const parsed: Parsed<T> =
      text === null ? { state: 'read', value: empty } : parse(options, text);
    if (text !== null && parsed.state !== 'read') {
      store.setItem(toFreeKeys(store, key).free, text);
      store.removeItem(key);
    }
    const value = parsed.state === 'read' ? parsed.value : empty;
    return { state: 'ready', value, aside: toFreeKeys(store, key).taken };
  } catch {
    // Also when an unreadable record could not be moved: then nothing may be written over it.
    return { state: 'blocked', value: empty, aside: [] };
  }
}

function toFreeKeys(store: Pick<Storage, 'getItem'>, key: string) {
  const taken: string[] = [];
  const next = () => `${key}:aside-${String(taken.length + 1)}`;
  while (store.getItem(next()) !== null) taken.push(next());
  return { taken, free: next() };
}

const toRecord = <T>({ schema, version }: KeepOptions<T>, value: T): string =>
  JSON.stringify({ schema, version, value });

function parse<T>(options: KeepOptions<T>, text: string): Parsed<T> {
  try {
    const record: unknown = JSON.parse(text);
    if (!isRecord(record) || record.schema !== options.schema) return { state: 'damaged' };
    if (record.version > options.version) return { state: 'newer' };
    let value = record.value;
    for (let version = record.version; version < options.version; version += 1) {
      value = options.migrations?.[version]?.(value);
    }
    const checked = options.check(value);
    return checked === undefined ? { state: 'damaged' } : { state: 'read', value: checked };
  } catch {
    return { state: 'damaged' };
  }
}

const isRecord = (value: unknown): value is { schema: unknown; version: number; value: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'schema' in value &&
  'value' in value &&
  'version' in value &&
  Number.isInteger(value.version);

/** Browsers that cannot promise this, and pages without a secure context, have no such thing to ask. */
const askToPersist = (): unknown =>
  (navigator as { storage?: Partial<StorageManager> }).storage?.persist?.();

const isFull = (error: unknown): boolean =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
