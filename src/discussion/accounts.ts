import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import {
  findCredentialProblem,
  readAccountName,
  type Account,
  type AccountRole,
  type CredentialProblem,
} from '../model/account.ts';
import type { AccountStore, Invitation } from './account-store.ts';
import { checkPassword, hashPassword, type PasswordCost } from './password.ts';

/** How long a session lasts: without being used, and at all. In milliseconds. */
const [idleLife, wholeLife] = [8 * 3_600_000, 7 * 24 * 3_600_000];
/** How often it is written down that a session is used. */
const keepEvery = 5 * 60_000;
/** How long a link can be used, in milliseconds. */
const linkLife = 48 * 3_600_000;

/** How often one may try to sign in: under one name from one place, under one name, and from one place. */
const limits = {
  pair: { most: 5, minutes: 15 },
  name: { most: 20, minutes: 60 },
  place: { most: 30, minutes: 15 },
};

/** Somebody who is signed in. */
export interface Member {
  account: Account;
  /** What a form must send back: another site does not know it. */
  proof: string;
}

/** What somebody types to sign in, or chooses. */
export interface Credentials {
  name: string;
  password: string;
}

/** One attempt to sign in. */
export interface SigningIn extends Credentials {
  /** Where it came from; kept only as a keyed digest that is another one every day. */
  from: string;
  /** At this very machine, without TLS. */
  local: boolean;
  /** The session there was before: it ends, so that nobody can prepare one for somebody else. */
  before?: string | undefined;
}

/** What can be done with accounts, sessions and links. */
export interface Accounts {
  signIn: (
    asked: SigningIn,
  ) => Promise<{ outcome: 'signed-in'; token: string } | { outcome: 'wrong' | 'too-many' }>;
  /** Whose session this is; nothing once it is over. */
  find: (token: string | undefined, local: boolean) => Promise<Member | undefined>;
  signOut: (token: string) => Promise<void>;
  signOutEverywhere: (account: string) => Promise<void>;
  list: () => Promise<Account[]>;
  remove: AccountStore['removeAccount'];
  /** A link to make an account with, or to give an account a new password. It is shown once and kept nowhere. */
  invite: (role: AccountRole, account?: string) => Promise<string>;
  openInvitation: (link: string) => Promise<Invitation | undefined>;
  useInvitation: (
    link: string,
    chosen: Credentials,
  ) => Promise<CredentialProblem | 'gone' | 'used'>;
  /** Makes an account at the machine itself. */
  enrol: (role: AccountRole, chosen: Credentials) => Promise<CredentialProblem | 'used'>;
}

/** What accounts need from outside. */
export interface AccountsOptions {
  store: AccountStore;
  /** The same on all machines that serve one handbook. */
  secret: Uint8Array;
  now: () => Date;
  /** What it takes to look at a password; what is advised today when left out. */
  cost?: PasswordCost;
}

/** Who may decide, and how they prove it. */
export function createAccounts({ store, secret, now, cost }: AccountsOptions): Accounts {
  const toBucket = (kind: string, ...parts: string[]): string => {
    const day = now().toISOString().slice(0, 10);
    const text = JSON.stringify(['attempt', kind, day, ...parts]);
    return createHmac('sha256', secret).update(text).digest('base64url');
  };
  const begin = async (account: string, local: boolean): Promise<string> => {
    const token = newToken();
    await store.addSession({ digest: toDigest(token), account, local, at: now() });
    return token;
  };

  return {
    signIn: async ({ name: typed, password, from, local, before }) => {
      const name = readAccountName(typed) ?? '';
      const at = now();
      await store.tidy({
        sessions: new Date(at.getTime() - wholeLife),
        invitations: at,
        attempts: new Date(at.getTime() - 24 * 3_600_000),
      });
      const pair = toBucket('pair', name, from);
      const [isPlaceFine, isNameFine, isPairFine] = [
        await store.countAttempt(toBucket('place', from), at, limits.place),
        await store.countAttempt(toBucket('name', name), at, limits.name),
        await store.countAttempt(pair, at, limits.pair),
      ];
      if (!isPlaceFine || !isNameFine || !isPairFine) return { outcome: 'too-many' };
      const found = await store.findAccount(name);
      if (!(await checkPassword(password, found?.password, cost)) || found === undefined)
        return { outcome: 'wrong' };
      await store.forgetAttempts(pair);
      if (before !== undefined) await store.endSession(toDigest(before));
      return { outcome: 'signed-in', token: await begin(found.id, local) };
    },
    find: async (token, local) => {
      if (token === undefined || !tokenShape.test(token)) return undefined;
      const digest = toDigest(token);
      const session = await store.findSession(digest);
      if (session?.local !== local) return undefined;
      const at = now().getTime();
      const [age, idle] = [at - Date.parse(session.made), at - Date.parse(session.seen)];
      if (age > wholeLife || idle > idleLife) {
        await store.endSession(digest);
        return undefined;
      }
      if (idle > keepEvery) await store.keepSession(digest, new Date(at));
      return { account: session.account, proof: toProof(token) };
    },
    signOut: (token) => store.endSession(toDigest(token)),
    signOutEverywhere: store.endSessions,
    list: store.listAccounts,
    remove: store.removeAccount,
    invite: async (role, account) => {
      const link = newToken();
      const until = new Date(now().getTime() + linkLife);
      await store.addInvitation({ digest: toDigest(link), role, account, until });
      return link;
    },
    openInvitation: async (link) =>
      tokenShape.test(link) ? store.findInvitation(toDigest(link), now()) : undefined,
    useInvitation: async (link, chosen) => {
      const found = tokenShape.test(link)
        ? await store.findInvitation(toDigest(link), now())
        : undefined;
      if (found === undefined) return 'gone';
      const typed = found.account?.name ?? chosen.name;
      const problem = findCredentialProblem(typed, chosen.password);
      if (problem !== undefined) return problem;
      const name = readAccountName(typed) ?? '';
      const password = await hashPassword(chosen.password, cost);
      const made = { id: randomUUID(), name, password };
      const outcome = await store.useInvitation(toDigest(link), made, now());
      return outcome === 'taken' ? 'name-taken' : outcome;
    },
    enrol: async (role, { name: typed, password: plain }) => {
      const problem = findCredentialProblem(typed, plain);
      if (problem !== undefined) return problem;
      const name = readAccountName(typed) ?? '';
      const password = await hashPassword(plain, cost);
      const account = { id: randomUUID(), name, role, password, made: now().toISOString() };
      return (await store.addAccount(account)) === 'added' ? 'used' : 'name-taken';
    },
  };
}

const newToken = (): string => randomBytes(32).toString('base64url');
const tokenShape = /^[\w-]{43}$/;

const toDigest = (token: string): string => hash('sha256', `session or link ${token}`);

/** Made from the cookie, which only the browser of its owner has. */
const toProof = (token: string): string => hash('sha256', `form of ${token}`, 'base64url');
