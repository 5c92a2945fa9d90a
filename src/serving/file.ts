import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasCode } from './error.ts';

/** A file of the site that is open to be sent, as it is or packed beforehand. */
export interface OpenedFile {
  /** Path as it is asked for, without the ending of the packing. */
  name: string;
  handle: FileHandle;
  encoding: 'br' | 'gzip' | 'identity';
}

const packings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Opens the smallest form of a file that the reader's browser can unpack. */
export async function openFile(
  dir: string,
  name: string,
  request: IncomingMessage,
): Promise<OpenedFile | undefined> {
  const accepted = readAccepted(request.headers['accept-encoding']);
  for (const { encoding, ending } of packings.filter((each) => accepted.has(each.encoding))) {
    const handle = await openPlain(path.join(dir, name + ending));
    if (handle) return { name, handle, encoding };
  }
  const handle = await openPlain(path.join(dir, name));
  return handle && { name, handle, encoding: 'identity' };
}

/**
 * Sends a file and closes it. Ranges are not offered: nothing here is big enough to need them,
 * and a server that ignores them is right by the standard (RFC 9110, 14.2).
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { name, handle, encoding }: OpenedFile,
  status: 200 | 404,
): Promise<void> {
  try {
    const { size, mtime } = await handle.stat();
    const tag = `W/"${[size.toString(36), mtime.getTime().toString(36), encoding].join('-')}"`;
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', status === 200 ? toCacheControl(name) : 'no-cache');
    if (status === 200) response.setHeader('ETag', tag);
    if (status === 200 && isKnown(tag, request.headers['if-none-match'])) {
      response.writeHead(304).end();
      return;
    }
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.writeHead(status, { 'Content-Type': toContentType(name), 'Content-Length': size });
    if (request.method === 'HEAD') response.end();
    else await pipeline(handle.createReadStream({ autoClose: false }), response);
  } finally {
    await handle.close();
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

async function openPlain(file: string): Promise<FileHandle | undefined> {
  try {
    const handle = await open(file, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    return undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}

const isKnown = (tag: string, header: string | undefined): boolean =>
  header?.split(',').some((known) => known.trim() === tag) ?? false;

/** Files that carry a digest of their bytes in their name never change; all others are asked for again. */
const toCacheControl = (name: string): string =>
  name.startsWith('/_astro/') || /\.pf_(index|fragment|filter|meta)$/.test(name)
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
