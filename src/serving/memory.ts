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

/** A file this big is read anew for each reader, and all others together take no more than that, in bytes. */
const [mostOfOne, mostOfAll] = [512 * 1024, 32 * 1024 * 1024];

/**
 * Reads files and remembers the small ones. Whether a file is still the one that was read is looked up each time, so
 * what is swapped in is read at once; looking takes a fiftieth of the time of opening and reading.
 * @returns reads a file; nothing when there is none at that path
 */
export function createMemory(): (file: string) => Promise<ReadFile | undefined> {
  const known = new Map<string, { stamp: string; bytes: Buffer }>();
  let held = 0;

  const forget = (file: string) => {
    held -= known.get(file)?.bytes.length ?? 0;
    known.delete(file);
  };
  const remember = (file: string, stamp: string, bytes: Buffer) => {
    forget(file);
    known.set(file, { stamp, bytes });
    held += bytes.length;
    for (const oldest of known.keys()) {
      if (held <= mostOfAll) break;
      forget(oldest);
    }
  };

  return async (file) => {
    const found = look(file);
    if (!found?.isFile()) {
      forget(file);
      return undefined;
    }
    const remembered = known.get(file);
    const stamp = toStamp(found);
    if (remembered?.stamp === stamp) {
      const { bytes } = remembered;
      // Back to the end of the row: the one at its beginning is the one nobody asked for longest.
      known.delete(file);
      known.set(file, remembered);
      return { size: bytes.length, changed: found.mtimeMs, content: bytes };
    }
    const opened = await openPlain(file);
    if (opened === undefined) return undefined;
    const { handle, stats } = opened;
    if (stats.size > mostOfOne)
      return { size: stats.size, changed: stats.mtimeMs, content: handle };
    try {
      const bytes = await handle.readFile();
      remember(file, toStamp(stats), bytes);
      return { size: bytes.length, changed: stats.mtimeMs, content: bytes };
    } finally {
      await handle.close();
    }
  };
}

/** Tells one file from another in its place, and from what it was before. */
const toStamp = ({ dev, ino, size, mtimeMs }: Stats): string => `${dev}:${ino}:${size}:${mtimeMs}`;

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
