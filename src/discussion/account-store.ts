import type { Account, AccountRole } from '../model/account.ts';

/** An account with what is kept of its password. */
export interface KeptAccount extends Account {
  password: string;
}

/** A session, as its cookie leads to it. The cookie itself is kept nowhere. */
export interface Session {
  account: Account;
  made: string;
  /** When it was last used, to within a few minutes. */
  seen: string;
  /** Made on this very machine, without TLS: its cookie counts only there. */
  local: boolean;
}

/** A link that can be used once: to make an account, or to give one a new password. */
export interface Invitation {
  role: AccountRole;
  /** The account that gets a new password; a new account when left out. */
  account?: { id: string; name: string };
  until: string;
}

/** Who may decide, where they are signed in, and how often somebody tried. Moments come from outside. */
export interface AccountStore {
  addAccount: (account: KeptAccount) => Promise<'added' | 'taken'>;
  findAccount: (name: string) => Promise<KeptAccount | undefined>;
  /** Owners first, then by name. */
  listAccounts: () => Promise<Account[]>;
  /** Takes an account away with all its sessions and links; there is always an owner left. */
  removeAccount: (id: string) => Promise<'removed' | 'unknown' | 'last-owner'>;
  addSession: (session: {
    digest: string;
    account: string;
    local: boolean;
    at: Date;
  }) => Promise<void>;
  findSession: (digest: string) => Promise<Session | undefined>;
  /** Writes down that a session was used. */
  keepSession: (digest: string, at: Date) => Promise<void>;
  endSession: (digest: string) => Promise<void>;
  /** Ends all sessions of an account, on every device. */
  endSessions: (account: string) => Promise<void>;
  addInvitation: (invitation: {
    digest: string;
    role: AccountRole;
    account?: string | undefined;
    until: Date;
  }) => Promise<void>;
  /** An invitation that was not used yet, and is not over. */
  findInvitation: (digest: string, at: Date) => Promise<Invitation | undefined>;
  /** Uses an invitation: makes the account, or gives the one it is for a new password and ends its sessions. */
  useInvitation: (
    digest: string,
    chosen: { id: string; name: string; password: string },
    at: Date,
  ) => Promise<'used' | 'gone' | 'taken'>;
  /** Counts an attempt, unless there were too many within the time; shared by all machines. */
  countAttempt: (
    bucket: string,
    at: Date,
    limit: { most: number; minutes: number },
  ) => Promise<boolean>;
  forgetAttempts: (bucket: string) => Promise<void>;
  /** Throws away what is over: sessions made before, links that ended, attempts of before. */
  tidy: (before: { sessions: Date; invitations: Date; attempts: Date }) => Promise<void>;
}
