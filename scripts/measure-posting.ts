import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createSqliteStore, openSqliteStore } from '../src/discussion/stores/sqlite.ts';
import { crash } from '../tests/discussion/crash.ts';
import { post, type Load } from './posting-load.ts';

/**
 * Measures taking in contributions: sent as a form over a real connection within this machine, cleaned, and on disk
 * before the answer. Client and server share the machine, so “empty” tells what the wire alone takes of it, and “bare” what
 * the least server takes that keeps anything.
 *
 *   node scripts/measure-posting.ts [seconds for each measurement] [kills]
 */
const [, , seconds = '4', kills = '50'] = process.argv;
const rounds = 3;
/** Seconds a server gets before it is measured: its programs are made fast while they run. */
const warmUp = 6;
const most = {
  megabytes: 150,
  at: [
    [1, 2000],
    [16, 8000],
  ],
} as const;

async function measureServer(mode: 'empty' | 'bare' | 'kept'): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'posting-'));
  const file = path.join(folder, 'discussion.db');
  await createSqliteStore(file, new Date());
  const program = path.join(import.meta.dirname, 'posting-server.ts');
  const server = fork(program, [file, mode], {
    // As `npm start` does.
    execArgv: ['--max-semi-space-size=8'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.resolve('.cache', 'node') },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('message', ({ port }: { port: number }) => {
      resolve(port);
    });
    server.once('exit', () => {
      reject(new Error('The server ended by itself.'));
    });
  });
  await post(port, 16, warmUp);
  let kept = 0;
  for (const [connections, goal] of most.at) {
    const loads: Load[] = [];
    const before = readCpu(server);
    for (let round = 0; round < rounds; round += 1)
      loads.push(await post(port, connections, Number(seconds)));
    const posts = loads.reduce((sum, load) => sum + load.posts, 0);
    const cpu = (readCpu(server) - before) / posts;
    kept += posts;
    const [median] = loads.sort((a, b) => a.perSecond - b.perSecond).slice(1);
    if (median) console.log(toLine(mode, connections, median, cpu, goal));
  }
  console.log(`${mode.padEnd(6)} memory ${readMemory(server)}, at most ${most.megabytes} wanted`);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.send('stop');
  await ended;
  if (mode === 'kept') await checkKept(file, kept);
  await rm(folder, { recursive: true });
}

/** Everything that was answered must be there; what came while warming up is on top. */
async function checkKept(file: string, kept: number): Promise<void> {
  const store = await openSqliteStore(file);
  const there = (await store.listPending()).length;
  await store.close();
  console.log(
    `kept   ${there} there, ${kept} answered after warming up: ${there >= kept ? 'all' : 'LOST'}`,
  );
}

async function measureKills(times: number): Promise<void> {
  const { promised, lost, doubled, slowestOpening } = await crash(times);
  console.log(
    `killed ${times} times: ${promised} promised, ${lost} lost, ${doubled} doubled, open again in at most ${slowestOpening.toFixed(0)} ms`,
  );
}

function toLine(
  mode: string,
  connections: number,
  { perSecond, p50, p99 }: Load,
  cpu: number,
  goal: number,
): string {
  return [
    `${mode.padEnd(6)} ${String(connections).padStart(2)} connections ${perSecond.toFixed(0).padStart(6)}/s`,
    `p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(1)} ms`,
    `${(cpu * 1e6).toFixed(0)} µs of the server’s own time for each`,
    `(wanted ${goal}/s)`,
  ].join('  ');
}

/** Seconds of a processor a program took so far: unlike the clock, this does not count what others take. */
function readCpu({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return NaN;
  const fields =
    readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The share of memory that is the server’s own, and all that it has; only Linux tells. */
function readMemory({ pid }: ChildProcess): string {
  if (process.platform !== 'linux') return 'unknown';
  const rollup = readFileSync(`/proc/${pid ?? 0}/smaps_rollup`, 'utf8');
  const read = (name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]) / 1024).toFixed(0);
  return `PSS ${read('Pss')} MB, RSS ${read('Rss')} MB`;
}

for (const mode of ['empty', 'bare', 'kept'] as const) await measureServer(mode);
if (Number(kills) > 0) await measureKills(Number(kills));
