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

/** Says a line at once and whole: a pipe may be full, and then asks to be tried again. */
function say(line: string): void {
  let left = Buffer.from(`${line}\n`);
  while (left.length > 0)
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
}

const post = async (key: string): Promise<void> => {
  say(`sent ${key}`);
  await store.add(toNew({ key }, start));
  say(`kept ${key}`);
};

say('open');
const client = async (): Promise<never> => {
  for (;;) await post(unsure.pop() ?? toNew().draft.key);
};
await Promise.all(Array.from({ length: 8 }, client));
