import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import sanitizeHtml from 'sanitize-html';

/**
 * The least that can keep a comment: a body, the sanitiser, one row, one transaction for all that came in one turn, on
 * disk before the answer. No form is checked, nobody gets a code, and nothing can be decided. Other programs are held
 * against it, for it differs as much between machines as they do.
 */
export function createYardstick(file: string) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('create table comments (id text primary key, subject text, html text, sent text)');
  const insert = database.prepare('insert into comments values (?, ?, ?, ?)');
  let waiting: { row: string[]; keep: () => void }[] = [];
  const commit = () => {
    const all = waiting;
    waiting = [];
    database.exec('begin');
    for (const { row } of all) insert.run(...row);
    database.exec('commit');
    for (const { keep } of all) keep();
  };
  const keep = (row: string[]) =>
    new Promise<void>((resolve) => {
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ row, keep: resolve });
    });
  return {
    answer: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const sent = new URLSearchParams(await text(request));
      const id = randomUUID();
      const html = sanitizeHtml(sent.get('words') ?? '');
      await keep([id, sent.get('subject') ?? '', html, new Date().toISOString()]);
      const body = JSON.stringify({ id });
      response.writeHead(201, { 'Content-Length': Buffer.byteLength(body) }).end(body);
    },
    close: () => {
      database.close();
    },
  };
}
