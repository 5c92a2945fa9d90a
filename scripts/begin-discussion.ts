import { mkdirSync } from 'node:fs';
import { createStore } from '../src/discussion/keeping.ts';
import { createSecret } from '../src/serving/secret.ts';
import type { Kept } from './kept.ts';

/** Makes a new, empty discussion and its secret; only on purpose, and only where there is none. */
export async function beginDiscussion({ keeping, folder }: Kept): Promise<void> {
  // What waits there is for nobody else on this machine.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await createStore(keeping, new Date());
  createSecret(folder);
}
