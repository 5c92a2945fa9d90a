import type { Words } from '../words/index.ts';

/** Everything of the search form and its body that the script speaks to. */
export interface Parts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  body: HTMLElement;
  boxes: HTMLInputElement[];
  /** How many minutes and people there are. */
  numbers: HTMLInputElement[];
  chosen: HTMLElement;
  chips: HTMLElement;
  clear: HTMLElement;
  status: HTMLElement;
  states: HTMLElement[];
  /** Words that look like one that was not found, and terms that come near to it. */
  spelled: HTMLElement;
  near: HTMLElement;
  recent: HTMLElement;
  recents: HTMLElement;
  results: HTMLElement;
  more: HTMLButtonElement;
  retries: HTMLElement[];
  asPage: HTMLAnchorElement;
  words: SearchWords;
}

/** The sentences a search makes while it runs; the rest stands in the HTML. */
export const searchWords = [
  'loading',
  'idle',
  'zero',
  'zeroFiltered',
  'zeroSymbols',
  'missing',
  'failed',
  'chosen',
  'removeFilter',
  'findingsOne',
  'findingsMany',
  'pagesOne',
  'pagesMany',
  'found',
  'foundSome',
  'kind',
] as const;
/** Those of them that go with narrowing and with finding nothing. */
export const findingWords = [
  'chipTime',
  'chipPeople',
  'without',
  'withoutMany',
  'apart',
  'understood',
  'common',
  'zeroWithFilters',
] as const;
export type SearchWords = Pick<Words['search'], (typeof searchWords)[number]> &
  Pick<Words['finding'], (typeof findingWords)[number]>;

/** Finds the parts; one that is missing is named, because it is a mistake in the page. */
export function readParts(root: HTMLElement): Parts {
  const find = <E extends HTMLElement>(selector: string, kind: new () => E): E => {
    const element = root.querySelector(selector);
    if (element instanceof kind) return element;
    throw new Error(`Search cannot start: ${selector} is missing.`);
  };
  const body = find('[data-search-body]', HTMLElement);
  return {
    form: find('form', HTMLFormElement),
    input: find('input[name=q]', HTMLInputElement),
    body,
    boxes: [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')],
    numbers: [...root.querySelectorAll<HTMLInputElement>('[data-number]')],
    chosen: find('[data-chosen]', HTMLElement),
    chips: find('[data-chips]', HTMLElement),
    clear: find('[data-clear]', HTMLElement),
    status: find('[data-status]', HTMLElement),
    states: [...root.querySelectorAll<HTMLElement>('[data-state]')],
    spelled: find('[data-spelled]', HTMLElement),
    near: find('[data-nears]', HTMLElement),
    recent: find('[data-recent]', HTMLElement),
    recents: find('[data-recents]', HTMLElement),
    results: find('[data-results]', HTMLElement),
    more: find('[data-more]', HTMLButtonElement),
    retries: [...root.querySelectorAll<HTMLElement>('[data-retry]')],
    asPage: find('[data-as-page]', HTMLAnchorElement),
    words: JSON.parse(body.dataset['words'] ?? '{}') as SearchWords,
  };
}

/** A copy of what a `<template>` in the body holds. */
export function copyTemplate({ body }: Pick<Parts, 'body'>, name: string): HTMLElement {
  const template = body.querySelector<HTMLTemplateElement>(`template[data-template=${name}]`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement))
    throw new Error(`Search cannot show a ${name}: its template is missing.`);
  return copy;
}
