import { closest, distance } from 'fastest-levenshtein';

/** “Did you mean …?” when something known is near enough, else the fallback. */
export function suggest(written: string, known: readonly string[], fallback: string): string {
  if (known.length === 0) return fallback;
  const nearest = closest(written.toLowerCase(), [...known]);
  const near =
    distance(written.toLowerCase(), nearest.toLowerCase()) <=
    Math.max(2, Math.floor(written.length * 0.4));
  return near ? `Did you mean “${nearest}”?` : fallback;
}

/** A list for people, cut where it stops helping. @example toList(['a', 'b']) // => 'a, b' */
export const toList = (items: readonly string[], most = 24): string =>
  items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} … (${String(items.length)} in all)`;
