import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { languages } from '../model/language.ts';
import { toVoiceArchivePath, type ArchivedVoice } from '../model/voice-feed.ts';
import { toIndexRecord } from './index-voices.ts';

/**
 * Indexes a built site with Pagefind and writes the index into `pagefind/` in it; one index per language. Pages are
 * read as they are, and every published voice from the archive that was built along.
 * @returns how many pages and voices were indexed
 * @throws when Pagefind reports an error
 */
export async function writeSearchIndex(folder: string): Promise<{ pages: number; voices: number }> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const voices = (await Promise.all(languages.map((each) => readArchive(folder, each)))).flat();
  const refused = await addVoices(index, voices);
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  const failed = [...added.errors, ...refused, ...written.errors];
  if (failed.length > 0)
    throw new Error(`The search index could not be made: ${failed.join('; ')}`);
  return { pages: added.page_count, voices: voices.length };
}

const readArchive = async (
  folder: string,
  language: (typeof languages)[number],
): Promise<ArchivedVoice[]> =>
  JSON.parse(
    await readFile(path.join(folder, toVoiceArchivePath(language)), 'utf8'),
  ) as ArchivedVoice[];

/** One after the other: the indexing program takes one at a time anyway. */
async function addVoices(
  index: PagefindIndex,
  voices: readonly ArchivedVoice[],
): Promise<string[]> {
  const refused: string[] = [];
  for (const voice of voices) {
    const { errors } = await index.addCustomRecord(toIndexRecord(voice));
    refused.push(...errors);
  }
  return refused;
}
