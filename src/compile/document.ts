import type { Node, Position } from 'unist';
import type { Problem, ProblemName } from '../problems.ts';

/** A place in a file, both counted from 1. */
export interface Point {
  line: number;
  column: number;
}

/** A file being read: its text, and the problems found in it so far. */
export interface Document {
  /** Path from the root of the project, with forward slashes. */
  file: string;
  text: string;
  problems: Problem[];
}

/** Reads text as a document: line ends become `\n` and a byte order mark goes, so that places are the same everywhere. */
export const toDocument = (file: string, text: string): Document => ({
  file,
  text: text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'),
  problems: [],
});

/** Notes a problem. */
export function report(
  document: Document,
  name: ProblemName,
  at: Point | Node | undefined,
  { expected, found, hint }: { expected: string; found: string; hint: string },
): void {
  const { line, column } = toPoint(at);
  document.problems.push({ name, file: document.file, line, column, expected, found, hint });
}

/** The place of an offset in the text of a document. */
export function toPointAt(document: Document, offset: number): Point {
  const before = document.text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

function toPoint(at: Point | Node | undefined): Point {
  if (at === undefined) return { line: 1, column: 1 };
  if ('line' in at) return at;
  const position: Position | undefined = at.position;
  return position
    ? { line: position.start.line, column: position.start.column }
    : { line: 1, column: 1 };
}
