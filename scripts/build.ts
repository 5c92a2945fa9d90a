import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { isBuilt, rememberBuild, toInputDigest } from './freshness.ts';
import { CommandError, runCommand } from './run-command.ts';
import { restore, swap } from './swap.ts';

export interface BuildOptions {
  /** Folder of the project. */
  root: string;
  /** Folder for the finished site, on the same disk as the project; `dist` when left out. */
  outDir?: string;
  quiet?: boolean;
}

/** Builds the site beside the present one and swaps it in when all went well; a failed build changes nothing. */
export async function buildSite({
  root,
  outDir = 'dist',
  quiet = false,
}: BuildOptions): Promise<void> {
  const target = path.resolve(root, outDir);
  const next = path.join(root, '.build', 'next');
  const aside = path.join(root, '.build', 'last');
  const inputs = await toInputDigest(root);
  await restore({ target, aside });
  await rm(next, { recursive: true, force: true });
  try {
    await runAstroBuild(root, next, quiet);
    await swap({ next, target, aside });
    await rememberBuild({ root, target, inputs });
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** Builds only when nothing is built yet, or something changed since. */
export async function buildWhenNeeded(options: BuildOptions): Promise<void> {
  const target = path.resolve(options.root, options.outDir ?? 'dist');
  if (await isBuilt({ root: options.root, target })) return;
  console.log(
    existsSync(target)
      ? 'The site changed since it was built; building …'
      : 'Nothing is built yet; building …',
  );
  await buildSite(options);
}

function runAstroBuild(root: string, outDir: string, quiet: boolean): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const astro = path.join(path.dirname(manifest), 'bin', 'astro.mjs');
  return runCommand(process.execPath, [astro, 'build', '--outDir', path.relative(root, outDir)], {
    cwd: root,
    quiet,
    // Whoever starts the build (a test, for one) does not decide what kind of build it is.
    env: { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

if (import.meta.main) {
  try {
    await buildSite({ root: path.resolve(import.meta.dirname, '..') });
    console.log('The site is in dist. npm start shows it.');
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error('The build failed; see above. What was in dist is still there.');
    process.exitCode = 1;
  }
}
