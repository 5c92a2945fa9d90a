import { AccountRole, type CredentialProblem } from '../model/account.ts';
import type { Accounts } from './accounts.ts';

/** What is asked about accounts at the machine itself; who can ask there may do everything already. */
export type OwnerAsked =
  | { do: 'enrol'; role: AccountRole; name: string; password: string }
  /** A link to make an account with, or for the account of that name to choose a new password. */
  | { do: 'invite'; role: AccountRole; name?: string }
  | { do: 'accounts' };

/** What they get; a refusal is a sentence that says what to do. */
export type OwnerAnswer =
  | { ok: true; link?: string; accounts?: { name: string; role: AccountRole }[] }
  | { ok: false; message: string };

/** Makes accounts and links for whoever sits at the machine. */
export const createOwnerDesk =
  (accounts: Pick<Accounts, 'enrol' | 'invite' | 'list'>) =>
  async (asked: OwnerAsked): Promise<OwnerAnswer> => {
    if (asked.do === 'accounts') {
      const all = await accounts.list();
      return { ok: true, accounts: all.map(({ name, role }) => ({ name, role })) };
    }
    if (asked.do === 'enrol') {
      const problem = await accounts.enrol(asked.role, asked);
      return problem === 'used' ? { ok: true } : { ok: false, message: problems[problem] };
    }
    if (asked.name === undefined) return { ok: true, link: await accounts.invite(asked.role) };
    const all = await accounts.list();
    const found = all.find(({ name }) => name === asked.name);
    return found === undefined
      ? { ok: false, message: `There is no account “${asked.name}”.` }
      : { ok: true, link: await accounts.invite(found.role, found.id) };
  };

/** Reads what came over a wire; nothing when it is no question of these. */
export function readOwnerAsked(sent: unknown): OwnerAsked | undefined {
  if (typeof sent !== 'object' || sent === null || !('do' in sent)) return undefined;
  if (sent.do === 'accounts') return { do: 'accounts' };
  const role = AccountRole.safeParse('role' in sent ? sent.role : undefined).data;
  const name = 'name' in sent ? sent.name : undefined;
  if (role === undefined || (name !== undefined && typeof name !== 'string')) return undefined;
  if (sent.do === 'invite') return { do: 'invite', role, ...(name === undefined ? {} : { name }) };
  const isWhole = 'password' in sent && typeof sent.password === 'string' && name !== undefined;
  return sent.do === 'enrol' && isWhole
    ? { do: 'enrol', role, name, password: sent.password as string }
    : undefined;
}

const problems: Record<CredentialProblem, string> = {
  'name-missing': 'An account needs a name.',
  'name-malformed':
    'A name begins with a letter or digit and holds only letters, digits, dots, dashes, _ and @: 2 to 60 signs.',
  'name-taken': 'There is an account with that name already.',
  'password-short':
    'A password needs at least 12 signs. A few words that do not belong together do.',
  'password-long': 'A password may have 200 signs.',
  'password-plain': 'That password is one of the first that are tried. Choose another one.',
  'password-differs': 'The two passwords are not the same.',
};
