/** What a column holds, the same in every database. */
export type ColumnKind = 'text' | 'number' | 'bytes';

export interface Column {
  name: string;
  kind: ColumnKind;
  /** Whether it may hold nothing. */
  optional: boolean;
}

/** A table as the migrations make it: nobody writes down a second time which tables there are. */
export interface Table {
  name: string;
  columns: readonly Column[];
  /** The columns of its primary key: rows are carried in this order. */
  key: readonly string[];
  /** How many rows it has in a store where nothing was ever kept. */
  begun: number;
}

/** What a row holds, in the order of the columns. */
export type Value = string | number | Uint8Array | null;

/** One row on its way from one store to another. */
export interface Row {
  table: string;
  values: readonly Value[];
  /** The line of the file it comes from; 0 when it comes from no file. */
  line: number;
}

/** How many rows of each table. */
export type Counts = Record<string, number>;

/** The part of a store that carries everything in it elsewhere. */
export interface CarryingStore {
  /** All rows of these tables as they are at one moment, whoever writes meanwhile. */
  exportAll: (tables: readonly Table[]) => AsyncIterable<Row>;
  /** Puts rows in a store that holds none: all of them, or nothing. */
  importAll: (tables: readonly Table[], rows: AsyncIterable<Row>) => Promise<Counts>;
}

/** Why a file cannot be taken in. Nothing of it was. */
export class CarryError extends Error {
  override readonly name = 'CarryError';
}

/** A problem at a place in a file, with what was expected and what was found there. */
export const toProblem = (
  place: { line: number; column?: number },
  { expected, found }: { expected: string; found: string },
): CarryError => {
  const column = place.column === undefined ? '' : `, column ${place.column}`;
  return new CarryError(`Line ${place.line}${column}: expected ${expected}; found ${found}.`);
};

/** A piece of a file as a message can show it: short, and without anything that steers a terminal. */
export const toExcerpt = (text: string, most = 60): string => {
  const seen = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
  return seen.trim() === ''
    ? 'nothing'
    : `“${seen.length > most ? `${seen.slice(0, most)}…` : seen}”`;
};
