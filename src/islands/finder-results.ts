import type { Listed, ToldStep } from '../model/findable.ts';
import type { Found, Wish } from '../model/finder.ts';
import { fillIn } from './fill-in.ts';
import { toHow } from './finder-sentences.ts';
import type { FinderWords } from './finder-words.ts';

/** Addresses with a place for an id, as the model made them. */
export interface Addresses {
  guide: string;
  practice: string;
  /** Of a voice in a case: also with a place for the voice. */
  voice: string;
  /** The language of the page: words in another one say so. */
  language: string;
}

interface Around {
  wish: Wish;
  addresses: Addresses;
  words: FinderWords;
}

/** What fits, session plans first. */
export const drawFound = (
  root: HTMLElement,
  found: readonly Found<Listed>[],
  around: Around,
): HTMLElement[] =>
  (['guide', 'practice'] as const).flatMap((kind) => {
    const ofKind = found.filter(({ findable }) => findable.kind === kind);
    if (ofKind.length === 0) return [];
    const group = copyTemplate(root, 'group');
    const { guides, practices } = around.words;
    fill(group, 'h3', kind === 'guide' ? guides : practices);
    fill(group, 'div', ...ofKind.map((each) => toArticle(root, each, around)));
    return [group];
  });

/** A copy of what a `<template>` of the finder holds. */
export function copyTemplate(root: HTMLElement, name: string): HTMLElement {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-template=${name}]`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (copy instanceof HTMLElement) return copy;
  throw new Error(`The finder cannot show a ${name}: its template is missing.`);
}

function toArticle(root: HTMLElement, found: Found<Listed>, around: Around): HTMLElement {
  const { findable, dropped } = found;
  const article = copyTemplate(root, 'found');
  const { minutes, people } = around.wish;
  const { addresses, words } = around;
  const own = fillIn(addresses[findable.kind], { id: findable.id });
  const href = findable.kind === 'guide' ? `${own}?time=${minutes}&people=${people}` : own;
  const link = fill(article, 'a', findable.title);
  link.setAttribute('href', href);
  if (findable.language !== addresses.language) link.lang = findable.language;
  if (!findable.exercise) article.querySelector('[data-slot=exercise]')?.remove();
  fill(article, '[data-slot=how]', toHow(found, words));
  const steps = dropped.flatMap((id) => findable.steps.filter((step) => step.id === id));
  fill(article, 'ul', ...steps.map((step) => toItem(root, findable, step, around)));
  return article;
}

function toItem(
  root: HTMLElement,
  { id, language }: Listed,
  { title, lost = '', warnings }: ToldStep,
  { addresses, words }: Around,
): HTMLElement {
  const item = copyTemplate(root, 'dropped');
  const lang = language === addresses.language ? '' : language;
  fill(item, 'b', title).lang = lang;
  fill(item, 'span', fillIn(words.lose, { lost }));
  for (const warning of warnings) {
    const voice = copyTemplate(root, 'voice');
    fill(voice, '[data-slot=text]', warning.text).lang = lang;
    const href = fillIn(addresses.voice, { id, voice: warning.id });
    voice.querySelector('a')?.setAttribute('href', href);
    item.append(voice);
  }
  return item;
}

/** Puts something in a part of a copy. */
function fill(copy: HTMLElement, selector: string, ...content: (string | Node)[]): HTMLElement {
  const part = copy.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`The finder cannot fill in ${selector}: it is missing.`);
  part.replaceChildren(...content);
  return part;
}
