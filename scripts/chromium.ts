import path from 'node:path';
import process from 'node:process';
import { hasBrowser } from '../tests/browser.ts';
import { listAptWays, succeeds, type Way } from './apt.ts';
import { runCommand } from './run-command.ts';

/** Makes sure there is a Chromium to test with: one that is there, or else the first way to get one that works. */
export async function ensureChromium(root: string): Promise<void> {
  if (hasBrowser()) return;
  for (const way of await listWays(root)) {
    console.log(`No Chromium found. Getting one: ${way.title} …`);
    if ((await succeeds(way.install)) && hasBrowser()) return;
  }
  throw new Error(`${toChromiumAdvice('npm test')}\nnpm test -- unit runs what needs no browser.`);
}

/** How to get a Chromium, for who has none. */
export const toChromiumAdvice = (command: string): string =>
  [
    `There is no Chromium here. Do one of these, then run ${command} again:`,
    '  Debian or Ubuntu:  sudo apt-get install chromium',
    '  macOS or Windows:  npx playwright install chromium',
    '  Fedora:            sudo dnf install chromium',
    'Any chromium or google-chrome on PATH will do.',
  ].join('\n');

async function listWays(root: string): Promise<Way[]> {
  const playwright: Way = {
    title: 'npx playwright install chromium',
    install: () =>
      runCommand(
        process.execPath,
        [path.join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'],
        { cwd: root },
      ),
  };
  return [...(await listAptWays(root, 'chromium')), playwright];
}
