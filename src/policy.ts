import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Narrows the content security policy of every built page to what that page itself holds. Astro names the hash of
 * every style and script it made for the page, those of files too; `'self'` allows the files already.
 */
export async function narrowPolicies(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith('.html'),
  );
  const queue = files.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of queue) await narrow(path.join(folder, file));
    }),
  );
}

/** Files read and written at the same time: waiting for a disk takes longer than the work. */
const atOnce = 8;

async function narrow(file: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  const narrowed = narrowPolicy(html);
  if (narrowed !== html) await writeFile(file, narrowed);
}

/** A page whose policy names only the inline styles and scripts that are in it; another page as it is. */
export function narrowPolicy(html: string): string {
  const held = new Set([...html.matchAll(inline)].map(([, , text = '']) => toHash(text)));
  return html.replace(policy, (meta) =>
    meta.replaceAll(/ '(sha\d{3}-[^']+)'/g, (source, hash: string) =>
      held.has(hash) ? source : '',
    ),
  );
}

const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
const inline = /<(style|script)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;

const toHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
