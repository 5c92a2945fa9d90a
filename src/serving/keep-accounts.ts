import type { AccountStore } from '../discussion/account-store.ts';
import type { Store } from '../discussion/store.ts';

/** Uses a store that may be away. */
export type Use = <T>(work: (store: Store) => Promise<T>, writes?: boolean) => Promise<T>;

/** Who may decide, in a store that may be away. */
export const toKeptAccounts = (use: Use): AccountStore => ({
  addAccount: (...given) => use(({ accounts }) => accounts.addAccount(...given), true),
  findAccount: (...given) => use(({ accounts }) => accounts.findAccount(...given)),
  listAccounts: () => use(({ accounts }) => accounts.listAccounts()),
  removeAccount: (...given) => use(({ accounts }) => accounts.removeAccount(...given), true),
  addSession: (...given) => use(({ accounts }) => accounts.addSession(...given), true),
  findSession: (...given) => use(({ accounts }) => accounts.findSession(...given)),
  keepSession: (...given) => use(({ accounts }) => accounts.keepSession(...given), true),
  endSession: (...given) => use(({ accounts }) => accounts.endSession(...given), true),
  endSessions: (...given) => use(({ accounts }) => accounts.endSessions(...given), true),
  addInvitation: (...given) => use(({ accounts }) => accounts.addInvitation(...given), true),
  findInvitation: (...given) => use(({ accounts }) => accounts.findInvitation(...given)),
  useInvitation: (...given) => use(({ accounts }) => accounts.useInvitation(...given), true),
  countAttempt: (...given) => use(({ accounts }) => accounts.countAttempt(...given), true),
  forgetAttempts: (...given) => use(({ accounts }) => accounts.forgetAttempts(...given), true),
  tidy: (...given) => use(({ accounts }) => accounts.tidy(...given), true),
});
