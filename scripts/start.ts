import path from 'node:path';
import process from 'node:process';
import { listen, ListenError } from '../src/server.ts';
import { buildWhenNeeded } from './build.ts';
import { CommandError } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '..');

try {
  await buildWhenNeeded({ root });
  const { address } = await listen({ dir: path.join(root, 'dist') });
  console.log(`The handbook is at ${address} (Ctrl+C stops it)`);
} catch (error) {
  if (!(error instanceof CommandError || error instanceof ListenError)) throw error;
  console.error(
    error instanceof CommandError
      ? 'The build failed; see above. npm run check tells what is wrong with the content.'
      : error.message,
  );
  process.exitCode = 1;
}
