import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiscussionSettings } from '../../src/model/discussion-settings.ts';
import { ListenError, readDiscussion } from '../../src/server.ts';
import { createSecret, readSecret } from '../../src/serving/secret.ts';

let folder = '';
const handbook = { address: 'https://a.example', discussion: DiscussionSettings.parse({}) };

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'secret-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the secret of a discussion', () => {
  it('is made once, of 32 random bytes', () => {
    expect(readSecret(folder)).toBeUndefined();
    createSecret(folder);
    const first = readSecret(folder);
    expect(first).toHaveLength(32);
    createSecret(folder);
    expect(readSecret(folder)).toEqual(first);
  });

  it('is the same on every machine that is told it', () => {
    const told = 'q3VZx0mJk2Yw8Pz1Nf7Tb5Lc9Rd4Gh6S';
    expect(readSecret(folder, told)).toHaveLength(32);
    expect(readSecret(folder, told)).toEqual(readSecret('/nowhere', told));
  });

  it.each([
    'short',
    'a'.repeat(64),
    'change-me-change-me-change-me-1234567890',
    'password'.repeat(8),
    '0123456789'.repeat(4),
    'a1b2c3d4e5f6g7h8'.repeat(2),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'juiste paard batterij nietje en nog meer',
    'mijn-handboek-is-van-mij-en-van-jou-1234',
  ])('is refused when it can be guessed: %s', (weak) => {
    expect(() => readSecret(folder, weak)).toThrow('openssl rand -base64 32');
    const environment = { DATA_DIR: folder, DISCUSSION_SECRET: weak };
    expect(() => readDiscussion(environment, handbook)).toThrow(ListenError);
  });

  it('is taken when a machine made it, whatever it came out as', () => {
    for (const form of ['hex', 'base64', 'base64url'] as const)
      for (let made = 0; made < 300; made += 1)
        expect(readSecret(folder, randomBytes(32).toString(form))).toHaveLength(32);
  });

  it('is refused when its file was cut off, or holds nothing random', () => {
    writeFileSync(path.join(folder, 'secret'), 'cut');
    expect(() => readSecret(folder)).toThrow('does not hold 32 bytes');
    writeFileSync(path.join(folder, 'secret'), Buffer.alloc(32));
    expect(() => readSecret(folder)).toThrow('does not hold 32 bytes that are random');
  });
});

describe('the origins an owner names', () => {
  const read = (ORIGINS: string) =>
    readDiscussion(
      { DATA_DIR: folder, DISCUSSION_SECRET: 'q3VZx0mJk2Yw8Pz1Nf7Tb5Lc9Rd4Gh6S', ORIGINS },
      handbook,
    )?.origins;

  it('are read with spaces or commas between them', () => {
    expect(read('https://a.example/, http://b.example:8080')).toEqual([
      'https://a.example',
      'http://b.example:8080',
    ]);
    expect(read('')).toEqual([]);
  });

  it('are refused when they are none', () => {
    expect(() => read('handboek')).toThrow('ORIGINS holds “handboek”');
  });
});

it('knows of no discussion where there is no folder for one', () => {
  expect(readDiscussion({ DATA_DIR: path.join(folder, 'none') }, handbook)).toBeUndefined();
});
