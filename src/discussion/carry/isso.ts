import { DatabaseSync } from 'node:sqlite';
import type { Foreign, ForeignComment } from './elsewhere.ts';
import { toSeen } from '../../model/line.ts';
import { CarryError, toExcerpt } from './table.ts';

/**
 * Reads the database of Isso, which is left as it is. Its words are Markdown, and stay as they were typed.
 * @see https://github.com/isso-comments/isso/blob/master/isso/db/comments.py
 */
export function* readIsso(file: string): Generator<Foreign> {
  const database = open(file);
  try {
    checkTables(database);
    const rows = database
      .prepare(
        `select c.id, c.parent, c.created, c.mode, c.text, c.author, c.email, t.uri, t.title
         from comments c join threads t on t.id = c.tid order by c.created, c.id`,
      )
      .iterate();
    for (const row of rows) yield readRow(row);
  } catch (error) {
    throw toCarryError(error, file);
  } finally {
    database.close();
  }
}

function open(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    // A file of somebody else runs nothing here.
    database.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON',
    );
    return database;
  } catch (error) {
    throw toCarryError(error, file);
  }
}

const columns = {
  comments: ['id', 'tid', 'parent', 'created', 'mode', 'text', 'author', 'email'],
  threads: ['id', 'uri', 'title'],
};

/** Both must be tables, since anything else could run something. */
function checkTables(database: DatabaseSync): void {
  for (const [name, expected] of Object.entries(columns)) {
    const made = database.prepare('select type from sqlite_schema where name = ?').get(name);
    const found = database.prepare('select name from pragma_table_info(?)').all(name);
    const missing = expected.filter((column) => !found.some((one) => one['name'] === column));
    if (made?.['type'] !== 'table' || missing.length > 0)
      throw new CarryError(
        `Expected the database of Isso, with a table “${name}” of ${expected.join(', ')}; found ${made === undefined ? 'no such table' : `it without ${missing.join(', ')}`}.`,
      );
  }
}

function readRow(row: Record<string, unknown>): Foreign {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  const id = String(row['id']);
  const place = `comment ${id}`;
  const leaveOut = (why: string): Foreign => ({ kind: 'left-out', leftOut: { why, place } });
  // 1 is shown, 2 waits, and 4 was taken away while something answered it.
  if (row['mode'] !== 1 && row['mode'] !== 2) return leaveOut('a comment that was taken away');
  const created = row['created'];
  const at = new Date(typeof created === 'number' ? Math.round(created * 1000) : Number.NaN);
  if (Number.isNaN(at.getTime())) return leaveOut('a comment without a date');
  const words = toSeen(text('text')).trim();
  if (words === '') return leaveOut('a comment without words');
  const [address, title, name, email] = [text('uri'), text('title'), text('author'), text('email')];
  const comment: ForeignComment = {
    // A number alone could be that of another database.
    ...{ site: `isso ${address} ${at.toISOString()}`, id, at, words, place },
    ...{ page: { address, title }, isShown: row['mode'] === 1 },
    ...(typeof row['parent'] === 'number' ? { parent: String(row['parent']) } : {}),
    ...(name === '' ? {} : { name }),
    ...(email === '' ? {} : { email }),
  };
  return { kind: 'comment', comment };
}

function toCarryError(error: unknown, file: string): unknown {
  if (error instanceof CarryError || !(error instanceof Error)) return error;
  return new CarryError(
    `Expected the database of Isso in ${file}; found ${toExcerpt(error.message, 120)}.`,
    { cause: error },
  );
}
