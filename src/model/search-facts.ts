import type { Case, GlossaryTerm, Practice } from './entry.ts';
import type { Language } from './language.ts';
import { toPath } from './address.ts';

/** What a search can be narrowed by: kinds of things, and what is known of them. */
export const facets = [
  'kind',
  'lewis',
  'phase',
  'heat',
  'status',
  'sector',
  'dissent',
  'stance',
  'state',
] as const;
export type Facet = (typeof facets)[number];

/** What can be chosen of a passage; a facet it has nothing of is left out. */
export interface Facts extends Partial<Record<Facet, string[]>> {
  minutes?: Span;
  people?: Span;
}

/** From the least to the most; without a most, there is none. */
export interface Span {
  min: number;
  max?: number;
}

/** What the content knows of a page and the page does not say: read while indexing, and not published. */
export interface FactFile {
  /** By path. */
  pages: Record<string, SubjectFacts>;
  names: TermNames[];
}

export interface SubjectFacts {
  /** Of every passage of it. */
  page: Facts;
  /** Of passages by their anchor; the beginning of the page has none, `''`. */
  passages: Record<string, Facts & { also?: string }>;
}

/** What a term of the glossary is called, in every language: by its own names, and by looser ones. */
export interface TermNames {
  id: string;
  own: string[];
  loose: string[];
}

/** Where a build leaves it. @example toFactFilePath('nl') // => '/search-facts.nl.json' */
export const toFactFilePath = (language: Language): string => `/search-facts.${language}.json`;

type CaseParts = Pick<Case, 'id' | 'status' | 'steps'>;
type Guide = { minutes: { min: number; max: number }; group: Span };

/** The facts of a case: its session plan, and each step in it. */
export function toCaseFacts(
  { id, status, steps }: CaseParts,
  { minutes, group }: Guide,
  sector: string,
  language: Language,
): [path: string, facts: SubjectFacts] {
  const ofSteps = steps.map((step) => ({
    id: step.id,
    facts: {
      phase: [step.phase],
      heat: [String(step.heat)],
      ...(step.lewis === undefined ? {} : { lewis: toNumbers(step.lewis) }),
      ...(step.minutes === undefined
        ? {}
        : { minutes: { min: step.minutes.min, max: step.minutes.max } }),
      ...(step.short === undefined ? {} : { also: step.short }),
    },
  }));
  const lewis = new Set(ofSteps.flatMap(({ facts }) => facts.lewis ?? []));
  const whole: Facts = {
    heat: [String(Math.max(0, ...steps.map(({ heat }) => heat)))],
    ...(lewis.size === 0 ? {} : { lewis: [...lewis].sort() }),
  };
  return [
    toPath({ kind: 'case', id }, language),
    {
      page: {
        status: [status],
        sector: [toSectorCode(sector)],
        minutes: { min: minutes.min, max: minutes.max },
        people: group,
      },
      passages: { '': whole, ...Object.fromEntries(ofSteps.map((each) => [each.id, each.facts])) },
    },
  ];
}

/** The facts of a practice. */
export function toPracticeFacts(
  {
    id,
    lewis,
    heat,
    minutes,
    groupSize,
  }: Pick<Practice, 'id' | 'lewis' | 'heat' | 'minutes' | 'groupSize'>,
  language: Language,
): [path: string, facts: SubjectFacts] {
  const page: Facts = {
    heat: [String(heat)],
    ...(lewis === undefined ? {} : { lewis: [String(lewis)] }),
    minutes: { min: minutes.min, max: minutes.max },
    people: { min: groupSize.min, ...(groupSize.max === undefined ? {} : { max: groupSize.max }) },
  };
  return [toPath({ kind: 'practice', id }, language), { page, passages: {} }];
}

/** The names of terms in all languages together. What stands between brackets is a name too. */
export function toTermNames(terms: readonly GlossaryTerm[]): TermNames[] {
  const byId = new Map<string, TermNames>();
  for (const { id, term, synonyms, searchOnly } of terms) {
    const { own, loose } = byId.get(id) ?? { own: [], loose: [] };
    const names = [...term.split(/[()]/), ...synonyms].map((name) => name.replace('?', '').trim());
    byId.set(id, {
      id,
      own: [...new Set([...own, ...names.filter((name) => name !== '')])],
      loose: [...new Set([...loose, ...searchOnly])],
    });
  }
  // The name in one language may be a looser one in another.
  return [...byId.values()].map(({ id, own, loose }) => ({
    id,
    own,
    loose: loose.filter((name) => !own.includes(name)),
  }));
}

/** The code of a sector in an address. @example toSectorCode('Woningcorporatie') // => 'woningcorporatie' */
export const toSectorCode = (sector: string): string =>
  sector
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** @example toNumbers('1-3') // => ['1', '2', '3'] */
function toNumbers(range: string): string[] {
  const [first = 1, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
