import path from 'node:path';
import process from 'node:process';
import { buildSite, buildWhenNeeded } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { isLane, laneNames, runLanes, toSummary, type Lane } from './lanes.ts';
import { ensurePdfTools } from './pdf-tools.ts';
import { ensurePostgres } from './postgres.ts';
import { runCommand } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Runs the JavaScript program of an installed package. */
const runTool = (file: string, ...parameters: string[]): Promise<void> =>
  runCommand(process.execPath, [path.join(root, 'node_modules', file), ...parameters], {
    cwd: root,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });

const lanes: readonly Lane[] = [
  {
    name: 'format',
    title: 'Files are laid out as Prettier does it',
    run: () => runTool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  },
  {
    name: 'lint',
    title: 'ESLint finds nothing to mend',
    run: async () => {
      // On a fresh clone the types of astro:content are not written yet, and ESLint would see errors everywhere.
      await runTool('astro/bin/astro.mjs', 'sync', '--silent');
      await runTool(
        'eslint/bin/eslint.js',
        '--config=tests/eslint.config.mjs',
        '--max-warnings=0',
        '.',
      );
    },
  },
  {
    name: 'types',
    title: 'Types fit together',
    run: () => runTool('astro/bin/astro.mjs', 'check', '--minimumSeverity=warning'),
  },
  {
    name: 'unit',
    title: 'Rooms do what they promise',
    run: async () => {
      await ensurePostgres(root);
      // A record of a build is read as text.
      const plain = process.env['CI'] ? ['--no-color'] : [];
      await runTool('vitest/vitest.mjs', 'run', '--config=tests/vitest.config.ts', ...plain);
    },
  },
  { name: 'build', title: 'The site can be built', run: () => buildSite({ root }) },
  {
    name: 'browser',
    title: 'The built site works in a browser',
    needs: 'build',
    run: async () => {
      await ensureChromium(root);
      await ensurePdfTools(root);
      await buildWhenNeeded({ root });
      await runTool('@playwright/test/cli.js', 'test', '--config=tests/playwright.config.ts');
    },
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !isLane(name));

if (unknown.length > 0) {
  console.error(`No such lane: ${unknown.join(', ')}. Choose from ${laneNames.join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = lanes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = await runLanes(chosen, { say: console.log, now: Date.now });
  console.log(toSummary(results));
  if (results.some(({ outcome }) => outcome !== 'passed')) process.exitCode = 1;
}
