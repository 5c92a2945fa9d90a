import path from 'node:path';
import process from 'node:process';
import { CommandError, runCommand } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '..');

try {
  await runCommand(
    process.execPath,
    [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'dev', ...process.argv.slice(2)],
    { cwd: root },
  );
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.exitCode = 1;
}
