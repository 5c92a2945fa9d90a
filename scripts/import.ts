import path from 'node:path';
import process from 'node:process';
import { CarryError } from '../src/discussion/carry/table.ts';
import { StoreError } from '../src/discussion/store.ts';
import { toFile } from './carry-discussion.ts';
import { importElsewhere } from './import-elsewhere.ts';
import { importUsage, readImportOrder } from './import-order.ts';
import { findKept } from './kept.ts';

const root = path.resolve(import.meta.dirname, '..');
const order = readImportOrder(process.argv.slice(2));
if (order === undefined) {
  console.error(importUsage);
  process.exitCode = 2;
} else {
  try {
    const { file, uploads } = order;
    const here = {
      ...order,
      file: toFile(file),
      to: path.resolve(root, order.to),
      uploads: uploads === undefined ? undefined : toFile(uploads),
    };
    const { keeping } = findKept(root);
    console.log(await importElsewhere(here, { root, keeping, now: () => new Date() }));
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof CarryError)) throw error;
    console.error(`${error.message}\nNothing was taken over.`);
    process.exitCode = 1;
  }
}
