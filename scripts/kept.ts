import path from 'node:path';
import process from 'node:process';
import { toKeeping, type Keeping } from '../src/discussion/keeping.ts';

/** Where the discussion of a project is kept, and what must be in the environment of whatever looks for it too. */
export interface Kept {
  keeping: Keeping;
  /** The folder of its database, its secret and its desk. */
  folder: string;
  environment: Record<string, string | undefined>;
}

/** A folder that is named from the project counts from there, whoever starts the program and wherever. */
export function findKept(root: string, environment = process.env): Kept {
  const { DATA_DIR: named = '' } = environment;
  const folder = path.resolve(root, named === '' ? 'data' : named);
  const whole = { ...environment, DATA_DIR: folder };
  return { keeping: toKeeping(whole), folder, environment: whole };
}
