import path from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  cacheDir: '.build/vitest',
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: process.env['CI'] ? ['dot'] : ['default'],
    // What is built by a test is slow on a busy machine; a test waits for a condition, never for a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
