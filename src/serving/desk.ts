import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { readDeskAsked, type Desk, type DeskAnswer, type DeskAsked } from '../discussion/desk.ts';
import { readOwnerAsked, type OwnerAnswer, type OwnerAsked } from '../discussion/owner-desk.ts';
import { hasCode } from './error.ts';
import type { Rebuilt } from './rebuilds.ts';
import { sendJson } from './site.ts';

/** Waits for the rebuild a decision asked for. */
export type DeskWait = { do: 'settle' };
export type DeskRebuilt = { ok: true; rebuilt?: Rebuilt };

/** Where the desk of a running site is reached from the same machine: a socket for one account, and no port. */
export function toDeskAddress(folder: string): string {
  if (process.platform !== 'win32') return path.join(folder, 'desk.sock');
  const name = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16);
  return `\\\\.\\pipe\\onderstroom-${name}`;
}

export interface DeskDoorOptions {
  folder: string;
  desk: Desk;
  /** Makes accounts for whoever sits at the machine. */
  owner: (asked: OwnerAsked) => Promise<OwnerAnswer>;
  /** Waits for the rebuild that is under way; nothing when none was asked for. */
  settle: () => Promise<Rebuilt | undefined>;
}

/** Opens the desk for whoever may write in the folder of the discussion; fails when there is no room for a socket. */
export async function openDeskDoor({
  folder,
  desk,
  owner,
  settle,
}: DeskDoorOptions): Promise<{ close: () => Promise<void> }> {
  const address = toDeskAddress(folder);
  const isFile = process.platform !== 'win32';
  const server = createServer((asked, response) => {
    const answer = async () => {
      const sent = await readJson(asked);
      if (isWait(sent)) return { ok: true, rebuilt: await settle() };
      const asOwner = readOwnerAsked(sent);
      if (asOwner !== undefined) return owner(asOwner);
      const read = readDeskAsked(sent);
      return read === undefined ? { ok: false, message: 'The desk cannot read this.' } : desk(read);
    };
    answer().then(
      (body) => {
        sendJson(response, 200, body);
      },
      (error: unknown) => {
        sendJson(response, 200, { ok: false, message: toMessage(error) });
      },
    );
  });
  if ((await ask(folder, { do: 'settle' })) !== undefined)
    throw new Error('Another program sits at the desk of this discussion.');
  // Whoever made a socket that is still there has ended.
  if (isFile) rmSync(address, { force: true });
  await listen(server, address);
  if (isFile) chmodSync(address, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Asks the desk of a running site; nothing when no site is running. */
export async function askDesk(folder: string, asked: DeskAsked): Promise<DeskAnswer | undefined> {
  return (await ask(folder, asked)) as DeskAnswer | undefined;
}

/** Asks the desk of a running site about accounts; nothing when no site is running. */
export async function askOwnerDesk(
  folder: string,
  asked: OwnerAsked,
): Promise<OwnerAnswer | undefined> {
  return (await ask(folder, asked)) as OwnerAnswer | undefined;
}

/** Waits for the rebuild that a decision asked for; nothing when no site is running, or none was needed. */
export async function waitForRebuild(folder: string): Promise<Rebuilt | undefined> {
  const wait: DeskWait = { do: 'settle' };
  return ((await ask(folder, wait)) as DeskRebuilt | undefined)?.rebuilt;
}

async function ask(folder: string, sent: object): Promise<unknown> {
  try {
    return await new Promise((resolve, reject) => {
      const asking = request(
        { socketPath: toDeskAddress(folder), method: 'POST', path: '/', agent: false },
        (response) => {
          readJson(response).then(resolve, reject);
        },
      );
      asking.once('error', reject);
      asking.end(JSON.stringify(sent));
    });
  } catch (error) {
    // Nobody is there, or somebody was and ended without taking the socket away.
    if (hasCode(error, 'ENOENT', 'ECONNREFUSED', 'EINVAL')) return undefined;
    throw error;
  }
}

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });

async function readJson(message: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

const isWait = (sent: unknown): sent is DeskWait =>
  typeof sent === 'object' && sent !== null && 'do' in sent && sent.do === 'settle';

const toMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
