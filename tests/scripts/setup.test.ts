import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  needsInstall,
  refuseNode,
  toDigest,
  toEnvironment,
  toInstallAdvice,
} from '../../scripts/setup.mjs';

const lock = toLock({
  '': { version: '0.1.0' },
  'node_modules/astro': { version: '7.3.5' },
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
});
const installed = toLock({ 'node_modules/astro': { version: '7.3.5' } });

describe('whether to install', () => {
  it('installs on a fresh clone', () => {
    expect(needsInstall({ lock })).toEqual({ needed: true, reason: 'Nothing is installed yet.' });
  });

  it('does not install again after a good install', () => {
    expect(needsInstall({ lock, installed, installedFrom: toDigest(lock) })).toEqual({
      needed: false,
    });
  });

  it('installs when package-lock.json changed since', () => {
    const changed = lock.replace('7.3.5', '7.3.6');
    expect(needsInstall({ lock: changed, installed, installedFrom: toDigest(lock) })).toEqual({
      needed: true,
      reason: 'package-lock.json differs from what is installed.',
    });
  });

  it('accepts what somebody installed by hand, also without packages for other systems', () => {
    expect(needsInstall({ lock, installed })).toEqual({ needed: false });
  });

  it.each([
    ['another version', toLock({ 'node_modules/astro': { version: '6.0.5' } })],
    ['a package too few', toLock({})],
    [
      'a package too many',
      toLock({
        'node_modules/astro': { version: '7.3.5' },
        'node_modules/left-pad': { version: '1.0.0' },
      }),
    ],
    ['a record that cannot be read', '{'],
  ])('installs over %s', (_what, present) => {
    expect(needsInstall({ lock, installed: present }).needed).toBe(true);
  });

  it('does not take a lock file that cannot be read for an install', () => {
    expect(needsInstall({ lock: '{', installed: '{' }).needed).toBe(true);
  });
});

describe('the Node that starts it', () => {
  it.each(['20.0.0', '22.18.0', '24.21.0', '100.0.0'])('accepts Node %s', (version) => {
    expect(refuseNode(version)).toBeUndefined();
  });

  it('tells somebody with an older Node which one to get', () => {
    expect(refuseNode('18.20.4')).toMatchInlineSnapshot(`
      "This is Node 18.20.4; the project needs Node 20 or newer to get started.
      Install the current LTS version from nodejs.org, or with your version manager (nvm install --lts)."
    `);
  });
});

it('puts the Node of the project, and its programs, first on PATH', () => {
  const environment = toEnvironment({ PATH: '/usr/bin', HOME: '/home/ans' }, '/p/node/bin/node');
  const [node, programs, ...rest] = environment['PATH']?.split(path.delimiter) ?? [];
  expect(node).toBe('/p/node/bin');
  expect(programs).toMatch(/node_modules[/\\]\.bin$/);
  expect(rest).toEqual(['/usr/bin']);
  expect(environment['HOME']).toBe('/home/ans');
  expect(environment['NODE_COMPILE_CACHE']).toMatch(/[/\\]\.cache[/\\]node$/);
});

it('says after a failed install with what it ended, and that the same command can be run again', () => {
  expect(toInstallAdvice(1)).toMatch(/^npm ci stopped with code 1\..*run the same command again/);
  expect(toInstallAdvice(null)).toMatch(/^npm ci could not be started/);
});

function toLock(packages: Record<string, { version: string; optional?: boolean }>): string {
  return JSON.stringify({ lockfileVersion: 3, packages });
}
