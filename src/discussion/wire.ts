import type { IncomingMessage, ServerResponse } from 'node:http';
import { mostBodyBytes, type Answer, type Asked } from './asked.ts';

/** Reads a request from the wire, and no more of it than a contribution can be. */
export async function toAsked(request: IncomingMessage): Promise<Asked> {
  const { method = 'GET', url: path = '/' } = request;
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const from = request.socket.remoteAddress;
  const body = hasBody ? await readBody(request) : new Uint8Array();
  return { method, path, headers, body, from };
}

function readBody(request: IncomingMessage): Promise<Uint8Array | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes)
    return Promise.resolve('too-large');
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      parts.push(part);
      if (length <= mostBodyBytes) return;
      // Not destroyed: the answer goes back over the same wire.
      request.pause();
      parts.length = 0;
      resolve('too-large');
    });
    request.once('end', () => {
      resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, length));
    });
    request.once('error', reject);
  });
}

/** Writes an answer that needs no page: JSON, or the way to a page. */
export function send(
  response: ServerResponse,
  { status, headers, ...answer }: Exclude<Answer, { kind: 'page' }>,
): void {
  const body = answer.kind === 'json' ? JSON.stringify(answer.body) : '';
  response.writeHead(status, {
    ...headers,
    ...(answer.kind === 'json'
      ? { 'Content-Type': 'application/json; charset=utf-8' }
      : { Location: answer.location }),
    'Content-Length': Buffer.byteLength(body),
    // What was not read of a request that is too large must not be taken for the next one.
    ...(status === 413 ? { Connection: 'close' } : {}),
  });
  response.end(body);
}
