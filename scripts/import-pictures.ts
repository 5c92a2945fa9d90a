import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Finds the file of a picture by its old address; nothing when there is none to be trusted. */
export type FindPicture = (address: string) => string | undefined;

/**
 * Looks for pictures in a copy of `wp-content/uploads`. Only what lies in that folder, also by its real place, and is
 * the picture its name says; a smaller one that is missing is taken from its original.
 */
export function createFindPicture(uploads: string | undefined): FindPicture {
  if (uploads === undefined) return () => undefined;
  const folder = realpathSync(uploads);
  return (address) => {
    const below = /\/uploads\/([^?#]+)/.exec(address)?.[1];
    if (below === undefined) return undefined;
    const named = decode(below);
    const whole = named.replace(/-\d+x\d+(\.\w+)$/, '$1');
    return [named, whole].flatMap((one) => findIn(folder, one) ?? [])[0];
  };
}

function findIn(folder: string, below: string): string | undefined {
  const shape = shapes[path.extname(below).toLowerCase()];
  if (shape === undefined || below.includes('\0')) return undefined;
  try {
    const file = realpathSync(path.join(folder, below));
    const isInside = file.startsWith(folder + path.sep) && statSync(file).isFile();
    return isInside && shape.test(readHead(file)) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** How pictures begin, by the end of their name. A drawing can hold a program, so it does not come along. */
const shapes: Record<string, RegExp> = {
  '.png': /^\x89PNG\r\n/,
  '.jpg': /^\xff\xd8\xff/,
  '.jpeg': /^\xff\xd8\xff/,
  '.gif': /^GIF8/,
  '.webp': /^RIFF[^]{4}WEBP/,
  '.avif': /^[^]{4}ftypavi/,
};

function readHead(file: string): string {
  const head = Buffer.alloc(16);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, head, 0, head.length, 0);
  } finally {
    closeSync(opened);
  }
  return head.toString('latin1');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
