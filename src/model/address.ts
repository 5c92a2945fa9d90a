import type { Language } from './language.ts';
import type { LewisRange } from './lewis.ts';

/** Everything that has a page. `id`s are the same in every language, so a page's twin is one call away. */
export type Place =
  | {
      kind:
        | 'home'
        | 'cases'
        | 'practices'
        | 'steps'
        | 'glossary'
        | 'search'
        | 'favourites'
        | 'contents'
        | 'helps'
        | 'missing';
    }
  | { kind: 'case' | 'practice' | 'page' | 'help'; id: string };

const segments = {
  cases: { nl: 'casussen', en: 'cases' },
  practices: { nl: 'werkvormen', en: 'practices' },
  steps: { nl: 'stappen', en: 'steps' },
  glossary: { nl: 'begrippen', en: 'glossary' },
  search: { nl: 'zoeken', en: 'search' },
  favourites: { nl: 'bewaard', en: 'kept' },
  contents: { nl: 'inhoud', en: 'contents' },
  helps: { nl: 'hulp', en: 'help' },
} as const;

/** Pages have a readable name in their own language. */
const pageSegments: Record<string, Record<Language, string>> = {
  about: { nl: 'over', en: 'about' },
  privacy: { nl: 'privacy', en: 'privacy' },
  moderation: { nl: 'omgaan-met-reacties', en: 'moderation' },
  accessibility: { nl: 'toegankelijkheid', en: 'accessibility' },
};

const parents = { case: 'cases', practice: 'practices', help: 'helps' } as const;

/**
 * The path of a place, with a slash at both ends. Dutch has no prefix.
 * @example toPath({ kind: 'case', id: 'sla' }, 'en') // => '/en/cases/sla/'
 */
export function toPath(place: Place, language: Language): string {
  const parts = [language === 'nl' ? '' : language, toSegments(place, language)].filter(Boolean);
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

function toSegments(place: Place, language: Language): string {
  switch (place.kind) {
    case 'home':
      return '';
    case 'missing':
      return '404';
    case 'page':
      return pageSegments[place.id]?.[language] ?? place.id;
    case 'case':
    case 'practice':
    case 'help':
      return `${segments[parents[place.kind]][language]}/${place.id}`;
    default:
      return segments[place.kind][language];
  }
}

/** The address of a step inside its case: also its subject in the discussion. */
export const toStepPath = (caseId: string, step: string, language: Language): string =>
  `${toPath({ kind: 'case', id: caseId }, language)}#${step}`;

/** Where the group of Lewis steps is explained. @example toRangePath('1-3', 'nl') // => '/stappen/#stappen-1-3' */
export const toRangePath = (range: LewisRange, language: Language): string =>
  `${toPath({ kind: 'steps' }, language)}#${toRangeId(range)}`;

export const toRangeId = (range: LewisRange): string => `stappen-${range}`;

export const toTermPath = (term: string, language: Language): string =>
  `${toPath({ kind: 'glossary' }, language)}#${term}`;

/** The plain Markdown twin of a page. @example toMarkdownPath({ kind: 'case', id: 'sla' }, 'nl') // => '/casussen/sla.md' */
export function toMarkdownPath(place: Place, language: Language): string {
  const path = toPath(place, language);
  return path === '/' ? '/index.md' : `${path.slice(0, -1)}.md`;
}
