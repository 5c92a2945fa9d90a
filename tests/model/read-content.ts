import path from 'node:path';
import { readHandbook } from '../../src/compile/handbook.ts';
import type { Case, Practice } from '../../src/model/entry.ts';
import type { Language } from '../../src/model/language.ts';

/** The cases and practices of the real content, in one language. */
export async function readContent(
  language: Language,
): Promise<{ cases: Case[]; practices: Practice[] }> {
  const root = path.resolve(import.meta.dirname, '../..');
  const { files } = await readHandbook({ root, cache: false });
  const entries = <T>(collection: string): T[] =>
    files
      .filter((file) => file.collection === collection && file.language === language)
      .flatMap(({ entry }) => (entry ? [entry as T] : []));
  return { cases: entries<Case>('cases'), practices: entries<Practice>('practices') };
}
