import { withoutUnseen } from '../model/line.ts';

/**
 * Text as HTML: what a browser would take for markup is written so that it is shown. A sign somebody wrote the way HTML
 * does (`&euro;`, `&#233;`) becomes that sign; any other `&` is just that.
 * @example toText('R&D kost &euro; 3 < &eacute;') // => 'R&amp;D kost € 3 &lt; é'
 */
export function toText(text: string): string {
  const plain = text.includes('&') ? text.replaceAll(reference, toSign) : text;
  return /[&<>]/.test(plain) ? plain.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign) : plain;
}

/** Text as the value of an attribute between double quotes. */
export const toValue = (text: string): string => toText(text).replaceAll('"', '&quot;');

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,10}\d{0,2}));/gi;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function toSign(written: string, decimal?: string, hexadecimal?: string, name = ''): string {
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  if (Number.isNaN(code)) return signs.get(name) ?? toLetter(name) ?? written;
  if (code > 0x10ffff) return written;
  const sign = withoutUnseen(String.fromCodePoint(code));
  // A new line is made by making one.
  return /\s/.test(sign) ? ' ' : sign;
}

/** The signs people know by name; all others are shown as they were typed. */
const signs = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', euro: '€', pound: '£' },
    ...{ copy: '©', reg: '®', trade: '™', hellip: '…', ndash: '–', mdash: '—', bull: '•' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', middot: '·' },
    ...{ deg: '°', sect: '§', times: '×', plusmn: '±', frac12: '½', sup2: '²', rarr: '→' },
  }),
);

const marks = new Map(
  Object.entries({
    ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303' },
    ...{ ring: '\u030a', cedil: '\u0327' },
  }),
);

/** A letter with a mark, by its name. @example toLetter('eacute') // => 'é' */
function toLetter(name: string): string | undefined {
  const mark = marks.get(name.slice(1));
  const letter = mark === undefined ? '' : `${name.charAt(0)}${mark}`.normalize();
  return letter.length === 1 ? letter : undefined;
}
