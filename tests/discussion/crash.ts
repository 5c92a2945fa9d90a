import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { toReferenceCode } from '../../src/discussion/reference-code.ts';
import { createSqliteStore, openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { start } from './drafts.ts';

export interface Crashes {
  kills: number;
  /** How many were promised to be kept. */
  promised: number;
  /** Promised, and not there. */
  lost: number;
  /** There, and never sent, or more often than once. */
  doubled: number;
  /** How long opening took after a kill at most, in milliseconds. */
  slowestOpening: number;
}

/** Posts and kills so many times, each time after some answers more, and counts what is there at the end. */
export async function crash(kills: number): Promise<Crashes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
  const file = path.join(folder, 'discussion.db');
  try {
    await createSqliteStore(file, start);
    const promised = new Set<string>();
    const sent = new Set<string>();
    let unsure: string[] = [];
    let slowestOpening = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const round = await postUntilKilled(file, unsure, 1 + ((kill * 37) % 150));
      for (const key of round.sent) sent.add(key);
      for (const key of round.kept) promised.add(key);
      unsure = round.sent.filter((key) => !promised.has(key));
      const begun = performance.now();
      const store = await openSqliteStore(file);
      slowestOpening = Math.max(slowestOpening, performance.now() - begun);
      await store.close();
    }
    return {
      kills,
      promised: promised.size,
      slowestOpening,
      ...(await count(file, promised, sent)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function count(file: string, promised: ReadonlySet<string>, sent: ReadonlySet<string>) {
  const store = await openSqliteStore(file);
  const kept = (await store.listPending()).length;
  const find = async (keys: ReadonlySet<string>) => {
    const found = await Promise.all([...keys].map((key) => store.findOwn(toReferenceCode(key))));
    return found.filter((own) => own !== undefined).length;
  };
  const lost = promised.size - (await find(promised));
  const doubled = kept - (await find(sent));
  await store.close();
  return { lost, doubled };
}

/** Runs the program until it kept so many, kills it in the middle of the next ones, and tells what it said. */
async function postUntilKilled(file: string, unsure: readonly string[], many: number) {
  const program = path.join(import.meta.dirname, 'crash-program.ts');
  const child = spawn(process.execPath, [program, file, unsure.join(',')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The same program starts again and again.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../.build/compile-cache'),
    },
  });
  let said = '';
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    if (said.split('kept ').length > many) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => {
    child.once('close', (_code, ended) => {
      resolve(ended);
    });
  });
  if (signal !== 'SIGKILL') throw new Error(`The program ended by itself.\n${wrong}`);
  const lines = said.split('\n').slice(0, -1);
  const list = (word: string) =>
    lines.flatMap((line) => (line.startsWith(word) ? [line.slice(word.length + 1)] : []));
  return { sent: list('sent'), kept: list('kept') };
}
