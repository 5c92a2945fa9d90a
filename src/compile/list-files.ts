import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Id } from '../model/id.ts';
import { isLanguage, languages } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import { mdxCollections, type FilePlace, type MdxCollection } from './compile-file.ts';
import { suggest } from './suggest.ts';

/** The MDX files of a handbook by where they belong, the files that nothing reads, and all files there are. */
export async function listFiles(
  root: string,
): Promise<{ places: FilePlace[]; problems: Problem[]; files: string[] }> {
  const found = await readdir(path.join(root, 'content'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const files = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
  const places: FilePlace[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const outcome = toPlace(file);
    if (outcome === 'beside') continue;
    if ('collection' in outcome) places.push(outcome);
    else problems.push({ name: 'misplaced-file', file, line: 1, column: 1, ...outcome });
  }
  return { places, problems, files };
}

type Misplaced = Pick<Problem, 'expected' | 'found' | 'hint'>;

const shapes =
  'content/<nl|en>/cases/<id>/index.mdx, practices/<id>.mdx, pages/<id>.mdx or help/<id>.mdx';

/** Where a file belongs; `'beside'` for images and for the YAML files that are read by name. */
function toPlace(file: string): FilePlace | 'beside' | Misplaced {
  if (
    /^content\/(handbook|sources|cards|confidential)\.yml$/.test(file) ||
    /^content\/(nl|en)\/glossary\.yml$/.test(file)
  )
    return 'beside';
  const [, language = '', collection = '', ...rest] = file.split('/');
  if (!isLanguage(language))
    return misplaced(
      `a folder for a language: ${languages.join(' or ')}`,
      language,
      suggest(language, languages, 'Move the file into a language folder.'),
    );
  if (!isCollection(collection))
    return misplaced(
      shapes,
      collection,
      suggest(collection, [...mdxCollections, 'glossary.yml'], 'Move the file.'),
    );
  if (!file.endsWith('.mdx')) {
    if (/\.(svg|png|jpe?g|webp|avif|gif)$/i.test(file)) return 'beside';
    return misplaced(
      '.mdx files and images',
      rest.at(-1) ?? '',
      'Give a text the ending .mdx; keep other files outside content/.',
    );
  }
  const name = rest.join('/');
  const [, id = ''] =
    (collection === 'cases' ? /^([^/]+)\/index\.mdx$/ : /^([^/]+)\.mdx$/).exec(name) ?? [];
  if (!Id.safeParse(id).success)
    return misplaced(
      shapes,
      name,
      'Rename the file: an id has lower-case letters, digits and hyphens.',
    );
  return { collection, language, id, file };
}

const misplaced = (expected: string, found: string, hint: string): Misplaced => ({
  expected,
  found: `“${found}”`,
  hint,
});

const isCollection = (name: string): name is MdxCollection =>
  (mdxCollections as readonly string[]).includes(name);
