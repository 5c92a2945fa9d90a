/** A run of text in an excerpt; marked when it is what the reader looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Reads Pagefind's excerpt: escaped text with `<mark>` around matches. Everything but `<mark>` stays text, so
 * that what people wrote can never become markup. Punctuation that Pagefind marks along is left outside.
 * @example readExcerpt('een <mark>nee.</mark>')
 * // => [{ text: 'een ', marked: false }, { text: 'nee', marked: true }, { text: '.', marked: false }]
 */
export function readExcerpt(excerpt: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else pieces.push({ text, marked });
  };
  let marked = false;
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === '<mark>' || part === '</mark>') {
      marked = part === '<mark>';
      continue;
    }
    const text = toPlainText(part);
    const [, before = '', word = '', after = ''] = marked ? (edges.exec(text) ?? []) : [];
    if (word === '') add(text, false);
    else {
      add(before, false);
      add(word, true);
      add(after, false);
    }
  }
  return pieces;
}

const edges = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/** One pass, so that an escaped entity that somebody wrote stays as they wrote it. */
const toPlainText = (escaped: string): string =>
  escaped
    .replace(/\u00ad/g, '')
    .replace(/&([a-z]+|#39|#x27);/g, (whole, name: string) => entities[name] ?? whole);

/** Pagefind repeats a heading at the start of its passage; the heading stands above the excerpt already. */
export function withoutTitle(pieces: readonly Piece[], title: string): Piece[] {
  let left = `${title}.`;
  const rest: Piece[] = [];
  for (const piece of pieces) {
    if (left === '') rest.push(piece);
    else if (piece.text.length <= left.length && left.startsWith(piece.text))
      left = left.slice(piece.text.length);
    else if (piece.text.startsWith(left)) {
      rest.push({ ...piece, text: piece.text.slice(left.length) });
      left = '';
    } else return [...pieces];
  }
  return rest.some(({ text }) => hasContent(text)) ? trimStart(rest) : [...pieces];
}

const hasContent = (text: string): boolean => text.trim() !== '';

const trimStart = ([first, ...rest]: Piece[]): Piece[] =>
  first
    ? [{ ...first, text: first.text.trimStart() }, ...rest].filter(({ text }) => text !== '')
    : [];
