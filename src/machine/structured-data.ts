import { toPath, toTermPath, type Place } from '../model/address.ts';
import type { Case, GlossaryTerm, Practice } from '../model/entry.ts';
import type { Handbook } from '../model/handbook.ts';
import { sourceLanguage, type Language } from '../model/language.ts';
import { toShareImagePath } from '../model/share-image.ts';
import type { Source } from '../model/source.ts';
import type { VoiceRecord } from '../model/voice-record.ts';
import { toWords } from '../words/index.ts';
import { toAddress, toPlainText } from './plain-text.ts';

type Value = string | number | boolean | undefined | Node | readonly Value[];
interface Node {
  readonly [property: string]: Value;
}

/** JSON-LD in the words of schema.org, ready to be written as JSON. */
export interface StructuredData extends Node {
  '@context': 'https://schema.org';
  '@graph': readonly Node[];
}

/** What a text of the handbook stands in: the handbook, and the language of the page around the text. */
export interface Surroundings {
  handbook: Handbook;
  language: Language;
}

/** The newest voices of readers are enough here; all of them stand on the page. */
const mostComments = 20;

/** A case: an article, with what readers said. Nobody is named who is not named in the text. */
export function toCaseData(
  entry: Case,
  around: Surroundings,
  voices: readonly VoiceRecord[] = [],
): StructuredData {
  const place: Place = { kind: 'case', id: entry.id };
  const w = toWords(entry.language);
  const article: Node = {
    '@type': 'Article',
    ...toText(entry, place, around.handbook),
    headline: toPlainText(entry.title),
    alternativeHeadline: toPlainText(entry.short),
    description: toPlainText(entry.summary),
    genre: entry.status === 'exercise' ? w.case.exercise : w.machine.case,
    keywords: entry.topics.length > 0 ? entry.topics : undefined,
    creditText: entry.author === '' ? undefined : entry.author,
    datePublished: entry.published,
    dateModified: entry.updated ?? entry.published,
    ...toComments(voices, around.handbook),
  };
  return toGraph([article, toCrumbs(place, entry.short, around)]);
}

/** A practice: a how-to with what the facilitator does, what to bring, and the sources it leans on. */
export function toPracticeData(
  entry: Practice,
  around: Surroundings & { sources: readonly Source[] },
): StructuredData {
  const place: Place = { kind: 'practice', id: entry.id };
  const sources = around.sources.filter(({ id }) => entry.sources.includes(id));
  const howTo: Node = {
    '@type': 'HowTo',
    ...toText(entry, place, around.handbook),
    name: toPlainText(entry.title),
    alternateName: entry.aliases.length > 0 ? entry.aliases : undefined,
    description: toPlainText(entry.purpose),
    dateModified: entry.reviewed,
    // The most it takes; with time per person it depends on the group, and saying nothing is truer.
    totalTime: entry.minutes.perPerson === undefined ? toDuration(entry.minutes.max) : undefined,
    supply:
      entry.materials.length > 0
        ? entry.materials.map(({ name }) => ({ '@type': 'HowToSupply', name }))
        : undefined,
    step: entry.does.map((text, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      text: toPlainText(text),
    })),
    isBasedOn:
      sources.length > 0
        ? sources.map(({ title, by }) => ({ '@type': 'CreativeWork', name: title, creditText: by }))
        : undefined,
  };
  return toGraph([howTo, toCrumbs(place, entry.title, around)]);
}

/** The glossary: a set of terms, each at its own address. */
export function toGlossaryData(
  terms: readonly GlossaryTerm[],
  around: Surroundings,
): StructuredData {
  const { handbook, language } = around;
  const { nav, glossary } = toWords(language);
  const place: Place = { kind: 'glossary' };
  const set = toAddress(handbook.address, toPath(place, language));
  return toGraph([
    {
      '@type': 'DefinedTermSet',
      '@id': set,
      url: set,
      name: `${handbook.name}: ${nav.glossary}`,
      description: glossary.description,
      inLanguage: language,
      license: handbook.licence.address,
      hasDefinedTerm: terms.map(({ id, term, definition, synonyms }) => {
        const url = toAddress(handbook.address, toTermPath(id, language));
        return {
          '@type': 'DefinedTerm',
          '@id': url,
          url,
          name: toPlainText(term),
          alternateName: synonyms.length > 0 ? synonyms : undefined,
          description: toPlainText(definition),
          termCode: id,
          inDefinedTermSet: set,
        };
      }),
    },
    toCrumbs(place, nav.glossary, around),
  ]);
}

/** The site as a whole, and how to search it. */
export function toSiteData({ handbook, language }: Surroundings): StructuredData {
  const home = toAddress(handbook.address, toPath({ kind: 'home' }, language));
  const search = toAddress(handbook.address, toPath({ kind: 'search' }, language));
  return toGraph([
    {
      '@type': 'WebSite',
      '@id': toSiteId(handbook, language),
      url: home,
      name: handbook.name,
      description: handbook.tagline[language],
      inLanguage: language,
      license: handbook.licence.address,
      image: toAddress(handbook.address, toShareImagePath({ kind: 'home' }, language)),
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ]);
}

/** What every text has: where it is, its language, its licence, and the work it was translated from. */
function toText(entry: Case | Practice, place: Place, handbook: Handbook): Node {
  const url = toAddress(handbook.address, toPath(place, entry.language));
  const source = toAddress(handbook.address, toPath(place, sourceLanguage));
  return {
    '@id': url,
    url,
    mainEntityOfPage: url,
    inLanguage: entry.language,
    license:
      entry.licence === handbook.licence.name
        ? handbook.licence.address
        : { '@type': 'CreativeWork', name: entry.licence },
    image: toAddress(handbook.address, toShareImagePath(place, entry.language)),
    isPartOf: {
      '@id': toSiteId(handbook, entry.language),
      '@type': 'WebSite',
      name: handbook.name,
    },
    translationOfWork:
      entry.language === sourceLanguage
        ? undefined
        : { '@id': source, '@type': 'CreativeWork', inLanguage: sourceLanguage },
  };
}

/** What readers said, signed as on the page; nothing at all when nobody did. */
function toComments(voices: readonly VoiceRecord[], handbook: Handbook): Record<string, Value> {
  const readers = voices.filter(({ from }) => from === 'reader');
  if (readers.length === 0) return {};
  return {
    commentCount: readers.length,
    comment: readers.slice(0, mostComments).map(({ path, language, sent, text, by }) => ({
      '@type': 'Comment',
      url: toAddress(handbook.address, path),
      inLanguage: language,
      dateCreated: sent,
      text,
      creditText: by === '' ? undefined : by,
    })),
  };
}

/** The way from the front page to this one. */
function toCrumbs(place: Place, title: string, { handbook, language }: Surroundings): Node {
  const { nav } = toWords(language);
  const lists: Partial<Record<Place['kind'], { place: Place; title: string }>> = {
    case: { place: { kind: 'cases' }, title: nav.cases },
    practice: { place: { kind: 'practices' }, title: nav.practices },
  };
  const list = lists[place.kind];
  const way = [
    { place: { kind: 'home' } as const, title: handbook.name },
    ...(list ? [list] : []),
    { place, title },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: toPlainText(crumb.title),
      item: toAddress(handbook.address, toPath(crumb.place, language)),
    })),
  };
}

const toGraph = (nodes: readonly Node[]): StructuredData => ({
  '@context': 'https://schema.org',
  '@graph': nodes,
});

const toSiteId = (handbook: Handbook, language: Language): string =>
  `${toAddress(handbook.address, toPath({ kind: 'home' }, language))}#site`;

const toDuration = (minutes: number): string => `PT${String(minutes)}M`;
