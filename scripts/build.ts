import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { readLedger, readSaid } from '../src/discussion/keeping.ts';
import { StoreError } from '../src/discussion/store.ts';
import { isBuilt, rememberBuild, toInputDigest } from './freshness.ts';
import { findKept } from './kept.ts';
import { LedgerError, refuseBroken } from './ledger-report.ts';
import { CommandError, runCommand } from './run-command.ts';
import { LostError, refuseLost, reportOrphans } from './said-report.ts';
import { restore, swap } from './swap.ts';

export interface BuildOptions {
  /** Folder of the project. */
  root: string;
  /** Folder for the finished site, on the same disk as the project; `dist` when left out. */
  outDir?: string;
  quiet?: boolean;
  /** Ends the build; what was built last stays. */
  stop?: AbortSignal;
}

/** Builds the site beside the present one and swaps it in when all went well; a failed build changes nothing. */
export async function buildSite({
  root,
  outDir = 'dist',
  quiet = false,
  stop,
}: BuildOptions): Promise<void> {
  const target = path.resolve(root, outDir);
  const next = path.join(root, '.build', 'next');
  const aside = path.join(root, '.build', 'last');
  const inputs = await toInputDigest(root);
  await restore({ target, aside });
  await rm(next, { recursive: true, force: true });
  const kept = findKept(root);
  const ledger = await readLedger(kept.keeping);
  const { said } = ledger;
  await refuseLost(target, said);
  await refuseBroken(target, ledger);
  try {
    await runAstroBuild({ root, outDir: next, quiet, stop, environment: kept.environment });
    const orphans = await reportOrphans(next, said);
    if (orphans !== undefined) console.warn(orphans);
    await swap({ next, target, aside });
    await rememberBuild({ root, target, inputs, said });
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/**
 * Builds only when nothing is built yet, or something changed since. When what readers said cannot be read, the site
 * that was built last is better than none.
 */
export async function buildWhenNeeded(options: BuildOptions): Promise<void> {
  const target = path.resolve(options.root, options.outDir ?? 'dist');
  const isThere = existsSync(target);
  try {
    const said = await readSaid(findKept(options.root).keeping);
    if (await isBuilt({ root: options.root, target, said })) return;
    console.log(
      isThere
        ? 'The site changed since it was built; building …'
        : 'Nothing is built yet; building …',
    );
    await buildSite(options);
  } catch (error) {
    if (!isThere || !isOfDiscussion(error)) throw error;
    console.error(`${error.message}\nUntil then the site is served as it was built last.`);
  }
}

/** Whether a build failed for what was said, and not for what was written. */
export const isOfDiscussion = (error: unknown): error is StoreError | LostError | LedgerError =>
  error instanceof StoreError || error instanceof LostError || error instanceof LedgerError;

function runAstroBuild({
  root,
  outDir,
  quiet,
  stop,
  environment,
}: {
  root: string;
  outDir: string;
  quiet: boolean;
  stop: AbortSignal | undefined;
  environment: Record<string, string | undefined>;
}): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const astro = path.join(path.dirname(manifest), 'bin', 'astro.mjs');
  return runCommand(process.execPath, [astro, 'build', '--outDir', path.relative(root, outDir)], {
    cwd: root,
    quiet,
    stop,
    // Whoever starts the build (a test, for one) does not decide what kind of build it is.
    env: { ...environment, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

if (import.meta.main) {
  try {
    await buildSite({ root: path.resolve(import.meta.dirname, '..') });
    console.log('The site is in dist. npm start shows it.');
  } catch (error) {
    if (!(error instanceof CommandError || isOfDiscussion(error))) throw error;
    if (isOfDiscussion(error)) console.error(error.message);
    console.error('The build failed; see above. What was in dist is still there.');
    process.exitCode = 1;
  }
}
