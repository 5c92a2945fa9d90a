import { handbook } from './handbook.ts';
import { listCases, listHelps, listPages, listPractices, listTerms } from './library.ts';
import { listPlaces, type Shelves, type SitePlace } from './machine/places.ts';
import { languages, type Language } from './model/language.ts';

/** Everything the library holds for readers of one language. */
export async function readShelves(language: Language): Promise<Shelves> {
  const [cases, practices, pages, helps, terms] = await Promise.all([
    listCases(language),
    listPractices(language),
    listPages(language),
    listHelps(language),
    listTerms(language),
  ]);
  return { cases, practices, pages, helps, terms };
}

/** Every page of the site in one language, in reading order. */
export const readPlaces = async (language: Language): Promise<SitePlace[]> =>
  listPlaces(await readShelves(language), language, handbook);

/** Every page of the site in every language. */
export const readAllPlaces = async (): Promise<SitePlace[]> =>
  (await Promise.all(languages.map(readPlaces))).flat();
