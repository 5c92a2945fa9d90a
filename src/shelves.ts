import { handbook } from './handbook.ts';
import {
  listCases,
  listFindables,
  listHelps,
  listPages,
  listPractices,
  listTerms,
} from './library.ts';
import type { Place } from './model/address.ts';
import { listPlaces, type Shelves, type SitePlace } from './machine/places.ts';
import { toAboutWords, type VoiceFeedSource } from './machine/voice-feeds.ts';
import { languages, sourceLanguage, type Language } from './model/language.ts';
import { toCaseFacts, toPracticeFacts, toTermNames, type FactFile } from './model/search-facts.ts';
import { toWhole } from './model/subject.ts';
import { listFollowed } from './model/voice-feed.ts';
import {
  listSpokenSubjects,
  listVoiceRecords,
  toTitles,
  type VoiceRecord,
  type VoiceSources,
} from './model/voice-record.ts';

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

/** Every published voice in a language, newest first. */
export const readVoiceRecords = async (language: Language): Promise<VoiceRecord[]> =>
  listVoiceRecords(await readVoiceSources(language), language);

/** What is said on a page, newest first; nothing on a page nobody can speak about. */
export async function readVoicesOf(place: Place, language: Language): Promise<VoiceRecord[]> {
  if (place.kind !== 'case' && place.kind !== 'practice') return [];
  const { cases, practices, roles } = await readVoiceSources(language);
  const isHere = ({ id }: { id: string }) => id === place.id;
  const here =
    place.kind === 'case'
      ? { cases: cases.filter(isHere), practices: [] }
      : { cases: [], practices: practices.filter(isHere) };
  return listVoiceRecords({ ...here, roles }, language);
}

/** Every feed of voices in every language, with the voices it is made from. */
export async function listVoiceFeeds(): Promise<{ language: Language; source: VoiceFeedSource }[]> {
  const all = await Promise.all(
    languages.map(async (language) => ({ language, sources: await readVoiceSources(language) })),
  );
  // What was spoken about in one language can be followed in every other.
  const spoken = new Set(all.flatMap(({ sources }) => [...listSpokenSubjects(sources)]));
  return all.flatMap(({ language, sources }) => {
    const records = listVoiceRecords(sources, language);
    const byWhole = Map.groupBy(records, ({ subject }) => toWhole(subject));
    const titles = toTitles(sources);
    return listFollowed(spoken).map((followed) => {
      const { subject } = followed;
      const source =
        subject === undefined
          ? { followed, about: '', records }
          : {
              followed,
              about: toAboutWords(titles.get(subject), language),
              records: byWhole.get(toWhole(subject)) ?? [],
            };
      return { language, source };
    });
  });
}

async function readVoiceSources(language: Language): Promise<VoiceSources> {
  const [cases, practices] = await Promise.all([listCases(language), listPractices(language)]);
  return { cases, practices, roles: handbook.discussion.roles };
}

/** What the content knows of pages and the pages do not say, for the index of the search. */
export async function readSearchFacts(language: Language): Promise<FactFile> {
  const [cases, practices, findables, sources] = await Promise.all([
    listCases(language),
    listPractices(language),
    listFindables(language),
    listCases(sourceLanguage),
  ]);
  // The code of a sector is the same in every language.
  const sectors = new Map(sources.map(({ id, sector }) => [id, sector]));
  const groups = new Map(findables.map(({ kind, id, group }) => [`${kind} ${id}`, group]));
  const terms = await Promise.all([language, ...languages].map(listTerms));
  return {
    pages: Object.fromEntries([
      ...cases.map((entry) => {
        const group = groups.get(`guide ${entry.id}`) ?? { min: entry.people };
        const { minutes } = entry.guide;
        return toCaseFacts(entry, { minutes, group }, sectors.get(entry.id) ?? '', language);
      }),
      ...practices.map((entry) => toPracticeFacts(entry, language)),
    ]),
    names: toTermNames(terms.flat()),
  };
}
