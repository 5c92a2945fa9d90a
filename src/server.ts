import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { hasCode } from './serving/error.ts';
import { createSite, type SiteOptions } from './serving/site.ts';

export { createSite, type SiteOptions };

/**
 * Where the running site is put together: for now the files of a built site and nothing else.
 * Run as a program it serves `dist`; `PORT` and `HOST` say where.
 */

export interface ListenOptions extends SiteOptions {
  /** Port to listen on, 0 for any free one; `PORT` or else 4321 when left out. */
  port?: number;
  /** Address to listen on; `HOST` or else only this machine when left out. */
  host?: string;
}

export interface Listening {
  /** Where to point a browser. */
  address: string;
  /** Stops listening, and lets requests under way end first. */
  close: () => Promise<void>;
}

/** The site cannot be served; the message says why and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Serves a site until it is told to stop, by `close`, SIGINT or SIGTERM. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const {
    dir,
    port = readPort(process.env['PORT']),
    host = readHost(process.env['HOST']),
  } = options;
  if (!existsSync(dir)) {
    throw new ListenError(`There is no built site in ${dir}. Make it with npm run build.`);
  }
  const server = createServer(createSite({ dir }));
  await startListening(server, port, host);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeServer(server));
  closeOnSignal(server, close);
  return { address: toAddress(server, host), close };
}

const defaultPort = 4321;

function readPort(text = ''): number {
  if (text === '') return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ListenError(`PORT is “${text}”. It must be a whole number up to 65535, like 4322.`);
}

/** Only this machine can see the site, until whoever runs it says otherwise. */
const readHost = (text = ''): string => (text === '' ? '127.0.0.1' : text);

function startListening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      reject(toListenError(error, port, host));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

function toListenError(error: Error, port: number, host: string): Error {
  if (hasCode(error, 'EADDRINUSE')) {
    const other = String(port + 1);
    return new ListenError(
      `Port ${String(port)} is taken by another program. Stop that one, or choose another port: PORT=${other} npm start`,
    );
  }
  if (hasCode(error, 'EACCES')) {
    return new ListenError(
      `Port ${String(port)} is not for this account. Choose one above 1023: PORT=4321 npm start`,
    );
  }
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
    return new ListenError(
      `HOST is “${host}”, which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
    );
  }
  return error;
}

function toAddress(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : defaultPort;
  const isHere = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host);
  return `http://${isHere ? 'localhost' : host}:${String(port)}/`;
}

function closeOnSignal(server: Server, close: () => Promise<void>): void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  // Ctrl+C can arrive twice, from the terminal and from the program that started this one.
  const stop = () => void close();
  for (const signal of signals) process.on(signal, stop);
  server.once('close', () => {
    for (const signal of signals) process.off(signal, stop);
  });
}

/** How long requests under way may take once the site was told to stop, in milliseconds. */
const patience = 5000;

async function closeServer(server: Server): Promise<void> {
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(impatient);
}

if (import.meta.main) {
  try {
    const { address } = await listen({ dir: path.resolve('dist') });
    console.log(`Listening at ${address}`);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
