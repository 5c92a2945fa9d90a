import process from 'node:process';
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { start, toNew } from './drafts.ts';

/**
 * Posts to a store as fast as it can, eight at a time, and says each key once it is promised to be kept.
 * It is killed halfway. What a kill breaks off is sent again by the next one, as a form would be.
 */
const [, , file = '', again = ''] = process.argv;
const store = await openSqliteStore(file);
const unsure = again === '' ? [] : again.split(',');

const post = async (key: string): Promise<void> => {
  writeSync(1, `sent ${key}\n`);
  await store.add(toNew({ key }, start));
  writeSync(1, `kept ${key}\n`);
};

writeSync(1, 'open\n');
const client = async (): Promise<never> => {
  for (;;) await post(unsure.pop() ?? toNew().draft.key);
};
await Promise.all(Array.from({ length: 8 }, client));
