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
  for (const file of files) {
    const html = await readFile(path.join(folder, file), 'utf8');
    await writeFile(path.join(folder, file), narrowPolicy(html));
  }
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
