import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Memory, ReadFile } from './memory.ts';

/** A file of the site, to be sent as it is or packed beforehand. */
export interface FoundFile extends ReadFile {
  /** Where it is on disk. */
  path: string;
  /** Path as it is asked for, without the ending of the packing. */
  name: string;
  encoding: 'br' | 'gzip' | 'identity';
}

const packings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Finds the smallest form of a file that the reader's browser can unpack. */
export type FindFile = (name: string, request: IncomingMessage) => Promise<FoundFile | undefined>;

/** Finds files in a folder. */
export function createFinder(dir: string, read: Memory['read']): FindFile {
  const find = async (
    name: string,
    ending: string,
    encoding: FoundFile['encoding'],
  ): Promise<FoundFile | undefined> => {
    const file = path.join(dir, name + ending);
    const found = await read(file);
    return found && { name, encoding, path: file, ...found };
  };
  return async (name, request) => {
    const accepted = readAccepted(request.headers['accept-encoding']);
    for (const { encoding, ending } of packings) {
      const packed = accepted.has(encoding) && (await find(name, ending, encoding));
      if (packed) return packed;
    }
    return find(name, '', 'identity');
  };
}

/**
 * Sends a file and closes it, and tells with what head. Ranges are not offered: nothing here is big enough to need them,
 * and a server that ignores them is right by the standard (RFC 9110, 14.2).
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { name, size, changed, content, encoding }: FoundFile,
  status: 200 | 404,
  tell: (head: Readonly<Record<string, string>>) => void = () => undefined,
): Promise<void> {
  try {
    const tag = `W/"${[size.toString(36), Math.trunc(changed).toString(36), encoding].join('-')}"`;
    const headers = {
      Vary: 'Accept-Encoding',
      'Cache-Control': status === 200 ? toCacheControl(name) : 'no-cache',
      ...(status === 200 ? { ETag: tag } : {}),
    };
    if (status === 200 && isKnown(tag, request.headers['if-none-match'])) {
      response.writeHead(304, headers).end();
      return;
    }
    const head = {
      ...headers,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      'Content-Type': toContentType(name),
      'Content-Length': String(size),
    };
    if (status === 200) tell(head);
    response.writeHead(status, head);
    if (request.method === 'HEAD') response.end();
    else if (Buffer.isBuffer(content)) response.end(content);
    else await pipeline(content.createReadStream({ autoClose: false }), response);
  } finally {
    if (!Buffer.isBuffer(content)) await content.close();
  }
}

/** The names in Accept-Encoding, without those refused with `q=0`. */
function readAccepted(header: string | string[] | undefined): Set<string> {
  const wishes = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((wish) => wish.trim().split(/\s*;\s*/));
  const isRefused = (quality = '') => /^q=0(\.0*)?$/.test(quality);
  return new Set(wishes.flatMap(([name, quality]) => (name && !isRefused(quality) ? [name] : [])));
}

const isKnown = (tag: string, header: string | undefined): boolean =>
  header?.split(',').some((known) => known.trim() === tag) ?? false;

/** Files that carry a digest of their bytes in their name never change; all others are asked for again. */
const toCacheControl = (name: string): string =>
  name.startsWith('/_astro/') || /^\/search-index\/[a-z]+-[0-9a-f]+\//.test(name)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

const toContentType = (name: string): string =>
  contentTypes[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
