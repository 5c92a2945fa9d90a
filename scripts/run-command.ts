import { spawn } from 'node:child_process';
import process from 'node:process';

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Whether to keep what it prints to itself; no when left out. */
  quiet?: boolean;
  /** Ends the program before its time. */
  stop?: AbortSignal | undefined;
}

/** Runs a program to its end, shows what it prints, and fails when it fails. */
export async function runCommand(
  program: string,
  parameters: readonly string[],
  options: CommandOptions,
): Promise<void> {
  const child = spawn(program, parameters, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    signal: options.stop,
  });
  let said = '';
  const hear = (part: Buffer) => (said = (said + part.toString('utf8')).slice(-mostHeard));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const outcome = await new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', (code, signal) => {
      resolve(code === 0 ? '' : (signal ?? `code ${String(code)}`));
    });
  });
  if (outcome) throw new CommandError(program, parameters, outcome, said);
}

/** How much of what a quiet program printed is kept, for when it fails. */
const mostHeard = 4000;

/** A program that did not end well; it has already said why itself, or in `said` when it was to be quiet. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** The end of what a quiet program printed. */
  readonly said: string;

  constructor(program: string, parameters: readonly string[], outcome: string, said = '') {
    super(`${[program, ...parameters].join(' ')} ended with ${outcome}.`);
    this.said = said;
  }
}
