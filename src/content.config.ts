import process from 'node:process';
import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'astro/zod';
import type { Collection } from './compile/compile-file.ts';
import { createLoaders } from './compile/loader.ts';
import { readLedger, readSaid, toKeeping } from './discussion/keeping.ts';
import type { LedgerEntry } from './model/ledger.ts';
import type { Said } from './model/said.ts';

const load = createLoaders();

/**
 * The compiler has checked every entry already, with file, line and column; this only tells Astro which
 * strings are images, so that they go through its image pipeline.
 */
const schema = ({ image }: SchemaContext) =>
  z.object({ entry: z.custom<object>(), images: z.array(image()) });

const define = (collection: Collection) => defineCollection({ loader: load(collection), schema });

/** What readers said and was published, from where the discussion is kept. Read anew for every build. */
const said = defineCollection({
  loader: {
    name: 'said',
    load: async ({ store }) => {
      const all = await readSaid(toKeeping(process.env));
      store.clear();
      for (const one of all) store.set({ id: one.id, data: { said: one } });
    },
  },
  schema: z.object({ said: z.custom<Said>() }),
});

/** What was decided about it, from the same place. */
const ledger = defineCollection({
  loader: {
    name: 'ledger',
    load: async ({ store }) => {
      const { entries } = await readLedger(toKeeping(process.env));
      store.clear();
      for (const entry of entries) store.set({ id: String(entry.number), data: { entry } });
    },
  },
  schema: z.object({ entry: z.custom<LedgerEntry>() }),
});

export const collections = {
  said,
  ledger,
  cases: define('cases'),
  practices: define('practices'),
  pages: define('pages'),
  help: define('help'),
  glossary: define('glossary'),
  sources: define('sources'),
};
