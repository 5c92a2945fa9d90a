import { createHash } from 'node:crypto';
import type { Counts, Row, Table, Value } from './table.ts';

/** The name of the format. With its version it never changes its meaning. */
export const format = 'onderstroom discussion';
export const version = 1;

/** Said in the file itself, for whoever finds it later. */
const notice =
  'Private. It holds e-mail addresses, digests of reference codes and words that were never published. Do not publish this file.';

/**
 * Everything in a store as one JSON document, a row a line: any program can read it, `diff` can compare it, and it is
 * read back without holding it in memory. It holds no moment of its own, so the same discussion gives the same bytes.
 */
export async function* toText(
  schema: readonly string[],
  tables: readonly Table[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  const counts: Counts = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const hash = createHash('sha256');
  const seal = (text: string): string => {
    hash.update(text);
    return text;
  };
  let at = -1;
  const turn = (): string => {
    const before = tables[at];
    at += 1;
    const end = before === undefined ? '' : toEnd(counts[before.name] === 0, at === tables.length);
    return seal(end + toStart(tables[at]));
  };
  yield seal(toHead(schema, tables));
  yield turn();
  for await (const { table, values } of rows) {
    while (tables[at]?.name !== table) {
      if (at >= tables.length) throw new Error(`Rows of “${table}” come out of turn.`);
      yield turn();
    }
    const count = counts[table] ?? 0;
    yield seal(`${count === 0 ? '' : ',\n'}${JSON.stringify(values.map(toPlain))}`);
    counts[table] = count + 1;
  }
  while (at < tables.length) yield turn();
  yield seal(toCounts(counts));
  yield toSeal(hash.digest('hex'));
}

/** The lines before the first table. */
export const toHead = (schema: readonly string[], tables: readonly Table[]): string =>
  [
    `{"format":${JSON.stringify(format)},"version":${version},`,
    `"notice":${JSON.stringify(notice)},`,
    toSchema(schema),
    toColumns(tables),
    '"tables":{\n',
  ].join('\n');

/** The line with the changes to the tables that had been made. */
export const toSchema = (schema: readonly string[]): string =>
  `"schema":${JSON.stringify(schema)},`;

/** The line with the columns of each table. */
export const toColumns = (tables: readonly Table[]): string =>
  `"columns":${JSON.stringify(Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map((one) => one.name)])))},`;

/** The line a table begins with. */
export const toStart = (table: Table | undefined): string =>
  table === undefined ? '' : `${JSON.stringify(table.name)}:[\n`;

/** The line a table ends with; after the last one all of them end. */
export const toEnd = (isEmpty: boolean, isLast: boolean): string =>
  `${isEmpty ? '' : '\n'}${isLast ? ']\n},' : '],'}\n`;

/** The line that counts the rows. */
export const toCounts = (counts: Counts): string => `"counts":${JSON.stringify(counts)},\n`;

/** The last line: a digest of all lines before it. */
export const toSeal = (digest: string): string => `"sha256":"${digest}"}\n`;

const toPlain = (value: Value) =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;
