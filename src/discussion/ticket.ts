import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomUUID,
  type KeyObject,
} from 'node:crypto';

/** How long a ticket is good for, in milliseconds: as long as the words may be changed. */
const life = 15 * 60_000;

export interface Tickets {
  /** A ticket that leads to the contribution with this code for a while. */
  seal: (code: string) => string;
  /** The code a ticket stands for; nothing once its time is over, or when it was not made here. */
  open: (ticket: string) => string | undefined;
}

export interface TicketOptions {
  /** 32 random bytes, the same on all machines that serve one handbook. */
  secret: Uint8Array;
  now: () => Date;
}

/**
 * Tickets stand in the address of a page instead of a reference code. Whoever sends a form without script is led on to
 * such an address, and addresses land in histories and in logs of servers in between. A code would give whoever reads
 * those the contribution for ever; a ticket is worth nothing a quarter of an hour later, and even before that lets one
 * only see it. A cookie would do too, but this site promises to have none.
 */
export function createTickets({ secret, now }: TicketOptions): Tickets {
  const key = createSecretKey(secret);
  return {
    seal: (code) => {
      const nonce = toNonce(randomUUID());
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const until = now().getTime() + life;
      const sealed = [cipher.update(`${until} ${code}`, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open: (ticket) => {
      const bytes = Buffer.from(ticket, 'base64url');
      if (bytes.length < 28 || bytes.length > 200) return undefined;
      const [until = '', code] = unseal(bytes, key)?.split(' ') ?? [];
      const left = Number(until) - now().getTime();
      // A clock that was set back makes no ticket last longer than its life.
      return left >= 0 && left <= life ? code : undefined;
    },
  };
}

/** The 96 bits of a random UUID that nothing else is said with; asking for one costs less than for bytes. */
const toNonce = (uuid: string): Buffer =>
  Buffer.from(`${uuid.slice(0, 8)}${uuid.slice(9, 13)}${uuid.slice(24)}`, 'hex');

function unseal(bytes: Buffer, key: KeyObject): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    const opened = [decipher.update(bytes.subarray(12, -16)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return undefined;
  }
}
