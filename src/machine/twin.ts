import { toMarkdownPath, toPath } from '../model/address.ts';
import type { Case, GlossaryTerm, Help, Page, Practice } from '../model/entry.ts';
import type { Handbook } from '../model/handbook.ts';
import { otherLanguages, type Language } from '../model/language.ts';
import type { Source } from '../model/source.ts';
import type { VoiceRecord } from '../model/voice-record.ts';
import { toWords } from '../words/index.ts';
import { toCaseMarkdown } from './case-markdown.ts';
import { toGuideMarkdown } from './guide-markdown.ts';
import {
  joinBlocks,
  toBullets,
  toFact,
  toHeading,
  toLines,
  toLink,
  toMarkdownText,
  toPart,
  toQuote,
} from './markdown-text.ts';
import { placeGroups, type PlaceGroup, type Shelves, type SitePlace } from './places.ts';
import { toAddress } from './plain-text.ts';
import { toPracticeMarkdown } from './practice-markdown.ts';
import { toVoicesMarkdown } from './voices-markdown.ts';
import { withPublishedImages, type Illustrated } from './published-images.ts';

/** What a twin is made from: all that stands on the shelves, and every place in the reader's language. */
export interface TwinSources {
  shelves: Shelves;
  places: readonly SitePlace[];
  sources: readonly Source[];
  handbook: Handbook;
  /** What is said about this page, in its language. */
  voices: readonly VoiceRecord[];
}

/** A page as plain Markdown, for readers and machines that want the words and nothing else. */
export function toTwin(site: SitePlace, from: TwinSources): string {
  return joinBlocks([
    toHeading(1, site.title),
    toTranslationNote(site, from.shelves),
    toBody(site, from),
    toVoicesMarkdown(from.voices, site.language),
    '---',
    toEnd(site, from.handbook),
  ]);
}

function toBody(site: SitePlace, { shelves, places, sources, handbook }: TwinSources): string {
  const { language, place, summary } = site;
  switch (place.kind) {
    case 'case':
      return toCaseMarkdown(find(shelves.cases, place.id), language, shelves.practices);
    case 'guide':
      return toGuideMarkdown(find(shelves.cases, place.id), language, shelves.practices);
    case 'practice':
      return toPracticeMarkdown(
        find(shelves.practices, place.id),
        language,
        shelves.practices,
        sources,
      );
    case 'page':
      return joinBlocks([toQuote(summary), find(shelves.pages, place.id).markdown]);
    case 'help':
      return joinBlocks([
        toFact(toWords(language).help.name, place.id),
        find(shelves.helps, place.id).markdown,
      ]);
    case 'glossary':
      return joinBlocks([
        toQuote(summary),
        ...shelves.terms.map((term) => toTermMarkdown(term, shelves, language)),
      ]);
    case 'steps':
      return joinBlocks([
        toQuote(summary),
        toStepList(shelves.practices, language),
        toRanges(language),
      ]);
    case 'cases':
      return joinBlocks([toQuote(summary), toPlaceList(places, 'case')]);
    case 'guides':
      return joinBlocks([toQuote(summary), toPlaceList(places, 'guide')]);
    case 'practices':
      return joinBlocks([toQuote(summary), toPlaceList(places, 'practice')]);
    case 'helps':
      return joinBlocks([toQuote(summary), toPlaceList(places, 'help')]);
    case 'home':
      return joinBlocks([
        toQuote(handbook.tagline[language]),
        toContents(places, language, ['cases', 'guides', 'practices', 'glossary', 'pages']),
      ]);
    case 'contents':
      return joinBlocks([toQuote(summary), toContents(places, language, placeGroups)]);
    default:
      return toQuote(summary);
  }
}

function toTermMarkdown(
  term: GlossaryTerm,
  { terms, practices }: Shelves,
  language: Language,
): string {
  const { glossary } = toWords(language);
  const practice = practices.find(({ id }) => id === term.practice);
  const related = terms
    .filter(({ id }) => term.related.includes(id))
    .map((each) => toMarkdownText(each.term));
  return joinBlocks([
    toHeading(2, term.term),
    toMarkdownText(term.definition),
    term.synonyms.length > 0
      ? `${glossary.also} ${term.synonyms.map(toMarkdownText).join(', ')}`
      : '',
    practice
      ? `${glossary.practice} ${toLink(practice.title, toMarkdownPath({ kind: 'practice', id: practice.id }, language))}`
      : '',
    related.length > 0 ? `${glossary.related} ${related.join(', ')}` : '',
  ]);
}

function toStepList(practices: readonly Practice[], language: Language): string {
  const words = toWords(language).practice;
  const lines = practices.flatMap(({ id, lewis, title, purpose }) =>
    lewis
      ? [
          `${words.step(lewis)}. ${toLink(title, toMarkdownPath({ kind: 'practice', id }, language))}: ${toMarkdownText(purpose)}`,
        ]
      : [],
  );
  return toPart(2, toWords(language).steps.five, toBullets(lines));
}

function toRanges(language: Language): string {
  const { steps } = toWords(language);
  const flow = toPart(2, steps.flow, toLines(Object.values(steps.flowLines)));
  const ranges = Object.values(steps.range).map(({ title, text, output }) =>
    toPart(3, title, toMarkdownText(`${text} ${output}`)),
  );
  return joinBlocks([flow, toMarkdownText(steps.flowNote), toHeading(2, steps.ranges), ...ranges]);
}

function toContents(
  places: readonly SitePlace[],
  language: Language,
  groups: readonly PlaceGroup[],
): string {
  const { nav, machine, footer, search } = toWords(language);
  const titles: Record<PlaceGroup, string> = {
    cases: nav.cases,
    guides: nav.guides,
    practices: nav.practices,
    glossary: nav.glossary,
    pages: machine.pages,
    helps: footer.helps,
    tools: search.title,
  };
  return joinBlocks(
    groups.map((group) =>
      toPart(
        2,
        titles[group],
        toBullets(places.filter((place) => place.group === group).map(toPlaceItem)),
      ),
    ),
  );
}

const toPlaceList = (places: readonly SitePlace[], kind: SitePlace['place']['kind']): string =>
  toBullets(places.filter(({ place }) => place.kind === kind).map(toPlaceItem));

const toPlaceItem = ({ place, language, title, summary }: SitePlace): string =>
  `${toLink(title, toMarkdownPath(place, language))}: ${toMarkdownText(summary)}`;

/** Says it when the text is in another language than the page, or behind its source. */
function toTranslationNote({ language, written, place }: SitePlace, shelves: Shelves): string {
  const { notices } = toWords(language);
  if (written !== language) return toQuote(notices.untranslated);
  return findEntry(place, shelves)?.translation === 'outdated'
    ? toQuote(`${notices.outdated} ${notices.outdatedWhy}`)
    : '';
}

function toEnd({ place, language }: SitePlace, handbook: Handbook): string {
  const { machine } = toWords(language);
  const at = (path: string) => toAddress(handbook.address, path);
  return toBullets([
    toLink(machine.webPage, at(toPath(place, language))),
    ...otherLanguages(language).map((other) =>
      toLink(machine.inLanguage(machine.languages[other]), at(toMarkdownPath(place, other))),
    ),
    `${machine.licence}: ${toLink(handbook.licence.name, handbook.licence.address)}`,
    toLink(machine.allTexts, at('/llms.txt')),
  ]);
}

function findEntry(
  place: SitePlace['place'],
  shelves: Shelves,
): Case | Practice | Page | Help | undefined {
  if (!('id' in place)) return undefined;
  const shelf: Partial<Record<typeof place.kind, readonly (Case | Practice | Page | Help)[]>> = {
    case: shelves.cases,
    guide: shelves.cases,
    practice: shelves.practices,
    page: shelves.pages,
    help: shelves.helps,
  };
  return shelf[place.kind]?.find(({ id }) => id === place.id);
}

/** The text of a place, its images at the addresses they are published at. */
function find<T extends Illustrated & { id: string }>(shelf: readonly T[], id: string): T {
  const found = shelf.find((entry) => entry.id === id);
  if (!found) throw new Error(`The list of places names “${id}”, which is on no shelf.`);
  return { ...found, markdown: withPublishedImages(found) };
}
