/**
 * An id for a line that has none of its own: a digest of its words (FNV-1a). A line keeps its id wherever it stands in a
 * list, so ticks survive lines that come, go or move. A line that is written anew is another line, and begins open.
 * @example toTextId('Wacht. Tel rustig tot tien.') // => '16o7id4'
 */
export function toTextId(text: string): string {
  let digest = 0x811c9dc5;
  for (const character of text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()) {
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (digest >>> 0).toString(36);
}
