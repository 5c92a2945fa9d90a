import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import process from 'node:process';
import { hasCode } from './error.ts';

/** The site cannot be served; the message says why and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const defaultPort = 4321;

/** The port to listen on, from the environment. */
export function readPort(text = ''): number {
  if (text === '') return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ListenError(`PORT is “${text}”. It must be a whole number up to 65535, like 4322.`);
}

/** Only this machine can see the site, until whoever runs it says otherwise. */
export const readHost = (text = ''): string => (text === '' ? '127.0.0.1' : text);

/** Where else our own pages may come from, from the environment: origins with a space or a comma between them. */
export function readOrigins(text = ''): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((written) => {
      const origin = URL.canParse(written) ? new URL(written).origin : 'null';
      if (origin !== 'null') return origin;
      throw new ListenError(
        `ORIGINS holds “${written}”, which is no origin. Write them like https://handbook.example.`,
      );
    });
}

/** How long a reader may take, in milliseconds, and how many there may be at once. */
const limits = {
  /** For the first lines of a request. */
  headersTimeout: 10_000,
  /** For all of it. */
  requestTimeout: 30_000,
  /** Between two requests. */
  keepAliveTimeout: 5_000,
  /** How often those are looked at. */
  connectionsCheckingInterval: 2_000,
};
const mostConnections = 2_000;
const mostRequestsPerConnection = 10_000;

/** A server with its limits, that gives everybody an answer, also who sends what is no request. */
export function createLimitedServer(): Server {
  const server = createServer(limits);
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = mostRequestsPerConnection;
  server.on('clientError', (error, socket) => {
    refuseMalformed(error, socket);
  });
  return server;
}

const refusals: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function refuseMalformed(error: Error, socket: Duplex): void {
  // Who is gone, or has an answer under way, gets none.
  if (hasCode(error, 'ECONNRESET') || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = 'code' in error ? String(error.code) : '';
  const status = refusals[code] ?? '400 Bad Request';
  const text = `${status.slice(4)}: this is not a request we can read.\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** Begins to listen; says what to do when that cannot be. */
export function startListening(server: Server, port: number, host: string): Promise<void> {
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

/** The port that was really taken. */
export function toPort(server: Server): number {
  const bound = server.address();
  return typeof bound === 'object' && bound ? bound.port : defaultPort;
}

/** Where to point a browser. */
export function toAddress(server: Server, host: string): string {
  const isHere = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host);
  return `http://${isHere ? 'localhost' : host}:${String(toPort(server))}/`;
}

/** Stops when the program is told to, until the server is closed. */
export function closeOnSignal(server: Server, close: () => Promise<void>): void {
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

/** Lets requests under way end, and then listens no more. */
export async function closeServer(server: Server): Promise<void> {
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(impatient);
}
