import type { DeckId } from './deck-id.ts';
import type { Language } from './language.ts';

/**
 * What is written and what is made of it: the places that programs in a page look for, apart from all others, so that no
 * page carries the addresses of the desk.
 */
export type TextPlace =
  | {
      kind:
        | 'cases'
        | 'practices'
        | 'steps'
        | 'favourites'
        | 'guides'
        | 'own-guide'
        /** All decks of cards to print. */
        | 'cards';
    }
  | { kind: 'case' | 'practice'; id: string }
  /** A session plan of a case: the id is that of the case. */
  | { kind: 'guide' | 'run-sheet' | 'hand-out' | 'run'; id: string }
  /** A deck of cards to print. */
  | { kind: 'deck'; id: DeckId };

const segments = {
  cases: { nl: 'casussen', en: 'cases' },
  practices: { nl: 'werkvormen', en: 'practices' },
  steps: { nl: 'stappen', en: 'steps' },
  favourites: { nl: 'bewaard', en: 'kept' },
  guides: { nl: 'draaiboeken', en: 'session-plans' },
  'own-guide': { nl: 'eigen-draaiboek', en: 'own-plan' },
  cards: { nl: 'kaarten', en: 'cards' },
} as const;

/** What a session plan is used as, besides reading it. */
const guideSegments = {
  guide: { nl: '', en: '' },
  'run-sheet': { nl: '/blad', en: '/sheet' },
  'hand-out': { nl: '/deelnemers', en: '/participants' },
  run: { nl: '/draaien', en: '/run' },
} as const;

/** The path of such a place, as `toPath` gives it for every place. @example toTextPath({ kind: 'case', id: 'sla' }, 'en') // => '/en/cases/sla/' */
export const toTextPath = (place: TextPlace, language: Language): string =>
  toWholePath(toSegments(place, language), language);

/** Dutch has no prefix. */
export const toWholePath = (path: string, language: Language): string =>
  `${language === 'nl' ? '' : `/${language}`}/${path === '' ? '' : `${path}/`}`;

function toSegments(place: TextPlace, language: Language): string {
  switch (place.kind) {
    case 'case':
      return `${segments.cases[language]}/${place.id}`;
    case 'practice':
      return `${segments.practices[language]}/${place.id}`;
    case 'guide':
    case 'run-sheet':
    case 'hand-out':
    case 'run':
      return `${segments.guides[language]}/${place.id}${guideSegments[place.kind][language]}`;
    case 'deck':
      return `${segments.cards[language]}/${toDeckSegments(place.id, language)}`;
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
  `${toTextPath({ kind: 'case', id: caseId }, language)}#${step}`;

/** The rows of a session plan as data, for programs in the page. @example toGuideDataPath('sla', 'nl') // => '/draaiboeken/sla.json' */
export const toGuideDataPath = (caseId: string, language: Language): string =>
  `${toTextPath({ kind: 'guide', id: caseId }, language).slice(0, -1)}.json`;

/** The titles of all session plans as data, for whoever puts one together. @example toGuideListPath('nl') // => '/eigen-draaiboek/casussen.json' */
export const toGuideListPath = (language: Language): string =>
  `${toTextPath({ kind: 'own-guide' }, language)}${segments.cases[language]}.json`;
