import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** What running a program took, with everything it started. */
export interface Cost {
  wallSeconds: number;
  /** Unknown on systems without GNU time. */
  cpuSeconds: number | 'unknown';
  /** Memory of the largest single process at its highest. */
  peakBytes: number | 'unknown';
}

export interface MeasureOptions {
  cwd: string;
  /** File for what the program prints; shown in the error when it fails. */
  log: string;
  /** How long it may take before it is stopped. */
  minutes: number;
}

const gnuTime = '/usr/bin/time';

/** Runs a program to its end and measures it; fails when it fails. Needs GNU time for all but the wall clock. */
export async function measure(
  program: string,
  parameters: readonly string[],
  { cwd, log, minutes }: MeasureOptions,
): Promise<Cost> {
  const counts = `${log}.time`;
  const hasTime = existsSync(gnuTime) && process.platform === 'linux';
  const command = [program, ...parameters];
  const measured = hasTime ? [gnuTime, '-f', '%U %S %M', '-o', counts, ...command] : command;
  const started = performance.now();
  await runLogged(measured, { cwd, log, minutes });
  const wallSeconds = (performance.now() - started) / 1000;
  if (!hasTime) return { wallSeconds, cpuSeconds: 'unknown', peakBytes: 'unknown' };
  const line = await readFile(counts, 'utf8');
  await rm(counts);
  return { wallSeconds, ...readTimes(line) };
}

/** Reads what `time -f '%U %S %M'` wrote: seconds of our own, seconds of the system, kibibytes at most. */
export function readTimes(line: string): Pick<Cost, 'cpuSeconds' | 'peakBytes'> {
  const [user = NaN, system = NaN, kibibytes = NaN] = line.trim().split(/\s+/).map(Number);
  return { cpuSeconds: user + system, peakBytes: kibibytes * 1024 };
}

async function runLogged(
  [program = '', ...parameters]: readonly string[],
  { cwd, log, minutes }: MeasureOptions,
): Promise<void> {
  await mkdir(path.dirname(log), { recursive: true });
  const output = await open(log, 'w');
  const child = spawn(program, parameters, {
    cwd,
    stdio: ['ignore', output.fd, output.fd],
    // A group of its own, so that whatever it started can be stopped with it.
    detached: true,
  });
  const stopAll = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const tooLong = setTimeout(stopAll, minutes * 60_000);
  process.on('SIGINT', stopAll).on('SIGTERM', stopAll);
  const outcome = await new Promise<string>((resolve) => {
    child.on('error', ({ message }) => {
      resolve(message);
    });
    child.on('exit', (code, signal) => {
      resolve(code === 0 ? '' : (signal ?? `code ${String(code)}`));
    });
  });
  clearTimeout(tooLong);
  process.off('SIGINT', stopAll).off('SIGTERM', stopAll);
  await output.close();
  if (outcome)
    throw new Error(`Ended with ${outcome}.\n${(await readFile(log, 'utf8')).slice(-4000)}`);
}
