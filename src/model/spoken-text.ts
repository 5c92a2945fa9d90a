/**
 * The words of a contribution without its tags, on one line. Its HTML is safe: every `<` in it begins a tag, and only
 * five signs are written as references.
 */
export const toSpokenText = (html: string): string =>
  html
    .replaceAll(/<\/?(?:p|br|li|ul|ol|blockquote|pre)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, toSign)
    .replaceAll(/\s+/g, ' ')
    .trim();

/** How much of a contribution is shown where it is only named. */
const mostSigns = 220;

/** The beginning of what a contribution says: whole sentences where they fit, and else whole words. */
export const toSummary = (html: string, most = mostSigns): string =>
  toBeginning(toSpokenText(html), most);

/** The beginning of a text: whole sentences where they fit, and else whole words. */
export function toBeginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const sentence = /^.*[.?!…](?=\s)/.exec(cut)?.[0];
  return sentence ?? `${cut.replace(/\s+\S*$/, '')} …`;
}

const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function toSign(_written: string, hexadecimal?: string, decimal?: string, name = ''): string {
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return names[name.toLowerCase()] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
}
