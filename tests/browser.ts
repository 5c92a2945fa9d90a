import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium, type LaunchOptions } from 'playwright-core';

/** Programs that can stand in for the browser Playwright brings itself. */
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** How every browser in the tests starts: the site is tested, and nothing else is asked for on the network. */
export function toLaunchOptions(): LaunchOptions {
  const found = findChromium();
  return {
    ...(found === undefined ? {} : { executablePath: found }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-first-run',
      // Chromium refuses to start its sandbox as root, which is what a container mostly is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

/** The program on PATH to start; undefined means the browser Playwright brings itself. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const files = programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  // Some systems have a placeholder of that name that only tells how to install it, so being there is not enough.
  return files.find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0);
}

/** Which Chromium is started, with its version: it decides how a page is drawn. */
export function findChromiumVersion(): string {
  const found = findChromium();
  if (found === undefined) return chromium.executablePath();
  return spawnSync(found, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

/** Whether there is any Chromium to test with. */
export const hasBrowser = (): boolean =>
  findChromium() !== undefined || existsSync(chromium.executablePath());
