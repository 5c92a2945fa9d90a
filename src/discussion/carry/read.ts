import { createHash } from 'node:crypto';
import { toLines } from './lines.ts';
import { CarryError, toExcerpt, toProblem, type Column, type Row, type Table } from './table.ts';
import type { Counts, Value } from './table.ts';
import { format, toCounts, toHead, toSeal, toStart, version } from './write.ts';

/** A file that was opened: which tables it was written with, and its rows once those are known. */
export interface Opened {
  /** The changes to the tables that had been made when it was written. */
  schema: string[];
  /** The rows; broken off with a `CarryError` where something is wrong, also when the end is missing. */
  read: (tables: readonly Table[]) => AsyncGenerator<Row>;
}

/** Reads the head of a file that `toText` wrote. Every line of it must be as it was written. */
export async function openText(chunks: AsyncIterable<Uint8Array>): Promise<Opened> {
  const lines = createReader(chunks);
  const begin = [await lines.next(), await lines.next(), await lines.next()];
  checkFormat(begin[0] ?? '');
  const schema = readSchema(begin[2] ?? '');
  return {
    schema,
    read: async function* (tables) {
      for (const [index, expected] of toHead(schema, tables)
        .split(/(?<=\n)/)
        .entries())
        check(index + 1, begin[index] ?? (await lines.next()), expected);
      const counts: Counts = {};
      for (const [index, table] of tables.entries())
        counts[table.name] = yield* readTable(lines, table, index === tables.length - 1);
      await lines.expect(toCounts(counts));
      const digest = lines.digest();
      const seal = await lines.next();
      if (seal !== toSeal(digest)) throw toChanged(lines.line, seal);
      await lines.expect('');
    },
  };
}

interface Reader {
  /** The number of the line that was read last. */
  readonly line: number;
  /** The next line; empty when there are no more. */
  next: () => Promise<string>;
  /** Reads the next line, which must be this one. */
  expect: (line: string) => Promise<void>;
  /** The digest of everything read so far. */
  digest: () => string;
}

function createReader(chunks: AsyncIterable<Uint8Array>): Reader {
  const lines = toLines(chunks);
  const hash = createHash('sha256');
  let line = 0;
  const next = async (): Promise<string> => {
    const read = await lines.next();
    const text = read.done === true ? '' : read.value;
    line += 1;
    hash.update(text);
    return text;
  };
  return {
    get line() {
      return line;
    },
    next,
    expect: async (expected) => {
      check(line + 1, await next(), expected);
    },
    digest: () => hash.copy().digest('hex'),
  };
}

async function* readTable(
  lines: Reader,
  table: Table,
  isLast: boolean,
): AsyncGenerator<Row, number> {
  await lines.expect(toStart(table));
  for (let count = 0; ; count += 1) {
    const text = await lines.next();
    const end = isLast ? ']\n' : '],\n';
    if (text === end && count === 0) {
      if (isLast) await lines.expect('},\n');
      return 0;
    }
    yield { table: table.name, values: readRow(text, table, lines.line), line: lines.line };
    if (text.endsWith(',\n')) continue;
    await lines.expect(end);
    if (isLast) await lines.expect('},\n');
    return count + 1;
  }
}

function readRow(text: string, table: Table, line: number): Value[] {
  if (text === '') throw toTruncated(line);
  const row = parse(text.replace(/,?\n$/, ''), line);
  const expected = `a row of ${table.columns.length} values in the table “${table.name}”`;
  if (!Array.isArray(row)) throw toProblem({ line }, { expected, found: toExcerpt(text) });
  if (row.length !== table.columns.length)
    throw toProblem({ line }, { expected, found: `${row.length} values` });
  return table.columns.map((column, index) => readValue(row[index], column, line));
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const [, position] = /at position (\d+)/.exec(why) ?? [];
    const at = position === undefined ? text.length : Number(position);
    throw toProblem(
      { line, column: at + 1 },
      { expected: 'JSON as it was written', found: toExcerpt(text.slice(at)) },
    );
  }
}

function readValue(value: unknown, { name, kind, optional }: Column, line: number): Value {
  if (value === null && optional) return null;
  if (kind === 'text' && typeof value === 'string') return value;
  if (kind === 'number' && typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (kind === 'bytes' && typeof value === 'object' && value !== null && 'bytes' in value)
    return Buffer.from(String(value.bytes), 'base64');
  const expected = `${kinds[kind]}${optional ? ' or null' : ''} for “${name}”`;
  throw toProblem({ line }, { expected, found: toExcerpt(JSON.stringify(value)) });
}

const kinds = { text: 'a text', number: 'a whole number', bytes: 'bytes' } as const;

function checkFormat(line: string): void {
  if (line === `{"format":${JSON.stringify(format)},"version":${version},\n`) return;
  const [, name, number] = /^\{\s*"format":\s*"([^"]*)",\s*"version":\s*(\d+)/.exec(line) ?? [];
  if (name === format && Number(number) > version)
    throw new CarryError(
      `The file has version ${number} of its format, and this program knows ${version}. Use a newer version of this program.`,
    );
  if (name?.startsWith(format) === true)
    throw new CarryError(
      'This is the public export: it lacks what never was public, so no discussion can be made of it. Import the private one.',
    );
  throw toProblem(
    { line: 1 },
    { expected: 'the first line of an export of this program', found: toExcerpt(line) },
  );
}

function readSchema(line: string): string[] {
  const [, text] = /^"schema":(\["[\w".,-]*\]),\n$/.exec(line) ?? [];
  const found: unknown = text === undefined ? undefined : parse(text, 3);
  if (Array.isArray(found) && found.every((one) => typeof one === 'string')) return found;
  throw toProblem({ line: 3 }, { expected: '"schema":[…],', found: toExcerpt(line) });
}

function check(line: number, found: string, expected: string): void {
  if (found === expected) return;
  if (found === '' && expected !== '') throw toTruncated(line);
  const end = expected === '' ? 'the end of the file' : toExcerpt(expected, 200);
  throw toProblem({ line }, { expected: end, found: toExcerpt(found, 200) });
}

const toTruncated = (line: number): CarryError =>
  new CarryError(
    `The file stops before line ${line}, and its end is missing. Was it cut off while it was copied? Copy it again.`,
  );

const toChanged = (line: number, seal: string): CarryError =>
  seal === ''
    ? toTruncated(line)
    : new CarryError(
        `The file was changed after it was written: its digest in line ${line} is that of another text. Use the file as it was written.`,
      );
