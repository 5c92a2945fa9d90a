import { readFileSync } from 'node:fs';
import process from 'node:process';
import { CommandError, runCommand } from './run-command.ts';

/** A way to get a program that is missing. */
export interface Way {
  title: string;
  install: () => Promise<void>;
}

/** Installing a package of Debian or Ubuntu, where that can be done without asking anybody; else nothing. */
export async function listAptWays(root: string, name: string): Promise<Way[]> {
  const before = await readAptPrefix(root);
  return before === 'no apt' ? [] : [toAptWay(root, before, name)];
}

/** Whether something could be done; what failed has already said why. */
export async function succeeds(attempt: () => Promise<void>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return false;
  }
}

function toAptWay(root: string, before: readonly string[], name: string): Way {
  const runApt = async (...parameters: string[]) => {
    const [program = 'apt-get', ...rest] = [...before, 'apt-get', ...parameters];
    await runCommand(program, rest, { cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  return {
    title: [...before, 'apt-get install', name].join(' '),
    install: async () => {
      await runApt('update');
      await runApt('install', '-y', '--no-install-recommends', name);
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
