import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hasBrowser } from '../tests/browser.ts';
import { CommandError, runCommand } from './run-command.ts';

/** Makes sure there is a Chromium to test with: one that is there, or else the first way to get one that works. */
export async function ensureChromium(root: string): Promise<void> {
  if (hasBrowser()) return;
  for (const way of await listWays(root)) {
    console.log(`No Chromium found. Getting one: ${way.title} …`);
    if ((await succeeds(way.install)) && hasBrowser()) return;
  }
  throw new Error(advice);
}

const advice = [
  'There is no Chromium here and it could not be fetched. Do one of these, then run npm test again:',
  '  Debian or Ubuntu:  sudo apt-get install chromium',
  '  macOS or Windows:  npx playwright install chromium',
  '  Fedora:            sudo dnf install chromium',
  'Any chromium or google-chrome on PATH will do. npm test -- unit runs what needs no browser.',
].join('\n');

interface Way {
  title: string;
  install: () => Promise<void>;
}

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
  const before = await readAptPrefix(root);
  if (before === 'no apt') return [playwright];
  return [toAptWay(root, before), playwright];
}

function toAptWay(root: string, before: readonly string[]): Way {
  const runApt = async (...parameters: string[]) => {
    const [program = 'apt-get', ...rest] = [...before, 'apt-get', ...parameters];
    await runCommand(program, rest, { cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  return {
    title: [...before, 'apt-get install chromium'].join(' '),
    install: async () => {
      await runApt('update');
      await runApt('install', '-y', '--no-install-recommends', 'chromium');
    },
  };
}

/** What goes before `apt-get` here: nothing for root, `sudo -n` when that asks for no password. */
async function readAptPrefix(root: string): Promise<string[] | 'no apt'> {
  if (!isDebianLike()) return 'no apt';
  if (process.getuid?.() === 0) return [];
  const maySudo = await succeeds(() =>
    runCommand('sudo', ['-n', 'true'], { cwd: root, quiet: true }),
  );
  return maySudo ? ['sudo', '-n'] : 'no apt';
}

function isDebianLike(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function succeeds(attempt: () => Promise<void>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return false;
  }
}
