import { toTextPath } from '../model/text-address.ts';
import type { DeckId } from '../model/deck-id.ts';
import type { Language } from '../model/language.ts';
import { findAll } from './find.ts';

/** Cards taken from the pages of their decks. */
export interface FoundCards {
  /** In the order asked for; each holds the cards of one subject, at most a sheet of them. */
  groups: HTMLElement[];
  /** The subjects that have no cards. */
  missing: ReadonlySet<string>;
  /** Whether a page could not be had now. */
  isUnreachable: boolean;
}

/** Takes the cards of subjects from the pages of their decks. A whole case gives all its cards. */
export async function fetchCards(
  subjects: readonly string[],
  language: Language,
): Promise<FoundCards> {
  const groups: HTMLElement[] = [];
  const missing = new Set<string>();
  let isUnreachable = false;
  const decks = await Promise.all(subjects.map((subject) => fetchDeck(toDeck(subject), language)));
  for (const [index, subject] of subjects.entries()) {
    const page = decks[index];
    const isCase = subject.startsWith('cases/') && toWhole(subject) === subject;
    const found =
      page instanceof Document
        ? findAll(page, '.kaarten .groep').filter(
            ({ dataset }) => isCase || dataset['subject'] === subject,
          )
        : [];
    if (page === 'unreachable') isUnreachable = true;
    else if (found.length === 0) missing.add(subject);
    groups.push(...found.map((group, at) => withOwnName(group, `${String(index)}-${String(at)}`)));
  }
  return { groups, missing, isUnreachable };
}

/** The deck of a subject; whatever is no step of a case is looked for among the practices. */
const toDeck = (subject: string): DeckId =>
  subject.startsWith('cases/') ? (toWhole(subject) as DeckId) : 'practices';

/** The case or practice a subject is part of. What reads subjects in full brings more than this page weighs. */
export const toWhole = (subject: string): string => subject.replace(/#.*/, '');

const fetched = new Map<string, Promise<Document | 'missing' | 'unreachable'>>();

async function fetchDeck(
  id: DeckId,
  language: Language,
): Promise<Document | 'missing' | 'unreachable'> {
  const path = toTextPath({ kind: 'deck', id }, language);
  const known = fetched.get(path) ?? fetchPage(path);
  fetched.set(path, known);
  const page = await known;
  // What could not be had now can perhaps be had later.
  if (page === 'unreachable') fetched.delete(path);
  return page;
}

async function fetchPage(path: string): Promise<Document | 'missing' | 'unreachable'> {
  try {
    const answer = await fetch(path);
    if (answer.status === 404) return 'missing';
    if (!answer.ok) return 'unreachable';
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return 'unreachable';
  }
}

/** A copy whose name is like no other in the page: two cases may have a step of the same name. */
function withOwnName(group: HTMLElement, mark: string): HTMLElement {
  const copy = document.importNode(group, true);
  copy.id = `${group.id}-${mark}`;
  return copy;
}
