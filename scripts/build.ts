import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { findLeaks, LeakError, refuseLeaks } from '../src/confidential/gate.ts';
import { NamesError, readNames } from '../src/confidential/read-names.ts';
import { readLedger, readSaid } from '../src/discussion/keeping.ts';
import { StoreError } from '../src/discussion/store.ts';
import { isBuilt, readInputs, rememberBuild } from './freshness.ts';
import { findKept } from './kept.ts';
import { LedgerError, refuseBroken } from './ledger-report.ts';
import { openShelf } from './pdf-shelf.ts';
import { CommandError, runCommand } from './run-command.ts';
import { LostError, refuseLost, reportOrphans } from './said-report.ts';
import { restore, swap } from './swap.ts';
import { tellOpenNoes } from './tell-open-noes.ts';

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
  const inputs = await readInputs(root);
  await restore({ target, aside });
  await rm(next, { recursive: true, force: true });
  const kept = findKept(root);
  const ledger = await readLedger(kept.keeping);
  const { said } = ledger;
  await refuseLost(target, said);
  await refuseBroken(target, ledger);
  const names = await readNamesOf(root);
  // What a build that was broken off kept of its pages may not be what it says it is.
  const unfinished = path.join(root, '.build', 'unfinished');
  const afresh = existsSync(unfinished);
  await mkdir(path.dirname(unfinished), { recursive: true });
  await writeFile(unfinished, '');
  try {
    const environment = { ...kept.environment, SHARED_INPUTS: inputs.shared };
    await runAstroBuild({ root, outDir: next, quiet, stop, afresh, environment });
    await rm(unfinished);
    await refuseLeaks(next, names);
    const orphans = await reportOrphans(next, said);
    if (orphans !== undefined) console.warn(orphans);
    const shelf = await openShelf(root);
    await shelf.publish(next);
    await swap({ next, target, aside });
    await rememberBuild({ root, target, inputs: inputs.all, said });
    if (!quiet) await tellOpenNoes(root, said);
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
    if (await isBuilt({ root: options.root, target, said })) {
      // A list outside the project may have grown since.
      await refuseLeaks(target, await readNamesOf(options.root));
      return;
    }
    console.log(
      isThere
        ? 'The site changed since it was built; building …'
        : 'Nothing is built yet; building …',
    );
    await buildSite(options);
  } catch (error) {
    if (!isThere || !(await mayStand(error, options.root, target))) throw error;
    console.error(`${toMessage(error)}\nUntil then the site is served as it was built last.`);
  }
}

const toMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const readNamesOf = (root: string) => readNames({ root, environment: findKept(root).environment });

/** Whether the site that was built last may be served though a new one cannot be: it may not hold a name either. */
async function mayStand(error: unknown, root: string, target: string): Promise<boolean> {
  if (isOfDiscussion(error)) return true;
  if (!(error instanceof LeakError)) return false;
  return (await findLeaks(target, await readNamesOf(root))).length === 0;
}

/** Whether a build failed for a name that must not appear, or for the list of them; the message never holds one. */
export const isOfNames = (error: unknown): error is LeakError | NamesError =>
  error instanceof LeakError || error instanceof NamesError;

/** Whether a build failed for what was said, and not for what was written. */
export const isOfDiscussion = (error: unknown): error is StoreError | LostError | LedgerError =>
  error instanceof StoreError || error instanceof LostError || error instanceof LedgerError;

function runAstroBuild({
  root,
  outDir,
  quiet,
  stop,
  afresh,
  environment,
}: {
  root: string;
  outDir: string;
  quiet: boolean;
  stop: AbortSignal | undefined;
  /** Whether to draw every page, whatever is kept of the last build. */
  afresh: boolean;
  environment: Record<string, string | undefined>;
}): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const astro = path.join(path.dirname(manifest), 'bin', 'astro.mjs');
  const parameters = ['build', '--outDir', path.relative(root, outDir)];
  return runCommand(process.execPath, [astro, ...parameters, ...(afresh ? ['--force'] : [])], {
    cwd: root,
    quiet,
    stop,
    // Whoever starts the build (a test, for one) does not decide what kind of build it is.
    env: {
      ...environment,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      // A build makes programs that are new each time; keeping those would only fill a disk.
      NODE_COMPILE_CACHE: undefined,
    },
  });
}

if (import.meta.main) {
  try {
    await buildSite({ root: path.resolve(import.meta.dirname, '..') });
    console.log('The site is in dist. npm start shows it.');
  } catch (error) {
    const isTold = isOfDiscussion(error) || isOfNames(error);
    if (!(error instanceof CommandError || isTold)) throw error;
    if (isTold) console.error(error.message);
    console.error('The build failed; see above. What was in dist is still there.');
    process.exitCode = 1;
  }
}
