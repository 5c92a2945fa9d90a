import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'astro/zod';
import type { Collection } from './compile/compile-file.ts';
import { createLoaders } from './compile/loader.ts';

const load = createLoaders();

/**
 * The compiler has checked every entry already, with file, line and column; this only tells Astro which
 * strings are images, so that they go through its image pipeline.
 */
const schema = ({ image }: SchemaContext) =>
  z.object({ entry: z.custom<object>(), images: z.array(image()) });

const define = (collection: Collection) => defineCollection({ loader: load(collection), schema });

export const collections = {
  cases: define('cases'),
  practices: define('practices'),
  pages: define('pages'),
  help: define('help'),
  glossary: define('glossary'),
  sources: define('sources'),
};
