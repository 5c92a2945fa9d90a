import { existsSync } from 'node:fs';
import { openStore, type Keeping } from '../src/discussion/keeping.ts';
import { StoreError } from '../src/discussion/store.ts';

/**
 * Brings the tables of a store that an older version wrote up to date, before the site is built from it. What is the
 * matter with a store that cannot be opened is told by who needs it next.
 */
export async function bringUpToDate(keeping: Keeping): Promise<void> {
  if (keeping.kind === 'sqlite' && !existsSync(keeping.file)) return;
  try {
    await (await openStore(keeping)).close();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
