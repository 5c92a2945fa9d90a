import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a folder in the place of another by renames only, so that at no moment half a site stands there.
 * What stood there goes to `aside` first, and comes back when the second rename fails.
 */
export async function swap({
  next,
  target,
  aside,
}: {
  next: string;
  target: string;
  aside: string;
}): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  await mkdir(path.dirname(aside), { recursive: true });
  await mkdir(path.dirname(target), { recursive: true });
  if (!existsSync(target)) return rename(next, target);
  await rename(target, aside);
  try {
    await rename(next, target);
  } catch (error) {
    await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** Brings back what a run that was cut off between the two renames had set aside. */
export async function restore({ target, aside }: { target: string; aside: string }): Promise<void> {
  if (existsSync(aside) && !existsSync(target)) await rename(aside, target);
}
