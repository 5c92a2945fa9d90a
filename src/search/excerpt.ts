import { readTokens } from './text.ts';
import type { Tongue } from './language.ts';
import type { Question } from './question.ts';

/** A run of text in an excerpt; marked when it is what the reader looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words around what was found. */
const excerptLength = 30;
/** How many of them stand before it. */
const before = 8;

/** The part of a text with most of what was asked in it, and that marked. Text stays text, whatever people wrote. */
export const toExcerpt = (text: string, marker: Marker): Piece[] =>
  toPieces(text, marker, excerptLength);

/** A whole text with what was asked marked in it. */
export const toMarked = (text: string, marker: Marker): Piece[] => toPieces(text, marker, Infinity);

function toPieces(text: string, marker: Marker, most: number): Piece[] {
  const tokens = readTokens(text);
  const marks = marker(tokens.map(({ word }) => word));
  const start = tokens.length <= most ? 0 : findWindow(marks);
  const end = Math.min(tokens.length, start + most);
  const pieces: Piece[] = [];
  let at = start === 0 ? 0 : (tokens[start]?.start ?? 0);
  if (at > 0) pieces.push({ text: '… ', marked: false });
  for (let index = start; index < end; index += 1) {
    const token = tokens[index];
    if (!token || !marks[index]) continue;
    pieces.push({ text: text.slice(at, token.start), marked: false });
    pieces.push({ text: text.slice(token.start, token.end), marked: true });
    at = token.end;
  }
  const isCut = end < tokens.length;
  const rest = isCut ? (tokens[end - 1]?.end ?? text.length) : text.length;
  pieces.push({ text: `${text.slice(at, rest)}${isCut ? ' …' : ''}`, marked: false });
  return join(pieces);
}

/** Where the run of words begins with the most marks in it. */
function findWindow(marks: readonly boolean[]): number {
  let [start, most] = [0, 0];
  marks.forEach((marked, at) => {
    if (!marked) return;
    const first = Math.max(0, Math.min(at - before, marks.length - excerptLength));
    const count = marks.slice(first, first + excerptLength).filter(Boolean).length;
    if (count > most) [start, most] = [first, count];
  });
  return start;
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.marked === piece.marked) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Tells of every word whether it is what was asked. */
export type Marker = (words: readonly string[]) => boolean[];

/** Marks words, longer words they are a part of, and other names for them. */
export function createMarker({ units, names }: Question, tongue: Tongue): Marker {
  const terms = new Set(units.flatMap((unit) => [...unit.terms.keys()]));
  const parts = [...terms].filter((term) => term.endsWith('+')).map((term) => term.slice(0, -1));
  const named = names
    .filter(([, id, kind]) => terms.has(`${id}${kind === 1 ? '=' : '~'}`))
    .map(([stems]) => stems.split(' '));
  const isMarked = (stem: string) =>
    terms.has(stem) ||
    parts.some(
      (part) =>
        part.length > 2 &&
        stem.length > part.length + 2 &&
        (stem.startsWith(part) || stem.endsWith(part)),
    );
  return (words) => {
    const stems = words.map(tongue.stem);
    const marks = words.map((word, at) => !tongue.isCommon(word) && isMarked(stems[at] ?? ''));
    for (const name of named)
      stems.forEach((stem, at) => {
        if (stem === name[0] && name.every((each, next) => stems[at + next] === each))
          name.forEach((_, next) => (marks[at + next] = true));
      });
    return marks;
  };
}
