import path from 'node:path';
import type { ServerResponse } from 'node:http';
import { findDeskDoor, type DeskReply } from '../discussion/desk-asked.ts';
import type { DeskHttp } from '../discussion/desk-http.ts';
import { send, toAsked } from '../discussion/wire.ts';
import { toPath } from '../model/address.ts';
import { toDeskFacts } from './desk-facts.ts';
import { drain, emptyPolicy, notBuilt, readPage, toPolicy } from './doors.ts';
import { fillWith } from './fill-page.ts';
import type { Handler } from './site.ts';

/** Answers at the addresses of the desk, with pages that were built beforehand. `dir` is the folder of the built site. */
export function createDeskDoors(dir: string, desk: DeskHttp, now: () => Date): Handler {
  return async (request, response) => {
    if (findDeskDoor(request.url ?? '') === undefined) return false;
    const asked = await toAsked(request);
    if (asked.body === 'too-large') await drain(request);
    const reply = await desk(asked);
    if (reply === undefined) return false;
    response.setHeader('Content-Security-Policy', emptyPolicy);
    if (reply.kind === 'redirect') send(response, reply);
    else await sendPage(response, reply, dir, now());
    return true;
  };
}

async function sendPage(
  response: ServerResponse,
  reply: Extract<DeskReply, { kind: 'page' }>,
  dir: string,
  now: Date,
): Promise<void> {
  const place = toPath({ kind: reply.door }, reply.language);
  const html = await readPage(path.join(dir, place, 'index.html'));
  const body =
    html === undefined
      ? notBuilt
      : fillWith(html, (sentences) => toDeskFacts(reply, sentences, now));
  response.writeHead(reply.status, {
    ...reply.headers,
    'Content-Type': `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': toPolicy(html ?? ''),
    ...(reply.status === 413 ? { Connection: 'close' } : {}),
  });
  response.end(body);
}
