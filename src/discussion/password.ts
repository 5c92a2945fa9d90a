import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { toPassword } from '../model/account.ts';

/** What it takes to look at one password: KiB, how often these are gone through, and how many lanes. */
export interface PasswordCost {
  memory: number;
  passes: number;
  parallelism: number;
}

/**
 * What a password costs to check: Argon2id with 19 MiB, two passes, one lane, as the OWASP Password Storage Cheat Sheet
 * asks. They stand in what is kept, so that they can be raised without anybody losing a password.
 */
export const passwordCost: PasswordCost = { memory: 19_456, passes: 2, parallelism: 1 };
const [saltLength, tagLength] = [16, 32];

/** What is kept of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$digest`. */
export async function hashPassword(password: string, cost = passwordCost): Promise<string> {
  const salt = randomBytes(saltLength);
  const digest = await toDigest(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toText(salt)}$${toText(digest)}`;
}

/**
 * Whether a password is the one that was kept. Without one that was kept, it takes just as long: how long an answer
 * takes must not tell which accounts there are.
 */
export async function checkPassword(
  password: string,
  kept: string | undefined,
  cost = passwordCost,
): Promise<boolean> {
  const read = kept === undefined ? undefined : readKept(kept);
  const { salt, digest, ...costs } = read ?? { ...nobody, ...cost };
  const is = await toDigest(password, salt, costs);
  return is.length === digest.length && timingSafeEqual(is, digest) && read !== undefined;
}

const nobody = { salt: Buffer.alloc(saltLength, 1), digest: Buffer.alloc(tagLength) };

function readKept(text: string): (PasswordCost & { salt: Buffer; digest: Buffer }) | undefined {
  const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
  const [whole, memory, passes, parallelism, salt = '', digest = ''] = shape.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {
    ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    ...{ salt: Buffer.from(salt, 'base64'), digest: Buffer.from(digest, 'base64') },
  };
}

const toText = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** How many passwords are looked at at once: each takes 19 MiB, and a thousand at once would take the machine. */
const most = 2;
let busy = 0;
const waiting: (() => void)[] = [];

async function toDigest(password: string, salt: Buffer, costs: PasswordCost): Promise<Buffer> {
  if (busy === most) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    const message = Buffer.from(toPassword(password), 'utf8');
    return await derive({ message, nonce: salt, tagLength, ...costs });
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

const derive = (parameters: Argon2Parameters): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, digest) => {
      if (error) reject(error);
      else resolve(digest);
    });
  });
