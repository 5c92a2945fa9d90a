import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secret cannot be used; the message says what to do. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

const byteLength = 32;
/** The fewest signs a secret may have, and the fewest that differ. */
const [leastSigns, leastDifferent] = [32, 10];

const toFile = (folder: string): string => path.join(folder, 'secret');

/** Makes the secret of a new discussion, for nobody but the account that runs the site. */
export function createSecret(folder: string): void {
  if (existsSync(toFile(folder))) return;
  writeFileSync(toFile(folder), randomBytes(byteLength), { mode: 0o600, flag: 'wx' });
}

/**
 * The secret that seals tickets: from `DISCUSSION_SECRET`, so that more machines can have the same one, or else from
 * the folder of the discussion. Nothing when there is neither; tickets then live no longer than the program.
 */
export function readSecret(folder: string, given = ''): Uint8Array | undefined {
  if (given !== '') return fromText(given);
  if (!existsSync(toFile(folder))) return undefined;
  const bytes = readFileSync(toFile(folder));
  if (bytes.length === byteLength) return bytes;
  throw new SecretError(
    `${toFile(folder)} does not hold ${byteLength} bytes. Put back its last copy, or remove it: a new one costs readers nothing but the links of the last quarter of an hour.`,
  );
}

function fromText(text: string): Uint8Array {
  const isWeak = text.length < leastSigns || new Set(text).size < leastDifferent;
  if (isWeak || /change.?me|default|password|example|geheim/i.test(text))
    throw new SecretError(
      `DISCUSSION_SECRET can be guessed. Give it at least ${leastSigns} random signs: openssl rand -base64 32 makes them.`,
    );
  return createHash('sha256').update(text).digest();
}
