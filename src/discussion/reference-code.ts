import { createHash, randomBytes } from 'node:crypto';

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
  const bits = BigInt(`0x${digest(`reference code of ${key}`)}`);
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

/** What a store keeps of the key of a form. */
export const toKeyDigest = (key: string): string => digest(`key ${key}`);

/** A new id for a contribution: nobody can guess one that is still pending. @example newContributionId() // => 'r-7kq2m9xw4d' */
export const newContributionId = (): string =>
  `r-${toSigns(BigInt(`0x${randomBytes(16).toString('hex')}`), 12).toLowerCase()}`;

/** A new key for a form that is made here. */
export const newFormKey = (): string => randomBytes(24).toString('base64url');

const toGroups = (signs: string): string => signs.replaceAll(/.{5}(?=.)/g, '$&-');

function toSigns(number: bigint, length: number): string {
  const base = BigInt(alphabet.length);
  let left = number;
  let signs = '';
  while (signs.length < length) {
    signs += alphabet.charAt(Number(left % base));
    left /= base;
  }
  return signs;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
