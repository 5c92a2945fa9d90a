import { close, createIndex } from 'pagefind';

/**
 * Indexes a built site with Pagefind and writes the index into `pagefind/` in it; one index per language.
 * @returns how many pages were indexed
 * @throws when Pagefind reports an error
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0)
    throw new Error(`The search index could not be made: ${failed.join('; ')}`);
  return added.page_count;
}
