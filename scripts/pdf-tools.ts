import { spawnSync } from 'node:child_process';
import { listAptWays, succeeds } from './apt.ts';

/** What PDFs are looked at with, by package of Debian: `pdfinfo` and its family, and `qpdf`. */
const tools = { 'poppler-utils': 'pdfinfo', qpdf: 'qpdf' };

/**
 * Makes sure there is something to look at PDFs with where that can be had without asking anybody. Where it cannot, the
 * tests that need it fail and say which program they miss.
 */
export async function ensurePdfTools(root: string): Promise<void> {
  for (const [name, program] of Object.entries(tools)) {
    const isThere = () => spawnSync(program, ['--version']).error === undefined;
    if (isThere()) continue;
    for (const way of await listAptWays(root, name)) {
      console.log(`No ${program} found. Getting one: ${way.title} …`);
      if ((await succeeds(way.install)) && isThere()) break;
    }
  }
}
