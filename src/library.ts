import { getCollection } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { toPath } from './model/address.ts';
import { walkBlocks } from './model/block.ts';
import type { Case, GlossaryTerm, Help, Page, Practice } from './model/entry.ts';
import { toGuideFindable, toPracticeFindable, type Listed } from './model/findable.ts';
import { toGuideRows, type GuideData } from './model/guide-row.ts';
import { toGuide, type Guide } from './model/guide.ts';
import { languages, sourceLanguage, type Language } from './model/language.ts';
import { byAge } from './model/ladder.ts';
import type { LedgerEntry } from './model/ledger.ts';
import type { LewisStep } from './model/lewis.ts';
import type { Said } from './model/said.ts';
import type { Subject, SubjectKind } from './model/subject.ts';
import { toVoicesByWhole } from './model/voices-by-whole.ts';
import { toAuthorVoices } from './model/author-voice.ts';
import { listOpenDissent } from './model/thread.ts';
import type { Source } from './model/source.ts';
import type { Step } from './model/step.ts';

/**
 * The reading room: the only door to `astro:content`. Every function takes the language the reader wants
 * and gives each text in that language, or else in the source language; `entry.language` says which.
 */

type WithImages<T> = T & { images: ImageMetadata[] };
/** What was said about something and its steps, by its author and by readers in all languages, in order of sending. */
interface WithVoices {
  voices: Said[];
}
/** A case with what follows from it: its guide is derived here and kept nowhere. */
export type LibraryCase = WithImages<Case> & WithVoices & { guide: Guide };
export type LibraryPractice = WithImages<Practice> & WithVoices;
export type LibraryPage = WithImages<Page>;
export type LibraryHelp = WithImages<Help>;

/** Cases, real ones before exercises, then newest first. */
export const listCases = (language: Language): Promise<LibraryCase[]> =>
  inLanguage(
    language,
    'cases',
    (a, b) =>
      Number(a.status === 'exercise') - Number(b.status === 'exercise') ||
      b.published.localeCompare(a.published) ||
      a.title.localeCompare(b.title, language),
  );

/** Practices: the five steps in order, then the others by title. */
export const listPractices = (language: Language): Promise<LibraryPractice[]> =>
  inLanguage(
    language,
    'practices',
    (a, b) => (a.lewis ?? 9) - (b.lewis ?? 9) || a.title.localeCompare(b.title, language),
  );

export const listPages = (language: Language): Promise<LibraryPage[]> =>
  inLanguage(language, 'pages');

export const listHelps = (language: Language): Promise<LibraryHelp[]> =>
  inLanguage(language, 'help', (a, b) => a.id.localeCompare(b.id));

/** Glossary terms by the alphabet of their own language. */
export const listTerms = (language: Language): Promise<GlossaryTerm[]> =>
  inLanguage(language, 'glossary', (a, b) => a.term.localeCompare(b.term, language));

export const listSources = async (): Promise<Source[]> =>
  (await getCollection('sources')).map(({ data }) => data.entry as Source);

/** Everything readers said that was ever published, in all languages and in the order it was sent, tombstones too. */
export const listSaid = async (): Promise<Said[]> =>
  (await getCollection('said')).map(({ data }) => data.said).sort(byAge);

/** Everything that was decided about what readers said, from the first decision on. */
export const listLedger = async (): Promise<LedgerEntry[]> =>
  (await getCollection('ledger')).map(({ data }) => data.entry).sort((a, b) => a.number - b.number);

/** The five Lewis steps as practices, by number. */
export const listLewisSteps = async (
  language: Language,
): Promise<(LibraryPractice & { lewis: LewisStep })[]> =>
  (await listPractices(language)).filter(
    (practice) => practice.lewis !== undefined,
  ) as (LibraryPractice & {
    lewis: LewisStep;
  })[];

const lists = {
  case: listCases,
  guide: listCases,
  'run-sheet': listCases,
  'hand-out': listCases,
  run: listCases,
  practice: listPractices,
  page: listPages,
  help: listHelps,
};

/** The route of everything of a kind in every language, as `getStaticPaths` wants them; `param` is what the file is called. */
export async function listRoutes<P extends string>(
  kind: keyof typeof lists,
  param: P,
): Promise<{ params: Record<P, string>; props: { language: Language; id: string } }[]> {
  const routes = await Promise.all(
    languages.map(async (language) =>
      (await lists[kind](language)).map(({ id }) => ({
        params: { [param]: toPath({ kind, id }, language).slice(1, -1) } as Record<P, string>,
        props: { language, id },
      })),
    ),
  );
  return routes.flat();
}

/** The session plan of a case, in the language the case is in. */
export async function readGuide(entry: LibraryCase): Promise<GuideData> {
  const question = [...walkBlocks(entry.blocks)].find(({ kind }) => kind === 'question');
  return {
    id: entry.id,
    language: entry.language,
    title: entry.short,
    href: toPath({ kind: 'case', id: entry.id }, entry.language),
    ...(question?.kind === 'question' ? { question: question.text } : {}),
    ...toGuideRows(entry, await listPractices(entry.language), listOpenDissent(entry.voices)),
  };
}

/** Everything the finder finds in: the session plans in the order of their cases, then the practices. */
export async function listFindables(language: Language): Promise<Listed[]> {
  const [cases, practices] = await Promise.all([listCases(language), listPractices(language)]);
  const guides = cases.map(async (entry) =>
    toGuideFindable(entry, await readGuide(entry), practices),
  );
  return [...(await Promise.all(guides)), ...practices.map(toPracticeFindable)];
}

/** One use of a practice in a case. */
export interface Use {
  case: LibraryCase;
  step: Step;
}

/** Where each practice is used, computed from the cases: by practice id, in the order of the cases. */
export async function listUses(language: Language): Promise<Map<string, Use[]>> {
  const practices = await listLewisSteps(language);
  const uses = new Map<string, Use[]>();
  const add = (practice: string, use: Use) =>
    uses.set(practice, [...(uses.get(practice) ?? []), use]);
  for (const entry of await listCases(language)) {
    for (const step of entry.steps) {
      for (const id of toPracticeIds(step, practices)) add(id, { case: entry, step });
    }
  }
  return uses;
}

/** The practices a step uses: the one it names, and those of its Lewis steps. */
export function toPracticeIds(
  step: Step,
  lewisSteps: readonly { id: string; lewis: LewisStep }[],
): string[] {
  const [first, last = first] = step.lewis?.split('-').map(Number) ?? [];
  const byNumber = lewisSteps.filter(
    ({ lewis }) => first !== undefined && last !== undefined && first <= lewis && lewis <= last,
  );
  return [...new Set([...(step.practice ? [step.practice] : []), ...byNumber.map(({ id }) => id)])];
}

interface Held {
  cases: LibraryCase;
  practices: LibraryPractice;
  pages: LibraryPage;
  help: LibraryHelp;
  glossary: GlossaryTerm;
}

type Order<T> = (a: T, b: T) => number;

/** Every id of a collection once, in the language wanted or else in the source language; a list of one’s own. */
async function inLanguage<K extends keyof Held>(
  language: Language,
  collection: K,
  order: Order<Held[K]> = () => 0,
): Promise<Held[K][]> {
  const list = await remember(`${language} ${collection}`, async () => {
    const held = new Map<string, Held[K]>();
    const byLanguage = await remember(collection, () => readCollection(collection));
    const inOrder = [language, sourceLanguage, ...languages];
    for (const entry of inOrder.flatMap((source) => byLanguage.get(source) ?? []))
      if (!held.has(entry.id)) held.set(entry.id, entry as Held[K]);
    return [...held.values()].sort(order);
  });
  return [...list];
}

/** A build asks for the same lists on every page; in development they are read anew. */
const cache = new Map<string, Promise<unknown>>();

function remember<T>(name: string, make: () => Promise<T>): Promise<T> {
  const known = import.meta.env.PROD ? cache.get(name) : undefined;
  const making = known ?? make();
  cache.set(name, making);
  return making as Promise<T>;
}

type Read = {
  entry: { id: string; language: Language } | Case | Practice;
  images: ImageMetadata[];
};

/** Anything that is held, as far as its collection is not looked at. */
type Holding = { id: string; images: ImageMetadata[] };

async function readCollection(collection: keyof Held): Promise<Map<Language, Holding[]>> {
  const byLanguage = new Map<Language, Holding[]>();
  const read = (await getCollection(collection)).map(({ data }) => data as unknown as Read);
  const entries = read.map(({ entry }) => entry);
  const voices = toVoicesByWhole(collection, entries, await listSaid());
  for (const { entry, images } of read) {
    const held = byLanguage.get(entry.language) ?? [];
    held.push({ ...entry, images, ...toDerived(entry, voices) });
    byLanguage.set(entry.language, held);
  }
  return byLanguage;
}

function toDerived(entry: object, voices: ReadonlyMap<Subject, Said[]>): object {
  const { id, steps } = entry as Partial<Case>;
  const said = (kind: SubjectKind) => voices.get(`${kind}/${String(id)}`) ?? [];
  if (steps === undefined) return { voices: said('practices') };
  const own = toAuthorVoices(entry as Case);
  return { guide: toGuide(steps), voices: [...own, ...said('cases')].sort(byAge) };
}
