import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { toDigest } from '../src/compile/compile-file.ts';
import type { FindOlder } from '../src/compile/check-currency.ts';
import { toDocument } from '../src/compile/document.ts';

const run = promisify(execFile);

/** How many versions of a file are looked through. */
const mostVersions = 200;

/** Finds an older version of a text in git by its digest; nothing without git, or when it never was committed. */
export function findOlderInGit(root: string): FindOlder {
  const git = async (...words: string[]): Promise<string> => {
    const { stdout } = await run('git', words, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  return async (file, digest) => {
    try {
      const listed = await git('log', '--format=%H', `-n${String(mostVersions)}`, '--', file);
      for (const version of listed.split('\n').filter(Boolean)) {
        // A version in which the file was removed has no text of it.
        const shown = await git('show', `${version}:./${file}`).catch(() => undefined);
        if (shown === undefined) continue;
        const { text } = toDocument(file, shown);
        if (toDigest(text) === digest) return text;
      }
    } catch {
      // No git, or no repository: then it is not known what changed, only that something did.
    }
    return undefined;
  };
}
