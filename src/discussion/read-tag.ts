import { allowedTags, type AllowedTag } from '../model/allowed-tags.ts';

/** A tag that is on the list, and written as it should be. */
export type Tag =
  | { kind: 'open'; name: AllowedTag; attributes: readonly Attribute[]; end: number }
  | { kind: 'close'; name: AllowedTag; end: number };

export interface Attribute {
  name: string;
  value: string;
}

/**
 * Reads the tag that begins at a place in a text. Strict: a tag outside the list, an attribute that is not for this tag,
 * or a value that is not allowed makes it plain text, so that what somebody typed is shown and not lost.
 * Every `<` ends the reading of the one before, so reading all of them takes as long as the text is long.
 */
export function readTag(text: string, at: number): Tag | undefined {
  shape.lastIndex = at;
  const [whole, slash, written = '', attributes = ''] = shape.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const name = written.toLowerCase();
  if (!isAllowed(name)) return undefined;
  const end = at + whole.length;
  if (slash === '/') return attributes === '' ? { kind: 'close', name, end } : undefined;
  const read = readAttributes(name, attributes);
  return read && { kind: 'open', name, attributes: read, end };
}

const shape =
  /<(\/?)([a-z]+)((?:[ \t\n]+[a-z]+[ \t\n]*=[ \t\n]*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))*)[ \t\n]*>/iy;
const attributeShape = /([a-z]+)[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|(\S+))/gi;

const isAllowed = (name: string): name is AllowedTag => Object.hasOwn(allowedTags, name);

function readAttributes(tag: AllowedTag, text: string): Attribute[] | undefined {
  const names: readonly string[] = allowedTags[tag];
  const read: Attribute[] = [];
  for (const [, written = '', double, single, bare] of text.matchAll(attributeShape)) {
    const name = written.toLowerCase();
    const value = (double ?? single ?? bare ?? '').trim();
    const isFine = names.includes(name) && isFineValue(name, value);
    if (!isFine || read.some((other) => other.name === name)) return undefined;
    read.push({ name, value });
  }
  return read;
}

/** The longest value an attribute may have; addresses are shorter. */
const longest = 2000;

function isFineValue(name: string, value: string): boolean {
  if (value === '' || value.length > longest || value.includes('\n')) return false;
  if (name === 'href' || name === 'cite') return isSafeAddress(value);
  if (name === 'datetime') return /^\d[\d:TZ.+ -]{3,34}$/.test(value);
  return true;
}

/** An address that can only fetch a page or begin a letter. It may hold no sign in disguise but `&amp;`. */
const isSafeAddress = (value: string): boolean =>
  /^(https?:\/\/[^\s/\\]|mailto:[^\s/\\])\S*$/i.test(value) && !/&(?!amp;)#?\w+;/.test(value);
