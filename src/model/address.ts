import type { Language } from './language.ts';
import type { LewisRange, LewisStep } from './lewis.ts';
import { toTextPath, toWholePath, type TextPlace } from './text-address.ts';

export { toGuideDataPath, toGuideListPath, toStepPath } from './text-address.ts';

/** Everything that has a page. `id`s are the same in every language, so a page's twin is one call away. */
export type Place =
  | TextPlace
  | OnePlace
  | { kind: 'home' | 'missing' }
  | { kind: 'page' | 'help'; id: string }
  | { kind: 'tool'; id: Tool }
  /** Where the short link on a printed card leads: one page for all languages, by the code of the card. */
  | { kind: 'short'; id: string };

/** A place of which there is one. */
interface OnePlace {
  kind: keyof typeof segments;
}

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
  glossary: { nl: 'begrippen', en: 'glossary' },
  search: { nl: 'zoeken', en: 'search' },
  'own-run': { nl: 'eigen-draaiboek/draaien', en: 'own-plan/run' },
  tools: { nl: 'hulpmiddelen', en: 'tools' },
  contents: { nl: 'inhoud', en: 'contents' },
  // Where a reader speaks, and where one comes back to what one said.
  speak: { nl: 'reageren', en: 'respond' },
  said: { nl: 'bijdrage', en: 'contribution' },
  // Where it is decided what is published: the queue, what stands, who decides, and the way in.
  desk: { nl: 'beheer', en: 'desk' },
  'desk-published': { nl: 'beheer/geplaatst', en: 'desk/published' },
  'desk-people': { nl: 'beheer/mensen', en: 'desk/people' },
  'desk-invitation': { nl: 'beheer/uitnodiging', en: 'desk/invitation' },
  // What was decided, for everybody.
  ledger: { nl: 'verantwoording', en: 'ledger' },
  helps: { nl: 'hulp', en: 'help' },
  // What is ready to print.
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

/**
 * The path of a place, with a slash at both ends. Dutch has no prefix.
 * @example toPath({ kind: 'case', id: 'sla' }, 'en') // => '/en/cases/sla/'
 */
export function toPath(place: Place, language: Language): string {
  switch (place.kind) {
    case 'home':
      return toWholePath('', language);
    case 'missing':
      return toWholePath('404', language);
    case 'page':
      return toWholePath(pageSegments[place.id]?.[language] ?? place.id, language);
    case 'help':
      return toWholePath(`${segments.helps[language]}/${place.id}`, language);
    case 'tool':
      return toWholePath(
        `${segments.tools[language]}/${toolSegments[place.id][language]}`,
        language,
      );
    case 'short':
      // Whoever types it over from paper should have little to type.
      return `/s/${place.id}/`;
    default:
      return isOnePlace(place)
        ? toWholePath(segments[place.kind][language], language)
        : toTextPath(place, language);
  }
}

const isOnePlace = (place: TextPlace | OnePlace): place is OnePlace =>
  Object.hasOwn(segments, place.kind);

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
