/**
 * Reads markup sign by sign, as the sanitiser would: signs of text, tags of the list without attributes, links to plain
 * addresses, each closed in its place. Of such markup the sanitiser changes nothing but that it adds `rel` to links.
 * @returns what the sanitiser would make of it; nothing when there is anything else in it, for then it must be asked
 */
export function toPlainMarkup(markup: string): string | undefined {
  const read: string[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < markup.length) {
    piece.lastIndex = at;
    const [whole, slash, name, address] = piece.exec(markup) ?? [];
    if (whole === undefined) return undefined;
    at += whole.length;
    if (slash === '/' && open.pop() !== name) return undefined;
    const opened = address === undefined ? slash === '' && name : 'a';
    // A link in a link ends the one around it.
    if (open.length === deepest || (opened === 'a' && open.includes('a'))) return undefined;
    if (opened) open.push(opened);
    read.push(address === undefined ? whole : `<a href="${address}" rel="${relation}">`);
  }
  return open.length === 0 ? read.join('') : undefined;
}

/** What every link of a reader says of itself: that nobody here vouches for it. */
export const relation = 'ugc nofollow noopener';

/** Far below where the sanitiser stops. */
const deepest = 20;

/** One piece of markup. Each ends where the next begins, so reading never goes back. */
const piece =
  /[^<>&]+|&(?:amp|lt|gt);|<(\/?)(abbr|a|b|blockquote|cite|code|del|em|i|q|s|strong)>|<a href="(https?:\/\/[a-z\d](?:[\w.~:/?=%#+,-]|&amp;)*)">/y;
