import path from 'node:path';
import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { toLaunchOptions } from './browser.ts';

const root = path.resolve(import.meta.dirname, '..');
const port = Number(process.env['SITE_PORT'] ?? 4173);
const baseURL = `http://127.0.0.1:${String(port)}/`;

/** Tests on a site with a discussion in it; that one is built for them first. */
const withDiscussion = /(thread|found|short)[\w-]*\.spec\.ts$/;

export default defineConfig({
  testDir: 'site',
  outputDir: path.join(root, '.build', 'browser'),
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time tells that something is wrong.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // What a build server keeps of its record is the end: the failures must fit in it.
  reporter: process.env['CI'] ? 'dot' : 'list',
  use: { baseURL, trace: 'off', launchOptions: toLaunchOptions() },
  projects: [
    { name: 'chromium', use: devices['Desktop Chrome'], testIgnore: withDiscussion },
    { name: 'discussion is built', testMatch: /discussion\.setup\.ts$/ },
    {
      name: 'discussion',
      use: devices['Desktop Chrome'],
      testMatch: withDiscussion,
      dependencies: ['discussion is built'],
    },
  ],
  webServer: {
    command: `"${process.execPath}" src/server.ts`,
    cwd: root,
    env: { PORT: String(port), HOST: '127.0.0.1' },
    url: baseURL,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
