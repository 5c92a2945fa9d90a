import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { hasCode } from './error.ts';
import { createFinder, sendFile, type FindFile } from './file.ts';
import { createMemory } from './memory.ts';
import { createPrepared, type Prepared } from './prepared.ts';

/** Answers a request when it is for it; otherwise says that it was not. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface SiteOptions {
  /** Folder of the built site. */
  dir: string;
  /** What is asked before the files are. */
  handlers?: readonly Handler[];
}

/**
 * Answers requests with the files of a built site. Looks at the folder for each request, so a new build
 * that is swapped in is served at once, and a file that goes away meanwhile stops nothing else.
 */
export function createSite({ dir, handlers = [] }: SiteOptions): RequestListener {
  const { read, recall } = createMemory();
  const [find, prepared] = [createFinder(dir, read), createPrepared(recall)];
  const answerAll = async (request: IncomingMessage, response: ServerResponse) => {
    if (prepared.give(request, response)) return;
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    for (const handle of handlers) if (await handle(request, response)) return;
    await answer(request, response, { dir, find, prepared });
  };
  return (request, response) => {
    answerAll(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Something went wrong on our side.');
      if (!isReaderGone(error)) console.error(error);
    });
  };
}

/** A reader who leaves halfway, or before the file is open, is no error of ours. */
const isReaderGone = (error: unknown): boolean =>
  hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE');

/** The rest of the content security policy is in the pages themselves; framing can only be refused by a header. */
const securityHeaders = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { dir, find, prepared }: { dir: string; find: FindFile; prepared: Prepared },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'This address can only be read.');
    return;
  }
  const asked = readTarget(request.url ?? '');
  if (asked.kind === 'malformed') {
    sendText(response, 400, 'This address is not written as an address should be.');
    return;
  }
  if (asked.kind === 'outside') return sendMissing(request, response, find, asked.path);

  const file = await find(asked.path.replace(/\/$/, '/index.html'), request);
  if (file) {
    // Whoever was asked before the files answers an address always or never.
    return sendFile(request, response, file, isMissingPage(asked.path) ? 404 : 200, (head) => {
      prepared.keep(request, file, { ...securityHeaders, ...head });
    });
  }
  const moved = findMoved(asked, dir);
  if (moved !== undefined) {
    response.setHeader('Location', moved);
    sendText(response, 301, `This page is at ${moved}`);
    return;
  }
  return sendMissing(request, response, find, asked.path);
}

/** Where a page stands that was asked for without a slash at its end, or in capitals: no address of ours has any. */
function findMoved(
  { path: asked, raw, query }: Extract<Target, { kind: 'path' }>,
  dir: string,
): string | undefined {
  for (const spelled of [raw, raw.toLowerCase()]) {
    const folder = spelled === raw ? asked : asked.toLowerCase();
    const there = `${spelled.replace(/\/$/, '')}/`;
    if (there !== raw && existsSync(path.join(dir, folder, 'index.html'))) return there + query;
  }
  return undefined;
}

type Target =
  | { kind: 'malformed' }
  /** A path that no file of the site can have; it is never looked up. */
  | { kind: 'outside'; path: string }
  | { kind: 'path'; path: string; raw: string; query: string };

/** Decodes a path once, part by part, so that `%2F` and `%2E%2E` can lead nowhere else. */
function readTarget(url: string): Target {
  const [raw = ''] = url.split('?', 1);
  const [first, ...parts] = raw.split('/').map(decode);
  if (first !== '' || parts.includes(undefined)) return { kind: 'malformed' };
  const decoded = `/${parts.join('/')}`;
  const isPlain = parts.every((part, index) => isPlainName(part ?? '', index === parts.length - 1));
  if (!isPlain) return { kind: 'outside', path: decoded };
  return { kind: 'path', path: decoded, raw, query: url.slice(raw.length) };
}

function decode(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part).normalize();
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A name without hidden files or ways up; only the last one may be empty, as in `/cases/`. */
function isPlainName(part: string, isLast: boolean): boolean {
  if (part === '') return isLast;
  return !/[/\\]/.test(part) && (!part.startsWith('.') || part === '.well-known');
}

/** The page that says there is no such page is itself never found, at its own address either. */
const isMissingPage = (asked: string): boolean =>
  /^\/([a-z]{2}\/)?404(\.html|\/|\/index\.html)$/.test(asked);

/** Says, in the language of the address, that there is no such page. */
async function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  find: FindFile,
  asked: string,
): Promise<void> {
  const language = /^\/([a-z]{2})(\/|$)/.exec(asked)?.[1];
  const own =
    language === undefined ? [] : [`/${language}/404/index.html`, `/${language}/404.html`];
  for (const name of [...own, '/404.html', '/404/index.html']) {
    const file = await find(name, request);
    if (file) return sendFile(request, response, file, 404);
  }
  sendText(response, 404, 'There is no such page.');
}

/** Answers a program, with what is true only now. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** `end` leaves the text out by itself when only the head was asked for. */
function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.end(`${text}\n`);
}
