import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface Size {
  pages: number;
  /** Bytes of what a reader's browser may ask for; copies packed beforehand are left out. */
  bytes: number;
}

/** Counts the pages and bytes of a built site. */
export async function readSize(folder: string): Promise<Size> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(file.parentPath, file.name))).size;
  return { pages: files.filter(({ name }) => name.endsWith('.html')).length, bytes };
}
