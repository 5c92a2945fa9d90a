import { absent, between, fold } from './fold.ts';
import { readEscape, type Writing } from './read-escape.ts';

/** The letters and digits of a word as it is written, folded. */
export function foldText(text: string, writing: Writing): string {
  let folded = '';
  for (let at = 0; at < text.length;) {
    if (writing === 'markup' && text.startsWith('<wbr', at)) {
      at = Math.max(at, text.indexOf('>', at)) + 1;
      continue;
    }
    const written = readEscape(text, at, writing);
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const each of written?.signs ?? sign) folded += toLetters(each);
    at += written?.length ?? sign.length;
  }
  return folded;
}

function toLetters(sign: string): string {
  const folded = fold(sign.codePointAt(0) ?? 0);
  if (folded === absent || folded === between) return '';
  return typeof folded === 'number'
    ? String.fromCodePoint(folded)
    : String.fromCodePoint(...folded);
}
