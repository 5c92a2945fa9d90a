import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Answer } from '../discussion/asked.ts';
import { findDoor } from '../discussion/guard.ts';
import type { Discussion } from '../discussion/http.ts';
import { send, toAsked } from '../discussion/wire.ts';
import { toPath } from '../model/address.ts';
import { hasCode } from './error.ts';
import { fillPage } from './fill-page.ts';
import type { Handler } from './site.ts';

/** What is read of a request that is too large before it is refused: a browser that may not finish shows no answer. */
const [mostDrained, drainTime] = [8 * 1024 * 1024, 5000];

/** For what is no page, and for a page that was built without a policy. */
export const emptyPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Answers at the two doors of the discussion, in every language: forms come in, and pages that were built beforehand go
 * out with what was sent put in them. `dir` is the folder of the built site.
 */
export function createDoors(dir: string, discussion: Discussion, now: () => Date): Handler {
  return async (request, response) => {
    const place = findDoor(request.url ?? '');
    if (place === undefined) return false;
    const asked = await toAsked(request);
    if (asked.body === 'too-large') await drain(request);
    const answer = await discussion(asked);
    if (answer === undefined) return false;
    response.setHeader('Content-Security-Policy', emptyPolicy);
    if (answer.kind !== 'page') send(response, answer);
    else
      await sendPage(
        response,
        answer,
        path.join(dir, toPath({ kind: place.door }, answer.language)),
        now(),
      );
    return true;
  };
}

async function sendPage(
  response: ServerResponse,
  answer: Extract<Answer, { kind: 'page' }>,
  folder: string,
  now: Date,
): Promise<void> {
  const html = await readPage(path.join(folder, 'index.html'));
  const { status, headers } = answer;
  const body = html === undefined ? notBuilt : fillPage(html, answer, now);
  response.writeHead(status, {
    ...headers,
    'Content-Type': `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': toPolicy(html ?? ''),
    ...(status === 413 ? { Connection: 'close' } : {}),
  });
  response.end(body);
}

/** Instead of a page that is not there. */
export const notBuilt =
  'This page is not there at the moment. Go back: your words are still there.\n';

/** A built page; nothing when it is not there. */
export async function readPage(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** The policy a page carries itself, and that nobody may show it in a frame, which only a header can say. */
export function toPolicy(html: string): string {
  const [, content] =
    /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
  if (content === undefined) return emptyPolicy;
  const policy = content
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
  return `${policy.replace(/;?\s*$/, '')}; frame-ancestors 'none'`;
}

/** Reads on for a while what is refused already. */
export function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let length = 0;
    const timer = setTimeout(resolve, drainTime);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > mostDrained) stop();
    });
    request.once('end', stop).once('error', stop).once('close', stop);
    request.resume();
  });
}
