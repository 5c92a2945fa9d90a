import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { bringUpToDate } from '../../scripts/bring-up-to-date.ts';
import { createStore, readLedger } from '../../src/discussion/keeping.ts';
import { withoutDesk } from '../discussion/desk.contract.ts';
import { start } from '../discussion/drafts.ts';

it('brings a discussion an older version wrote up to date, and leaves everything else for others to tell', async () => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'older-'));
  const keeping = { kind: 'sqlite', file: path.join(home, 'discussion.db') } as const;
  await bringUpToDate(keeping);
  await expect(readLedger(keeping)).rejects.toMatchObject({ why: 'missing' });
  await createStore(keeping, start);
  const database = new DatabaseSync(keeping.file);
  for (const command of withoutDesk) database.exec(command);
  database.close();
  await expect(readLedger(keeping)).rejects.toMatchObject({ why: 'newer' });
  await bringUpToDate(keeping);
  expect(await readLedger(keeping)).toMatchObject({ entries: [], head: { count: 0 } });
  await rm(home, { recursive: true });
});
