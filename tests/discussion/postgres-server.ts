import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A PostgreSQL of the test alone: in a folder that goes away, reached by a socket in it and by nothing else. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  createDatabase: () => string;
  /** Stops it as a power cut would, and starts it again. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts a PostgreSQL server. Fails, saying what to install, where there is none. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPrograms();
  if (programs === undefined) throw new Error(advice);
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  const data = path.join(folder, 'data');
  const who = toAccount();
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(path.join(programs, program), parameters, { ...who, cwd: folder, stdio: 'pipe' });
  const socket = ['-h', folder, '-U', 'postgres'];
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N');

  let server = await start(programs, folder, who);
  let databases = 0;
  return {
    createDatabase: () => {
      databases += 1;
      const name = `discussion_${databases}`;
      run('createdb', ...socket, name);
      return `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`;
    },
    restart: async () => {
      await end(server, 'SIGQUIT');
      server = await start(programs, folder, who);
    },
    stop: async () => {
      await end(server, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Account = { uid: number; gid: number } | { uid?: never };

async function start(programs: string, folder: string, who: Account): Promise<ChildProcess> {
  const parameters = [
    ...['-D', path.join(folder, 'data'), '-k', folder, '-h', ''],
    // What is tested here is not the disk.
    ...['-c', 'fsync=off', '-c', 'max_connections=40'],
  ];
  const server = spawn(path.join(programs, 'postgres'), parameters, {
    ...who,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A test that is broken off must not leave a server behind.
  process.once('exit', () => server.kill('SIGQUIT'));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start.\n${said}`));
    });
  });
  return server;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Whether there is a PostgreSQL here to test with. */
export const hasPostgres = (): boolean => findPrograms() !== undefined;

/** Where the programs of PostgreSQL are; Debian keeps them off PATH. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'createdb'].every((program) => existsSync(path.join(folder, program))),
  );
}

const advice = [
  'There is no PostgreSQL here to test with. Do one of these, then run the test again:',
  '  Debian or Ubuntu:  sudo apt-get install postgresql',
  '  Fedora:            sudo dnf install postgresql-server',
  '  macOS:             brew install postgresql@17',
].join('\n');

/** PostgreSQL refuses to run as root: it then runs as its own account, or as nobody. */
function toAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].flatMap(
    (name) => accounts.find((account) => account.startsWith(`${name}:`)) ?? [],
  )[0];
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
