import { tools, type Place } from '../model/address.ts';
import type { Case, GlossaryTerm, Help, Page, Practice } from '../model/entry.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { toPlainText } from './plain-text.ts';

/** A text with the addresses its images are published at, in the order of its image blocks. */
type WithImages<T> = T & { images: readonly { src: string }[] };

/** Everything the library holds for readers of one language. */
export interface Shelves {
  cases: readonly WithImages<Case>[];
  practices: readonly WithImages<Practice>[];
  pages: readonly WithImages<Page>[];
  helps: readonly WithImages<Help>[];
  terms: readonly GlossaryTerm[];
}

/** What a place is to a reader who wants a list of everything. */
export const placeGroups = [
  'cases',
  'guides',
  'practices',
  'glossary',
  'pages',
  'helps',
  'tools',
] as const;
export type PlaceGroup = (typeof placeGroups)[number];

/** One page of the site, in the language of its reader. */
export interface SitePlace {
  place: Place;
  language: Language;
  /** The language the text is really in; another one when it has not been translated yet. */
  written: Language;
  group: PlaceGroup;
  title: string;
  summary: string;
  /** The day of the last change, where one is known. */
  changed?: string;
}

/**
 * Every page of the site in one language, in reading order. Sitemap, llms.txt, Markdown twins and the list of
 * contents are all made from this, so a page that stands here is forgotten nowhere.
 */
export function listPlaces(
  shelves: Shelves,
  language: Language,
  handbook: Pick<Handbook, 'name' | 'tagline'>,
): SitePlace[] {
  const words = toWords(language);
  const { nav, home, contents, help, practice, steps, glossary, search, keep } = words;
  const { cases, practices, pages, helps } = shelves;
  const own = { language, written: language };
  const caseDays = cases.map(toCaseDay);
  const practiceDays = practices.map(({ reviewed }) => reviewed);
  const lewisDays = practices.flatMap(({ lewis, reviewed }) => (lewis ? [reviewed] : []));

  return [
    {
      place: { kind: 'home' },
      ...own,
      group: 'pages',
      title: handbook.name,
      summary: handbook.tagline[language],
      ...toChanged([...caseDays, ...practiceDays]),
    },
    {
      place: { kind: 'cases' },
      ...own,
      group: 'cases',
      title: nav.cases,
      summary: home.casesLead,
      ...toChanged(caseDays),
    },
    ...cases.map((entry): SitePlace => ({
      ...fromEntry(entry, language),
      place: { kind: 'case', id: entry.id },
      group: 'cases',
      summary: entry.summary,
      changed: toCaseDay(entry),
    })),
    {
      place: { kind: 'guides' },
      ...own,
      group: 'guides',
      title: nav.guides,
      summary: words.guide.listDescription,
      ...toChanged(caseDays),
    },
    ...cases.map((entry): SitePlace => ({
      language,
      written: entry.language,
      place: { kind: 'guide', id: entry.id },
      group: 'guides',
      title: words.guide.of(toPlainText(entry.short)),
      summary: words.guide.description(toPlainText(entry.short)),
      changed: toCaseDay(entry),
    })),
    {
      place: { kind: 'practices' },
      ...own,
      group: 'practices',
      title: nav.practices,
      summary: practice.description,
      ...toChanged(practiceDays),
    },
    {
      place: { kind: 'steps' },
      ...own,
      group: 'practices',
      title: nav.steps,
      summary: steps.description,
      ...toChanged(lewisDays),
    },
    ...practices.map((entry): SitePlace => ({
      ...fromEntry(entry, language),
      place: { kind: 'practice', id: entry.id },
      group: 'practices',
      summary: entry.purpose,
      changed: entry.reviewed,
    })),
    {
      place: { kind: 'cards' },
      ...own,
      group: 'practices',
      title: nav.cards,
      summary: words.cards.description,
      ...toChanged([...caseDays, ...practiceDays]),
    },
    {
      place: { kind: 'glossary' },
      ...own,
      group: 'glossary',
      title: nav.glossary,
      summary: glossary.description,
    },
    ...pages.map((entry): SitePlace => ({
      ...fromEntry(entry, language),
      place: { kind: 'page', id: entry.id },
      group: 'pages',
      summary: entry.summary,
      changed: entry.updated,
    })),
    {
      place: { kind: 'tools' },
      ...own,
      group: 'pages',
      title: words.tools.title,
      summary: words.tools.description,
    },
    ...tools.map((id): SitePlace => ({
      place: { kind: 'tool', id },
      ...own,
      group: 'pages',
      title: words.tools.tools[id].title,
      summary: words.tools.tools[id].description,
    })),
    {
      place: { kind: 'pdfs' },
      ...own,
      group: 'pages',
      title: words.print.title,
      summary: words.print.description,
    },
    {
      place: { kind: 'contents' },
      ...own,
      group: 'pages',
      title: contents.title,
      summary: contents.lead,
    },
    {
      place: { kind: 'ledger' },
      ...own,
      group: 'pages',
      title: words.desk.ledger.title,
      summary: words.desk.ledger.description,
    },
    {
      place: { kind: 'helps' },
      ...own,
      group: 'helps',
      title: help.title,
      summary: help.description,
    },
    ...helps.map((entry): SitePlace => ({
      ...fromEntry(entry, language),
      place: { kind: 'help', id: entry.id },
      group: 'helps',
      summary: help.summary(entry.id),
    })),
    {
      place: { kind: 'search' },
      ...own,
      group: 'tools',
      title: search.title,
      summary: search.description,
    },
    {
      place: { kind: 'favourites' },
      ...own,
      group: 'tools',
      title: keep.title,
      summary: keep.description,
    },
  ];
}

/** Whether the text is really in the language of the page; if not, the page in the other language is the one to find. */
export const isWritten = ({ language, written }: SitePlace): boolean => language === written;

/** The day of the last change of a case that matters to readers. */
export const toCaseDay = ({ updated, published }: Pick<Case, 'updated' | 'published'>): string =>
  updated ?? published;

/** The newest of some days, as the field it goes in; nothing when there are none. */
function toChanged(days: readonly string[]): { changed?: string } {
  const changed = [...days].sort().at(-1);
  return changed === undefined ? {} : { changed };
}

const fromEntry = (entry: { title: string; language: Language }, language: Language) => ({
  language,
  written: entry.language,
  title: toPlainText(entry.title),
});
