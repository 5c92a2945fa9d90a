import { hash, randomBytes, randomUUID } from 'node:crypto';

/** Letters and digits that nobody takes for one another, also when read aloud from paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 of 30 signs: 98 bits. */
const codeLength = 20;
const onlySigns = new RegExp(`^[${alphabet}]+$`);

/**
 * The reference code of a contribution, made from the random key its form was sent with: who sends the same form again
 * gets the same code again, though the store keeps no code. It cannot be made from anything the store does keep.
 * @example toReferenceCode(key) // => 'K7QF2-9ADHW-…'
 */
export function toReferenceCode(key: string): string {
  // Half of a digest is more than enough, and half the work.
  const bits = BigInt(`0x${digest(`reference code of ${key}`).slice(0, 32)}`);
  return toGroups(toSigns(bits, codeLength));
}

/** Reads a code as people type it; nothing when it is none. @example readReferenceCode('k7qf2 9adhw …') */
export function readReferenceCode(text: string): string | undefined {
  const signs = text.toUpperCase().replaceAll(/[\s\-–—.]/g, '');
  const isCode = signs.length === codeLength && onlySigns.test(signs);
  return isCode ? toGroups(signs) : undefined;
}

/** What a store keeps of a code. */
export const toCodeDigest = (code: string): string => digest(`code ${code}`);

/** What stands in the place of that for a contribution whose writer never got a code: no code leads to it. */
export const toOutsideDigest = (id: string): string => digest(`no code ${id}`);

/**
 * A new id for a contribution. It begins with the moment it was made, so that ids lie in order on disk, and ends in
 * signs nobody can guess, so that one that is still pending gives nothing away.
 * @example newContributionId(new Date()) // => 'r-29kq4mx9wd4t7b'
 */
export function newContributionId(at: Date): string {
  const moment = BigInt(Math.max(0, at.getTime() - epoch));
  const uuid = randomUUID();
  const random = toSigns(BigInt(`0x${uuid.slice(0, 8)}${uuid.slice(9, 13)}`), 8);
  return `r-${toSigns(moment, 8)}${random}`.toLowerCase();
}

const tenSigns = BigInt(alphabet.length) ** 10n;
const epoch = Date.UTC(2026, 0, 1);

/** A new key for a form that is made here. */
export const newFormKey = (): string => randomBytes(24).toString('base64url');

const toGroups = (signs: string): string => signs.replaceAll(/.{5}(?=.)/g, '$&-');

/** The last so many signs of a number. */
function toSigns(number: bigint, length: number): string {
  let left = number;
  let signs = '';
  while (signs.length < length) {
    // Ten signs at a time fit in a plain number, which is reckoned with much faster.
    let part = Number(left % tenSigns);
    left /= tenSigns;
    for (let count = 0; count < 10; count += 1) {
      signs = alphabet.charAt(part % alphabet.length) + signs;
      part = Math.floor(part / alphabet.length);
    }
  }
  return signs.slice(-length);
}

const digest = (text: string): string => hash('sha256', text);
