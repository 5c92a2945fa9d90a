import type { DeckId } from './deck-id.ts';
import type { Language } from './language.ts';
import type { LewisRange, LewisStep } from './lewis.ts';

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
        | 'guides'
        | 'own-guide'
        | 'own-run'
        /** All decks of cards to print. */
        | 'cards'
        | 'tools'
        | 'contents'
        /** Where a reader speaks, and where one comes back to what one said. */
        | 'speak'
        | 'said'
        /** Where it is decided what is published: the queue, what stands, who decides, and the way in. */
        | 'desk'
        | 'desk-published'
        | 'desk-people'
        | 'desk-invitation'
        /** What was decided, for everybody. */
        | 'ledger'
        | 'helps'
        /** What is ready to print. */
        | 'pdfs'
        | 'missing';
    }
  | { kind: 'case' | 'practice' | 'page' | 'help'; id: string }
  /** A session plan of a case: the id is that of the case. */
  | { kind: 'guide' | 'run-sheet' | 'hand-out' | 'run'; id: string }
  | { kind: 'tool'; id: Tool }
  /** A deck of cards to print. */
  | { kind: 'deck'; id: DeckId }
  /** Where the short link on a printed card leads: one page for all languages, by the code of the card. */
  | { kind: 'short'; id: string };

/**
 * The small tools of the handbook: working through steps 1-3, through steps 1-4, two checks beforehand, summing up a
 * check-in, and a polarity board.
 */
export const tools = ['explore', 'decide', 'question', 'delegation', 'summary', 'board'] as const;
export type Tool = (typeof tools)[number];

/** The pages of the desk. */
export const deskDoors = ['desk', 'desk-published', 'desk-people', 'desk-invitation'] as const;
export type DeskDoor = (typeof deskDoors)[number];

const segments = {
  cases: { nl: 'casussen', en: 'cases' },
  practices: { nl: 'werkvormen', en: 'practices' },
  steps: { nl: 'stappen', en: 'steps' },
  glossary: { nl: 'begrippen', en: 'glossary' },
  search: { nl: 'zoeken', en: 'search' },
  favourites: { nl: 'bewaard', en: 'kept' },
  guides: { nl: 'draaiboeken', en: 'session-plans' },
  'own-guide': { nl: 'eigen-draaiboek', en: 'own-plan' },
  'own-run': { nl: 'eigen-draaiboek/draaien', en: 'own-plan/run' },
  cards: { nl: 'kaarten', en: 'cards' },
  tools: { nl: 'hulpmiddelen', en: 'tools' },
  contents: { nl: 'inhoud', en: 'contents' },
  speak: { nl: 'reageren', en: 'respond' },
  said: { nl: 'bijdrage', en: 'contribution' },
  desk: { nl: 'beheer', en: 'desk' },
  'desk-published': { nl: 'beheer/geplaatst', en: 'desk/published' },
  'desk-people': { nl: 'beheer/mensen', en: 'desk/people' },
  'desk-invitation': { nl: 'beheer/uitnodiging', en: 'desk/invitation' },
  ledger: { nl: 'verantwoording', en: 'ledger' },
  helps: { nl: 'hulp', en: 'help' },
  pdfs: { nl: 'pdf', en: 'pdf' },
} as const;

/** Pages have a readable name in their own language. */
const pageSegments: Record<string, Record<Language, string>> = {
  about: { nl: 'over', en: 'about' },
  privacy: { nl: 'privacy', en: 'privacy' },
  moderation: { nl: 'omgaan-met-reacties', en: 'moderation' },
  accessibility: { nl: 'toegankelijkheid', en: 'accessibility' },
};

/** The practices that have a tool of their own; Lewis steps share the two that walk through them. */
const practiceTools: Record<string, Tool> = {
  vraagcheck: 'question',
  delegatiecheck: 'delegation',
  polariteitenbord: 'board',
  'check-in': 'summary',
};

/** The tool to do a practice with, where there is one. @example toToolOf({ id: 'zoek-de-nee', lewis: 2 }) // => 'explore' */
export const toToolOf = ({
  id,
  lewis,
}: {
  id: string;
  lewis?: LewisStep | undefined;
}): Tool | undefined =>
  lewis === undefined
    ? practiceTools[id]
    : lewis < 4
      ? 'explore'
      : lewis === 4
        ? 'decide'
        : undefined;

const toolSegments: Record<Tool, Record<Language, string>> = {
  explore: { nl: 'verkennen', en: 'explore' },
  decide: { nl: 'besluiten', en: 'decide' },
  question: { nl: 'vraagcheck', en: 'question-check' },
  delegation: { nl: 'delegatiecheck', en: 'delegation-check' },
  summary: { nl: 'samenvatten', en: 'summarise' },
  board: { nl: 'polariteitenbord', en: 'polarity-board' },
};

/** What a session plan is used as, besides reading it. */
const guideSegments = {
  guide: { nl: '', en: '' },
  'run-sheet': { nl: '/blad', en: '/sheet' },
  'hand-out': { nl: '/deelnemers', en: '/participants' },
  run: { nl: '/draaien', en: '/run' },
} as const;

const parents = { case: 'cases', practice: 'practices', help: 'helps' } as const;

/**
 * The path of a place, with a slash at both ends. Dutch has no prefix.
 * @example toPath({ kind: 'case', id: 'sla' }, 'en') // => '/en/cases/sla/'
 */
export function toPath(place: Place, language: Language): string {
  // Whoever types it over from paper should have little to type.
  if (place.kind === 'short') return `/s/${place.id}/`;
  const parts = [language === 'nl' ? '' : language, toSegments(place, language)].filter(Boolean);
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

function toSegments(place: Exclude<Place, { kind: 'short' }>, language: Language): string {
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
    case 'guide':
    case 'run-sheet':
    case 'hand-out':
    case 'run':
      return `${segments.guides[language]}/${place.id}${guideSegments[place.kind][language]}`;
    case 'deck':
      return `${segments.cards[language]}/${toDeckSegments(place.id, language)}`;
    case 'tool':
      return `${segments.tools[language]}/${toolSegments[place.id][language]}`;
    default:
      return segments[place.kind][language];
  }
}

/** A case stands in a folder of its own, so that none can take the place of another deck. */
function toDeckSegments(id: DeckId, language: Language): string {
  const [deck, caseId] = id.split('/') as [Exclude<DeckId, `cases/${string}`> | 'cases', string?];
  return [segments[deck][language], caseId].filter(Boolean).join('/');
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

/** The rows of a session plan as data, for programs in the page. @example toGuideDataPath('sla', 'nl') // => '/draaiboeken/sla.json' */
export const toGuideDataPath = (caseId: string, language: Language): string =>
  `${toPath({ kind: 'guide', id: caseId }, language).slice(0, -1)}.json`;

/** The titles of all session plans as data, for whoever puts one together. @example toGuideListPath('nl') // => '/eigen-draaiboek/casussen.json' */
export const toGuideListPath = (language: Language): string =>
  `${toPath({ kind: 'own-guide' }, language)}${segments.cases[language]}.json`;
