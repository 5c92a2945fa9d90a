/**
 * What clean HTML says, in plain text: every paragraph and line a line of its own.
 * @example toTextOfHtml('<p>Nee &amp; <b>ja</b></p><p>Toch?</p>') // => 'Nee & ja\nToch?'
 */
export const toTextOfHtml = (html: string): string =>
  html
    .replaceAll(/<br\b[^>]*>|<\/(?:p|li|blockquote|h[1-6]|ul|ol|div)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi,
      (written, name: string) => toSign(name) ?? written,
    )
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const signs: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
  ...{ nbsp: ' ', shy: '' },
};

/** Both the cleaner and the compiler write few signs by name; any other reference is a number. */
function toSign(name: string): string | undefined {
  if (!name.startsWith('#')) return signs[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
