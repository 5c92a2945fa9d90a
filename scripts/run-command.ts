import { spawn } from 'node:child_process';
import process from 'node:process';

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Whether to keep what it prints to itself; no when left out. */
  quiet?: boolean;
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
    stdio: options.quiet === true ? 'ignore' : ['ignore', 'inherit', 'inherit'],
  });
  const outcome = await new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('exit', (code, signal) => {
      resolve(code === 0 ? '' : (signal ?? `code ${String(code)}`));
    });
  });
  if (outcome) throw new CommandError(program, parameters, outcome);
}

/** A program that did not end well; it has already said why itself. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(program: string, parameters: readonly string[], outcome: string) {
    super(`${[program, ...parameters].join(' ')} ended with ${outcome}.`);
  }
}
