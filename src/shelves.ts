import { handbook } from './handbook.ts';
import { listCases, listHelps, listPages, listPractices, listSaid, listTerms } from './library.ts';
import type { Place } from './model/address.ts';
import { listPlaces, type Shelves, type SitePlace } from './machine/places.ts';
import { toAboutWords, type VoiceFeedSource } from './machine/voice-feeds.ts';
import { languages, type Language } from './model/language.ts';
import { toSubject, toWhole, type Subject } from './model/subject.ts';
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
  const kind = place.kind === 'case' ? 'cases' : 'practices';
  const byWhole = await readOnce(language);
  return byWhole.get(toSubject({ kind, id: place.id })) ?? [];
}

/** What was ever spoken about, in any language: it can be followed. */
export async function readSpokenSubjects(): Promise<ReadonlySet<Subject>> {
  const known = import.meta.env.PROD ? spoken : undefined;
  spoken = known ?? findSpokenSubjects();
  return spoken;
}

/** Every feed of voices in every language, with the voices it is made from. */
export async function listVoiceFeeds(): Promise<{ language: Language; source: VoiceFeedSource }[]> {
  const byLanguage = await Promise.all(
    languages.map(async (language) => {
      const sources = await readVoiceSources(language);
      const records = listVoiceRecords(sources, language);
      const byWhole = toByWhole(records);
      const titles = toTitles(sources);
      const toSource = (subject: Subject | undefined) =>
        subject === undefined
          ? { about: '', records }
          : {
              about: toAboutWords(titles.get(subject), language),
              records: byWhole.get(toWhole(subject)) ?? [],
            };
      return listFollowed(await readSpokenSubjects()).map((followed) => ({
        language,
        source: { followed, ...toSource(followed.subject) },
      }));
    }),
  );
  return byLanguage.flat();
}

async function findSpokenSubjects(): Promise<Set<Subject>> {
  const sources = await Promise.all(languages.map(readVoiceSources));
  return new Set(sources.flatMap((each) => [...listSpokenSubjects(each)]));
}

async function readVoiceSources(language: Language): Promise<VoiceSources> {
  const [cases, practices, said] = await Promise.all([
    listCases(language),
    listPractices(language),
    listSaid(),
  ]);
  return { cases, practices, said, roles: handbook.discussion.roles };
}

const toByWhole = (records: readonly VoiceRecord[]): Map<Subject, VoiceRecord[]> =>
  Map.groupBy(records, ({ subject }) => toWhole(subject));

/** A build asks for what is said on page after page; in development it is read anew. */
let spoken: Promise<Set<Subject>> | undefined;
const cache = new Map<Language, Promise<Map<Subject, VoiceRecord[]>>>();

function readOnce(language: Language): Promise<Map<Subject, VoiceRecord[]>> {
  const known = import.meta.env.PROD ? cache.get(language) : undefined;
  const reading = known ?? readVoiceRecords(language).then(toByWhole);
  cache.set(language, reading);
  return reading;
}
