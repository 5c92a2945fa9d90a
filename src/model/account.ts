import { z } from 'zod';

/** Who decides at the desk: an owner also says who may. */
export const AccountRole = z.enum(['owner', 'moderator']);
export type AccountRole = z.infer<typeof AccountRole>;

/** Somebody who decides, as the desk knows them. The name is for signing in, and is published nowhere. */
export interface Account {
  id: string;
  name: string;
  role: AccountRole;
  /** Since when, as an ISO date and time in UTC. */
  made: string;
}

/** What can be wrong with a name or password that is chosen. */
export type CredentialProblem =
  | 'name-missing'
  | 'name-malformed'
  | 'name-taken'
  | 'password-short'
  | 'password-long'
  | 'password-plain'
  | 'password-differs';

/** How many signs a password has, at least and at most. */
export const [leastPassword, mostPassword] = [12, 200];
/** The fewest signs of a password that differ. */
const leastDifferent = 5;

/** Reads a name to sign in with: capitals and spaces around it make no difference. */
export function readAccountName(text: string): string | undefined {
  const name = text.trim().normalize('NFC').toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u.test(name) ? name : undefined;
}

/** The password as it is kept and looked at: how a keyboard writes an ë makes no difference. */
export const toPassword = (text: string): string => text.normalize('NFKC');

/** What is wrong with a name and password somebody chooses; nothing when they are fine. */
export function findCredentialProblem(
  typedName: string,
  typedPassword: string,
): CredentialProblem | undefined {
  if (typedName.trim() === '') return 'name-missing';
  const name = readAccountName(typedName);
  if (name === undefined) return 'name-malformed';
  const password = toPassword(typedPassword);
  if (Array.from(password).length < leastPassword) return 'password-short';
  if (password.length > mostPassword) return 'password-long';
  const plain = password.toLowerCase();
  const left = plain.replaceAll(name, '').replaceAll(guessed, '');
  return new Set(left).size < leastDifferent ? 'password-plain' : undefined;
}

/** What everybody tries first. */
const guessed =
  /password|wachtwoord|welkom|welcome|onderstroom|beheer|letmein|admin|qwerty(uiop)?|abc(def)?|0?123456(7890?)?/g;
