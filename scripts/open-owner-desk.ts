import { randomBytes } from 'node:crypto';
import { createAccounts } from '../src/discussion/accounts.ts';
import { openStore } from '../src/discussion/keeping.ts';
import {
  createOwnerDesk,
  type OwnerAnswer,
  type OwnerAsked,
} from '../src/discussion/owner-desk.ts';
import { askOwnerDesk } from '../src/serving/desk.ts';
import type { Kept } from './kept.ts';

/** Where accounts are made, wherever the store is open. */
export interface OpenOwnerDesk {
  ask: (asked: OwnerAsked) => Promise<OwnerAnswer>;
  close: () => Promise<void>;
}

/** Goes through the running site, since one program at a time holds the store; without one opens the store itself. */
export async function openOwnerDesk({ keeping, folder }: Kept): Promise<OpenOwnerDesk> {
  if ((await askOwnerDesk(folder, { do: 'accounts' })) !== undefined)
    return {
      ask: async (asked) =>
        (await askOwnerDesk(folder, asked)) ?? { ok: false, message: 'The site has just stopped.' },
      close: () => Promise.resolve(),
    };
  const store = await openStore(keeping);
  // The secret is for counting who tries to sign in, and nobody does here.
  const accounts = createAccounts({
    store: store.accounts,
    secret: randomBytes(32),
    now: () => new Date(),
  });
  return { ask: createOwnerDesk(accounts), close: store.close };
}
