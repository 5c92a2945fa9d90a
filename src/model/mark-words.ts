/** What is put around words in a text: the id of the voice about them, and its letter. */
export interface WordMark {
  id: string;
  letter: string;
  /** Whether the voice goes along with the text: only dissent has the colour of dissent. */
  agrees: boolean;
}

/**
 * Marks the words a voice is about in a run of HTML the compiler wrote, and puts its letter behind them. Gives what
 * stands up to the end of the paragraph with the words, and what comes after it; nothing when they do not stand there.
 * Everything is read once, so a text of any length takes as long as it is long.
 */
export function markWords(
  html: string,
  words: string,
  mark: WordMark,
): { before: string; after: string } | undefined {
  const pieces = toPieces(html);
  const text = toFlatText(pieces);
  const wanted = words.normalize().replaceAll(/\s+/g, ' ').trim();
  const begin = wanted.length < 3 ? -1 : text.flat.indexOf(wanted);
  if (begin === -1) return undefined;
  const range = { begin, end: begin + wanted.length };
  return writeMarked(pieces, text, range, mark);
}

/** A tag, or a sign of text as it is written and as it is read. */
type Piece =
  | { kind: 'tag'; html: string; name: string; closes: boolean }
  | { kind: 'sign'; html: string; sign: string };

/** Tags and signs in turn. A sign may be written as a reference, like `&#x26;`. */
const piece = /<(\/?)([a-z][a-z0-9-]*)(?:[^>"]|"[^"]*")*>|&(#x[\da-f]+|#\d+|[a-z]+);|[^]/giu;

const toPieces = (html: string): Piece[] =>
  [...html.matchAll(piece)].map(([written, slash, name, reference]) =>
    name === undefined
      ? { kind: 'sign', html: written, sign: reference === undefined ? written : toSign(reference) }
      : { kind: 'tag', html: written, name: name.toLowerCase(), closes: slash === '/' },
  );

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function toSign(reference: string): string {
  if (!reference.startsWith('#')) return signs[reference] ?? `&${reference};`;
  const isHex = /^#x/i.test(reference);
  return String.fromCodePoint(Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

interface FlatText {
  /** The words as they are read, with one space wherever there is any. */
  flat: string;
  /** For each unit of it, the piece it comes from; a space between paragraphs comes from none. */
  from: (number | undefined)[];
}

const blockNames = new Set(['p', 'li', 'ul', 'ol', 'td', 'th', 'tr', 'blockquote', 'dd', 'dt']);

function toFlatText(pieces: readonly Piece[]): FlatText {
  const flat: string[] = [];
  const from: (number | undefined)[] = [];
  let isLetter = false;
  const add = (text: string, index?: number) => {
    const isSpace = /^\s+$/.test(text);
    if (isSpace && (flat.at(-1) ?? ' ') === ' ') return;
    for (const unit of isSpace ? ' ' : text) {
      flat.push(unit);
      // A sign may take two units.
      from.push(...Array.from({ length: unit.length }, () => index));
    }
  };
  for (const [index, one] of pieces.entries()) {
    if (one.kind === 'tag') {
      // The letter of another voice is no word of the text.
      if (one.name === 'a') isLetter = !one.closes && one.html.includes(' data-voice=');
      if (blockNames.has(one.name) || one.name === 'br') add(' ');
    } else if (!isLetter && one.sign !== '\u00ad') add(one.sign, index);
  }
  return { flat: flat.join(''), from };
}

function writeMarked(
  pieces: readonly Piece[],
  { from }: FlatText,
  { begin, end }: { begin: number; end: number },
  { id, letter, agrees }: WordMark,
): { before: string; after: string } {
  const inside = new Set(from.slice(begin, end).filter((index) => index !== undefined));
  const last = from.slice(begin, end).findLast((index) => index !== undefined) ?? -1;
  const name = `anker${agrees ? ' eens' : ''}`;
  const ref = `<a href="#kant-${id}" class="ref${agrees ? ' eens' : ''}" data-voice="${id}">${letter}</a>`;
  let [html, cut, depth, links] = ['', -1, 0, 0];
  let [isOpen, isFirst, isOwed] = [false, true, false];
  for (const [index, one] of pieces.entries()) {
    const isMarked = inside.has(index);
    if (isMarked && !isOpen)
      html += isFirst ? `<mark class="${name}" id="anker-${id}">` : `<mark class="${name}">`;
    if (!isMarked && isOpen) html += '</mark>';
    if (isMarked) isFirst = false;
    isOpen = isMarked;
    html += one.html;
    if (one.kind === 'tag' && !voidNames.has(one.name)) {
      depth += one.closes ? -1 : 1;
      if (one.name === 'a') links += one.closes ? -1 : 1;
    }
    if (index === last) {
      html += '</mark>';
      [isOpen, isOwed] = [false, true];
    }
    // A link cannot stand in a link, so the letter waits for the end of one.
    if (isOwed && links === 0) {
      html += ref;
      isOwed = false;
    }
    if (index >= last && depth === 0 && cut === -1) cut = html.length;
  }
  return cut === -1
    ? { before: html, after: '' }
    : { before: html.slice(0, cut), after: html.slice(cut).trim() };
}

const voidNames = new Set(['br', 'img', 'hr', 'wbr']);
