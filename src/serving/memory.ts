import { statSync, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { hasCode } from './error.ts';

/** A file as it is now: its bytes, or a way to read them when there are many. Whoever gets a handle closes it. */
export interface ReadFile {
  /** In bytes. */
  size: number;
  /** When it was last written, in milliseconds. */
  changed: number;
  content: Buffer | FileHandle;
}

/** A file that is remembered. */
type Remembered = ReadFile & { content: Buffer };

export interface Memory {
  /** Reads a file; nothing when there is none at that path. */
  read: (file: string) => Promise<ReadFile | undefined>;
  /** A file that was read before and is still the same, without waiting; nothing otherwise. */
  recall: (file: string) => Remembered | undefined;
}

/** A file this big is read anew for each reader, and all others together take no more than that, in bytes. */
const [mostOfOne, mostOfAll] = [512 * 1024, 32 * 1024 * 1024];

/**
 * Reads files and remembers the small ones. Whether a file is still the one that was read is looked up each time, so
 * what is swapped in is read at once; looking takes a fiftieth of the time of opening and reading.
 */
export function createMemory(): Memory {
  const known = new Map<string, { stats: Stats; file: Remembered }>();
  let held = 0;

  const forget = (file: string) => {
    held -= known.get(file)?.file.size ?? 0;
    known.delete(file);
  };
  const remember = (file: string, stats: Stats, content: Buffer): Remembered => {
    forget(file);
    const remembered = { size: content.length, changed: stats.mtimeMs, content };
    known.set(file, { stats, file: remembered });
    held += content.length;
    for (const oldest of known.keys()) {
      if (held <= mostOfAll) break;
      forget(oldest);
    }
    return remembered;
  };
  const recall = (file: string): Remembered | undefined => {
    const remembered = known.get(file);
    if (remembered === undefined) return undefined;
    const found = look(file);
    if (found === undefined || !isSame(found, remembered.stats)) {
      forget(file);
      return undefined;
    }
    // Back to the end of the row: the one at its beginning is the one nobody asked for longest.
    known.delete(file);
    known.set(file, remembered);
    return remembered.file;
  };
  const read = async (file: string): Promise<ReadFile | undefined> => {
    const remembered = recall(file);
    if (remembered) return remembered;
    if (look(file)?.isFile() !== true) return undefined;
    const opened = await openPlain(file);
    if (opened === undefined) return undefined;
    const { handle, stats } = opened;
    if (stats.size > mostOfOne)
      return { size: stats.size, changed: stats.mtimeMs, content: handle };
    try {
      return remember(file, stats, await handle.readFile());
    } finally {
      await handle.close();
    }
  };
  return { read, recall };
}

/** Tells one file from another in its place, and from what it was before. */
const isSame = (a: Stats, b: Stats): boolean =>
  a.ino === b.ino && a.mtimeMs === b.mtimeMs && a.size === b.size && a.dev === b.dev;

const isMissing = (error: unknown): boolean =>
  hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG');

/** Asked without waiting: a turn of the event loop takes longer than the answer. */
function look(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function openPlain(file: string): Promise<{ handle: FileHandle; stats: Stats } | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, stats };
  await handle.close();
  return undefined;
}
