import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Collection } from './compile-file.ts';
import { readHandbook, type ReadHandbook } from './handbook.ts';
import { toAdviceCount, toText } from './report.ts';

/** One thing a collection holds. */
interface Item {
  id: string;
  data: { entry: unknown; images: string[] };
  file?: string;
}

/**
 * Makes loaders that share one reading of the handbook: Astro asks each collection for its own, the files are
 * read once. All problems of a reading are thrown together, so that nothing is built on half a handbook.
 */
export function createLoaders(root = process.cwd()): (collection: Collection) => Loader {
  let reading: Promise<ReadHandbook> | undefined;
  const readOnce = (): Promise<ReadHandbook> => {
    // Collections load at the same time and share this promise; a later refresh starts a new one.
    reading ??= readHandbook({ root }).finally(() => setImmediate(() => (reading = undefined)));
    return reading;
  };
  return (collection) => ({
    name: `onderstroom-${collection}`,
    load: async (context) => {
      const handbook = await readOnce();
      if (handbook.problems.length > 0) throw toError(handbook);
      // Said once, though every collection reads the same handbook.
      if (collection === 'cases' && handbook.advice.length > 0)
        context.logger.info(`${toAdviceCount(handbook.advice)}; npm run check shows it`);
      await fill(context, toItems(handbook, collection));
    },
  });
}

async function fill(context: LoaderContext, items: readonly Item[]): Promise<void> {
  const { store } = context;
  const present = new Set(items.map(({ id }) => id));
  for (const id of store.keys()) if (!present.has(id)) store.delete(id);
  for (const { id, data, file } of items) {
    const digest = context.generateDigest(JSON.stringify(data));
    if (store.get(id)?.digest === digest) continue;
    const parsed = await context.parseData({
      id,
      data,
      ...(file === undefined ? {} : { filePath: file }),
    });
    store.set({ id, data: parsed, digest, ...(file === undefined ? {} : { filePath: file }) });
  }
}

function toItems(handbook: ReadHandbook, collection: Collection): Item[] {
  if (collection === 'sources')
    return handbook.sources.map((entry) => ({ id: entry.id, data: { entry, images: [] } }));
  if (collection === 'glossary') {
    return [...handbook.terms.nl, ...handbook.terms.en].map((entry) => ({
      id: `${entry.language}/${entry.id}`,
      data: { entry, images: [] },
    }));
  }
  return handbook.files
    .filter((file) => file.collection === collection)
    .flatMap(({ language, id, entry, images, file }) =>
      entry ? [{ id: `${language}/${id}`, data: { entry, images }, file }] : [],
    );
}

function toError({ problems }: ReadHandbook): AstroError {
  const [first] = problems;
  const error = new AstroError(
    `Something is wrong in content/:\n\n${toText(problems)}`,
    'Mend these places; nothing has been built, and the last good build is still there.',
  );
  // `loc` works though Astro's public type lacks it: the terminal and the overlay then name file, line and column.
  return Object.assign(
    error,
    first ? { loc: { file: first.file, line: first.line, column: first.column } } : {},
  );
}
