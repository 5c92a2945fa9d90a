import { createReadStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import process from 'node:process';
import { openText, type Opened } from './carry/read.ts';
import { CarryError, type CarryingStore, type Counts } from './carry/table.ts';
import { toText } from './carry/write.ts';
import { toPublicText } from './carry/write-public.ts';
import { openStore, openStoreToRead, type Keeping } from './keeping.ts';
import { openScratch, schema } from './stores/scratch.ts';

/** Writes everything in a discussion to a new file that only its owner can read. The site may go on meanwhile. */
export async function exportDiscussion(keeping: Keeping, file: string): Promise<void> {
  const [scratch, store] = [await openScratch(), await openStoreToRead(keeping)];
  try {
    const tables = await scratch.listTables();
    await writeWhole(file, toText(schema, tables, store.exportAll(tables)), 0o600);
  } finally {
    await Promise.all([scratch.close(), store.close()]);
  }
}

/** Writes what everybody may read anyway: nothing that waits or was taken back, no addresses, no digests of codes. */
export async function exportPublic(keeping: Keeping, file: string): Promise<void> {
  const store = await openStoreToRead(keeping);
  try {
    await writeWhole(file, toPublicText(await store.listSaid()), 0o644);
  } finally {
    await store.close();
  }
}

/** Takes everything in a file into a new, empty discussion: all of it, or nothing. Gives how much that was. */
export async function importDiscussion(keeping: Keeping, file: string): Promise<Counts> {
  const store = await openStore(keeping);
  const source = createReadStream(file);
  try {
    const opened = await openText(source);
    const known = schema.slice(0, opened.schema.length);
    if (opened.schema.length === 0 || known.join() !== opened.schema.join())
      throw new CarryError(
        'The file was written by a newer version of this program. Use that version, or a newer one.',
      );
    return await putIn(store, opened, known.length);
  } catch (error) {
    throw toFileError(error, file);
  } finally {
    source.destroy();
    await store.close();
  }
}

async function putIn(store: CarryingStore, opened: Opened, changes: number): Promise<Counts> {
  const [then, now] = [await openScratch(changes), await openScratch()];
  try {
    const [written, present] = [await then.listTables(), await now.listTables()];
    const rows = opened.read(written);
    if (changes === schema.length) return await store.importAll(present, rows);
    // An older file first becomes what an older store becomes when a newer program opens it.
    await then.importAll(written, rows);
    await then.update();
    return await store.importAll(present, then.exportAll(present));
  } finally {
    await Promise.all([then.close(), now.close()]);
  }
}

/** Writes a file that is whole or not there, and never over another one. */
async function writeWhole(file: string, text: AsyncIterable<string>, mode: number): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  try {
    const handle = await open(unfinished, 'wx', mode);
    try {
      for await (const part of gather(text)) await handle.write(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(unfinished, file);
  } catch (error) {
    throw toFileError(error, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A disk is asked once for many rows. */
async function* gather(text: AsyncIterable<string>, most = 256 * 1024): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const part of text) {
    parts.push(part);
    length += part.length;
    if (length < most) continue;
    yield parts.join('');
    [parts, length] = [[], 0];
  }
  yield parts.join('');
}

function toFileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why: Record<string, string> = {
    EEXIST: `${file} is there already. Name another file; an export never overwrites one.`,
    ENOENT: `${file}: there is no such file or folder.`,
    EACCES: `${file}: you may not read or write there. Name another place.`,
    EISDIR: `${file} is a folder. Name a file.`,
    ENOSPC: `The disk of ${file} is full. Make room, or name another place.`,
  };
  const message = why[code];
  return message === undefined ? error : new CarryError(message, { cause: error });
}
