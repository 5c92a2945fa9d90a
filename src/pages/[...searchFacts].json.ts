import type { APIRoute, GetStaticPaths } from 'astro';
import { languages, type Language } from '../model/language.ts';
import { toFactFilePath } from '../model/search-facts.ts';
import { readSearchFacts } from '../shelves.ts';

interface Props {
  language: Language;
}

export const getStaticPaths = (() =>
  languages.map((language) => ({
    params: { searchFacts: toFactFilePath(language).slice(1, -'.json'.length) },
    props: { language },
  }))) satisfies GetStaticPaths;

/** What the index of the search reads of the content while a site is built; it is taken away when the index is there. */
export const GET: APIRoute<Props> = async ({ props: { language } }) =>
  Response.json(await readSearchFacts(language));
