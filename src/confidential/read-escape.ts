/** How a text is written: as it is, as HTML or XML, or with the escapes of JSON and programs. */
export type Writing = 'plain' | 'markup' | 'escaped';

/** What stands at a place in a roundabout way, and how long that way is; nothing when it stands there as it is. */
export function readEscape(
  text: string,
  at: number,
  writing: Writing,
): { signs: string; length: number } | undefined {
  const code = text.charCodeAt(at);
  const pattern = patterns[code];
  if (!pattern || (code === ampersand && writing === 'plain')) return undefined;
  if (code === backslash && writing !== 'escaped') return undefined;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, one, two, three] = match;
  const length = whole.length;
  if (pattern === percents) return { signs: decode(whole), length };
  if (pattern === escape) {
    const code = one ?? two ?? three;
    return { signs: code === undefined ? ' ' : toSign(parseInt(code, 16)), length };
  }
  if (three === undefined)
    return { signs: toSign(one === undefined ? parseInt(two ?? '', 16) : Number(one)), length };
  return { signs: toNamed(three), length };
}

const percents = /(?:%[0-9a-f]{2})+/iy;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+\d*));/iy;
const escape = /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2})|[nrtbfv0])/iy;

const ampersand = 0x26;
const backslash = 0x5c;
const patterns: Readonly<Record<number, RegExp>> = { 0x25: percents, 0x26: entity, 0x5c: escape };

const toSign = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ' ';
  }
}

/** Letters by their names in HTML, as far as names of people and organisations have them. */
function toNamed(name: string): string {
  const [, letter] =
    /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|stroke|breve|macr)$/i.exec(
      name,
    ) ?? [];
  const whole: Record<string, string> = { szlig: 'ss', aelig: 'ae', oelig: 'oe', eth: 'd' };
  const isUnseen = ['shy', 'zwj', 'zwnj', 'apos', 'rsquo', 'lsquo'].includes(name);
  return isUnseen ? '' : (letter ?? whole[name.toLowerCase()] ?? ' ');
}
