import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createSqliteStore,
  openSqliteStore,
  openSqliteStoreToRead,
} from '../../src/discussion/stores/sqlite.ts';
import { after, start, toNew } from './drafts.ts';
import { testDesk } from './desk.contract.ts';
import { testStore } from './store.contract.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const newPlace = () => path.join(folder, `${(made += 1)}`, 'discussion.db');
async function newFile(): Promise<string> {
  const file = newPlace();
  await createSqliteStore(file, start);
  return file;
}

testStore('SQLite', {
  create: async () => {
    const file = await newFile();
    return {
      open: () => openSqliteStore(file),
      openToRead: () => openSqliteStoreToRead(file),
      createAgain: () => createSqliteStore(file, start),
    };
  },
});

testDesk('SQLite', {
  create: async () => {
    const file = await newFile();
    return {
      open: () => openSqliteStore(file),
      openToRead: () => openSqliteStoreToRead(file),
      run: (sql) => {
        const database = new DatabaseSync(file);
        database.exec(sql);
        database.close();
        return Promise.resolve();
      },
    };
  },
});

describe('the file of a store in SQLite', () => {
  it('is never made by opening it', async () => {
    await expect(openSqliteStore(newPlace())).rejects.toMatchObject({ why: 'missing' });
  });

  it.each(['open', 'openToRead'] as const)('is refused by %s when it is no store', async (way) => {
    const open = { open: openSqliteStore, openToRead: openSqliteStoreToRead }[way];
    const file = await newFile();
    const at = path.dirname(file);
    const write = (name: string, bytes: string | Uint8Array) => {
      writeFileSync(path.join(at, name), bytes);
      return path.join(at, name);
    };
    const other = path.join(at, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('create table contributions (id text)');
    database.close();
    const head = readFileSync(file).subarray(0, 100);
    await expect(open(write('empty.db', ''))).rejects.toMatchObject({ why: 'empty' });
    await expect(open(write('text.db', 'not a database'))).rejects.toMatchObject({
      why: 'foreign',
    });
    await expect(open(other)).rejects.toMatchObject({ why: 'foreign' });
    await expect(open(write('cut.db', head))).rejects.toMatchObject({ why: 'damaged' });
    expect(readFileSync(path.join(at, 'empty.db'))).toHaveLength(0);
  });

  it('is refused when pages of it were overwritten', async () => {
    const file = await newFile();
    const store = await openSqliteStore(file);
    await Promise.all(Array.from({ length: 200 }, () => store.add(toNew())));
    await store.close();
    const damaged = `${file}.damaged`;
    copyFileSync(file, damaged);
    const opened = openSync(damaged, 'r+');
    writeSync(opened, Buffer.alloc(3 * 4096, 0xa5), 0, 3 * 4096, 5 * 4096);
    closeSync(opened);
    await expect(openSqliteStore(damaged)).rejects.toMatchObject({ why: 'damaged' });
  });

  it('is refused when a newer version of the program wrote in it', async () => {
    const file = await newFile();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('999-later', '2027-01-01')");
    database.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({ why: 'newer' });
    await expect(openSqliteStoreToRead(file)).rejects.toMatchObject({ why: 'newer' });
  });

  it('has one writer at a time; the next one may come when the first is done', async () => {
    const file = await newFile();
    const first = await openSqliteStore(file);
    await expect(openSqliteStore(file)).rejects.toMatchObject({ why: 'in-use' });
    await first.add(toNew());
    await first.close();
    const second = await openSqliteStore(file);
    expect(await second.listPending()).toHaveLength(1);
    await second.close();
  });

  it('holds no trace of what was taken back or changed, nor do the files beside it', async () => {
    const file = await newFile();
    const store = await openSqliteStore(file);
    const given = toNew({ words: 'Kanariegeel '.repeat(900), email: 'kanarie@voorbeeld.nl' });
    await store.add({ ...given, html: `<p>${given.draft.words}</p>` });
    const revision = { words: 'Papegaai', html: '<p>Papegaai</p>', cleaner: 'test 1' };
    const traces = () =>
      readdirSync(path.dirname(file)).flatMap((name) => {
        const bytes = readFileSync(path.join(path.dirname(file), name)).toString('latin1');
        return ['Kanarie', 'kanarie', 'Papegaai', given.code].filter((word) =>
          bytes.includes(word),
        );
      });
    expect(traces()).toContain('Kanarie');
    await store.revise(given.code, { ...revision, at: after(1) });
    expect(traces()).not.toContain('Kanarie');
    await store.withdraw(given.code, after(2));
    expect(traces()).toEqual([]);
    await store.close();
    expect(traces()).toEqual([]);
  });
});
