import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { listen, ListenError, readDiscussion } from '../src/server.ts';
import { buildSite, buildWhenNeeded, isOfDiscussion, isOfNames } from './build.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { beginDiscussion } from './begin-discussion.ts';
import { findKept } from './kept.ts';
import { CommandError } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '..');

try {
  const kept = findKept(root);
  if (kept.keeping.kind === 'sqlite' && !existsSync(kept.folder)) {
    await beginDiscussion(kept);
    console.log(`A new, empty discussion is kept in ${kept.folder}. Make copies of that folder.`);
  }
  await bringUpToDate(kept.keeping);
  await buildWhenNeeded({ root });
  const { handbook } = await import('../src/handbook.ts');
  const discussion = readDiscussion(kept.environment, handbook);
  const rebuild = (stop: AbortSignal) => rebuildQuietly(stop);
  const { address } = await listen({
    dir: path.join(root, 'dist'),
    ...(discussion && { discussion: { ...discussion, rebuild } }),
  });
  console.log(`The handbook is at ${address} (Ctrl+C stops it)`);
} catch (error) {
  const isKnown =
    error instanceof CommandError ||
    error instanceof ListenError ||
    isOfDiscussion(error) ||
    isOfNames(error);
  if (!isKnown) throw error;
  console.error(
    error instanceof CommandError
      ? 'The build failed; see above. npm run check tells what is wrong with the content.'
      : error.message,
  );
  process.exitCode = 1;
}

/** Rebuilds beside what is served; what it prints is of interest only when it fails. */
async function rebuildQuietly(stop: AbortSignal): Promise<void> {
  try {
    await buildSite({ root, quiet: true, stop });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.said);
    throw new Error('The build failed; npm run check tells what is wrong with the content.', {
      cause: error,
    });
  }
}
