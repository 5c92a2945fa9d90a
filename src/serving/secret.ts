import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
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
  const isRandom = new Set(bytes).size >= leastDifferent;
  if (bytes.length === byteLength && isRandom) return bytes;
  throw new SecretError(
    `${toFile(folder)} does not hold ${byteLength} bytes${bytes.length === byteLength ? ' that are random' : ''}. Put back its last copy, or remove it: a new one costs readers nothing but the links of the last quarter of an hour.`,
  );
}

function fromText(text: string): Uint8Array {
  const isShort = text.length < leastSigns || new Set(text).size < leastDifferent;
  if (
    isShort ||
    isRegular(text) ||
    /change.?me|default|password|example|geheim|secret|onderstroom|handbo+e?k|qwerty|letmein|welkom/i.test(
      text,
    )
  )
    throw new SecretError(
      `DISCUSSION_SECRET can be guessed. Give it at least ${leastSigns} random signs: openssl rand -base64 32 makes them.`,
    );
  return createHash('sha256').update(text).digest();
}

/** How small the regular parts of a text may make it, and how many of its signs may follow the one before. */
const [leastPacked, mostSteps] = [0.7, 0.6];

/** Whether a text repeats itself, counts up or down, or is made of words: nothing random is. */
function isRegular(text: string): boolean {
  const packed = deflateRawSync(text, { level: 9 }).length / text.length;
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.filter((code, at) => Math.abs(code - (codes[at - 1] ?? -9)) <= 1).length;
  // What a machine made changes between capitals and small letters within a word.
  const isWords =
    /^(?:[A-Z]?[a-z]+|[A-Z]+)(?:[ _-](?:[A-Z]?[a-z]+|[A-Z]+))+$/.test(text) && text.length < 48;
  return packed < leastPacked || steps / codes.length > mostSteps || isWords;
}
