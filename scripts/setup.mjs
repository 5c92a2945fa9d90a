// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: this runs before anything is installed, under whatever Node a person has.

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = path.join(root, 'node_modules');
const marker = path.join(modules, '.installed-from');
const oldestNode = 20;
const secondsBetweenSigns = 15;

/**
 * Runs `scripts/<name>.ts` with the Node version this project is made for, after installing what is missing.
 * @param {string} name
 * @param {string[]} options What Node itself is told.
 */
export async function runScript(name, options = []) {
  const refusal = refuseNode(process.versions.node);
  if (refusal) return stop(refusal);
  await installWhenNeeded();
  const node = await findNode();
  const script = path.join(root, 'scripts', `${name}.ts`);
  const child = spawn(node, [...options, script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: toEnvironment(process.env, node),
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  stopWithNpm(child);
  child.on('error', (error) => stop(`Could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

/**
 * Why this version of Node cannot even start the project; undefined when it can.
 * @param {string} version
 * @returns {string | undefined}
 */
export function refuseNode(version) {
  if (Number(version.split('.')[0]) >= oldestNode) return undefined;
  return [
    `This is Node ${version}; the project needs Node ${oldestNode} or newer to get started.`,
    'Install the current LTS version from nodejs.org, or with your version manager (nvm install --lts).',
  ].join('\n');
}

/**
 * Whether the packages must be installed, and why.
 * @param {{ lock: string, installedFrom?: string | undefined, installed?: string | undefined }} state
 *   `lock` is the text of package-lock.json, `installedFrom` the digest kept after the last good install,
 *   `installed` npm's own record of what is in node_modules.
 * @returns {{ needed: false } | { needed: true, reason: string }}
 */
export function needsInstall({ lock, installedFrom, installed }) {
  if (installed === undefined) return { needed: true, reason: 'Nothing is installed yet.' };
  if (installedFrom === toDigest(lock)) return { needed: false };
  // Whoever ran `npm ci` or `npm install` by hand need not wait for it again.
  if (isSameInstall(lock, installed)) return { needed: false };
  return { needed: true, reason: 'package-lock.json differs from what is installed.' };
}

/** @param {string} text */
export const toDigest = (text) => createHash('sha256').update(text).digest('hex');

/**
 * What may be wrong when `npm ci` fails, from what is most often the cause; `null` when npm could not be started.
 * @param {number | null} code
 */
export const toInstallAdvice = (code) =>
  [
    code === null
      ? 'npm ci could not be started. Is npm installed, and on PATH? Run the same command again once this is solved:'
      : `npm ci stopped with code ${code}. Solve this and run the same command again:`,
    '  - No network, or a proxy in between? npm ping tells. Set HTTPS_PROXY when you need a proxy.',
    '  - “self-signed certificate” above? Point NODE_EXTRA_CA_CERTS at the certificate file of your network.',
    '  - “ENOSPC” above? The disk is full; about 1 GB is needed.',
    '  - “EACCES” above? This folder belongs to somebody else.',
    '  - “in sync” above? package.json and package-lock.json differ: restore both from git.',
  ].join('\n');

/**
 * The environment for everything that runs after the install.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function toEnvironment(environment, node) {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [path.dirname(node), path.join(modules, '.bin')];
  return {
    ...environment,
    [name]: [...first, environment[name] ?? ''].join(path.delimiter),
    // A build tells nobody that it runs.
    ASTRO_TELEMETRY_DISABLED: '1',
    // What was once made of our TypeScript is not made again, and what makes it takes no memory.
    NODE_COMPILE_CACHE: environment['NODE_COMPILE_CACHE'] ?? path.join(root, '.cache', 'node'),
  };
}

/**
 * Stops when npm was told to stop. Between npm and this program stands a shell, and some shells die
 * of a SIGTERM without handing it on; what they started then gets another parent and would run on.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithNpm(child) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

async function installWhenNeeded() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const decision = needsInstall({
    lock,
    installedFrom: readWhenThere(marker)?.trim(),
    installed: readWhenThere(path.join(modules, '.package-lock.json')),
  });
  if (decision.needed) {
    say(`${decision.reason} Installing exactly what package-lock.json names (npm ci) …`);
    const started = Date.now();
    const signs = setInterval(
      () => say(`… still installing, ${toSeconds(started)} s`),
      secondsBetweenSigns * 1000,
    );
    // Errors only: npm warns about packages that want a newer Node, and they get one.
    const code = await runNpm(['ci', '--include=dev', '--loglevel=error']);
    clearInterval(signs);
    if (code !== 0) stop(toInstallAdvice(code));
    say(`Installed in ${toSeconds(started)} s.`);
  }
  if (readWhenThere(marker)?.trim() !== toDigest(lock))
    writeFileSync(marker, `${toDigest(lock)}\n`);
}

/** The Node that came with the install; this very Node when it is new enough and the other cannot run. */
async function findNode() {
  const own = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (canRun(own)) return own;
  say(
    'The install did not bring its own Node (install scripts may be switched off). Trying npm rebuild node …',
  );
  await runNpm(['rebuild', 'node']);
  if (canRun(own)) return own;
  const wanted = Number(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies.node.split(
      '.',
    )[0],
  );
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
    say(`Going on with Node ${process.versions.node}, which is new enough.`);
    return process.execPath;
  }
  return stop(
    [
      `${path.relative(root, own)} is missing or cannot run here.`,
      'Allow its install script: npm config set ignore-scripts false, then npm rebuild node.',
      `Or run the same command with Node ${wanted} or newer, which needs no install script.`,
    ].join('\n'),
  );
}

/** @param {string} node */
const canRun = (node) => existsSync(node) && spawnSync(node, ['--version']).status === 0;

/**
 * Compares npm's record in node_modules with the lock file; packages for other systems may be absent.
 * @param {string} lock
 * @param {string} installed
 */
function isSameInstall(lock, installed) {
  const wanted = readPackages(lock);
  const present = readPackages(installed);
  return (
    wanted.size > 0 &&
    [...wanted].every(
      ([place, { version, optional }]) =>
        (present.get(place)?.version ?? (optional ? version : undefined)) === version,
    ) &&
    [...present.keys()].every((place) => wanted.has(place))
  );
}

/**
 * @param {string} text
 * @returns {Map<string, { version: string, optional?: boolean }>}
 */
function readPackages(text) {
  try {
    return new Map(Object.entries(JSON.parse(text).packages).filter(([place]) => place !== ''));
  } catch {
    return new Map();
  }
}

/**
 * Runs the npm that started this, or else the one on PATH.
 * @param {string[]} parameters
 * @returns {Promise<number | null>}
 */
function runNpm(parameters) {
  const npm = process.env['npm_execpath'];
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...parameters], { cwd: root, stdio: 'inherit' })
    : spawn('npm', parameters, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
}

/** @param {string} file */
function readWhenThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {number} started */
const toSeconds = (started) => Math.round((Date.now() - started) / 1000);

/** @param {string} text */
const say = (text) => console.error(text);

/**
 * @param {string} text
 * @returns {never}
 */
function stop(text) {
  say(text);
  process.exit(1);
}
