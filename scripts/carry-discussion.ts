import path from 'node:path';
import process from 'node:process';
import { exportDiscussion, exportPublic, importDiscussion } from '../src/discussion/carrying.ts';
import type { Kept } from './kept.ts';

/** Carrying a whole discussion elsewhere. */
export type CarryOrder =
  { do: 'export'; file: string; isPublic: boolean } | { do: 'import'; file: string };

/** Carries out an order; what comes back is said. */
export async function carryDiscussion(order: CarryOrder, { keeping }: Kept): Promise<string> {
  const file = toFile(order.file);
  if (order.do === 'import') {
    const counts = await importDiscussion(keeping, file);
    const tables = Object.entries(counts).filter(([name]) => name !== 'onderstroom');
    const told = tables.map(([name, count]) => `${count} ${name}`).join(', ');
    return `Taken in: ${told}. Export it again and compare: the two files are the same to the byte.\nnpm start or npm run build shows it.`;
  }
  if (order.isPublic) {
    await exportPublic(keeping, file);
    return `What everybody may read is in ${file}.`;
  }
  await exportDiscussion(keeping, file);
  return [
    `Everything in the discussion is in ${file}.`,
    'It is private: it holds e-mail addresses and what was never published. Keep it where nobody else can read it.',
  ].join('\n');
}

/** A file as somebody names it: from where they stand, and npm goes to the project first. */
export const toFile = (named: string): string =>
  path.resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
