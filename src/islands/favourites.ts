import type { Language } from '../model/language.ts';
import { createKeep, type Keep, type KeepOptions, type Writing } from './keep.ts';

/** One thing a reader wants to find back: a case, a step in it, a practice, or a plan of the reader’s own. */
export interface Favourite {
  /** `cases/sla`, `cases/sla#check-in`, `guides/sla`, `practices/check-in` or `plans/0abc123`. */
  subject: string;
  title: string;
  /** A path on this site, with the anchor of the step or the whole of the plan. */
  href: string;
  language: Language;
  /** The day it was kept, like `2026-11-24`. */
  kept: string;
}

/** In the order they were kept, the latest first. */
export interface Favourites extends Omit<Keep<Favourite[]>, 'update' | 'fromText'> {
  has(subject: string): boolean;
  add(favourite: Favourite): Writing;
  remove(subject: string): Writing;
  /** Adds what a file holds to what is here; what is here stays as it is. */
  merge(text: string): Merging;
}

export type Merging =
  { state: 'kept'; added: number } | { state: 'damaged' | 'newer' | 'full' | 'blocked' };

type Place = Pick<KeepOptions<Favourite[]>, 'storage' | 'tabs'>;

export function createFavourites(place: Place = {}): Favourites {
  const keep = createKeep<Favourite[]>({
    schema: 'favourites',
    version: 1,
    empty: [],
    check: readFavourites,
    ...place,
  });
  return {
    ...keep,
    has: (subject) => keep.read().value.some((each) => each.subject === subject),
    add: (favourite) => keep.update((list) => [favourite, ...without(list, favourite.subject)]),
    remove: (subject) => keep.update((list) => without(list, subject)),
    merge(text) {
      const parsed = keep.fromText(text);
      if (parsed.state !== 'read') return parsed;
      let added = 0;
      const writing = keep.update((list) => {
        const known = new Set(list.map(({ subject }) => subject));
        const fresh = parsed.value.filter(({ subject }) => !known.has(subject));
        added = fresh.length;
        return [...list, ...fresh];
      });
      return writing.state === 'kept' ? { state: 'kept', added } : { state: writing.state };
    },
  };
}

const without = (list: Favourite[], subject: string) =>
  list.filter((each) => each.subject !== subject);

/** A file may come from anybody: only whole lists of well-formed favourites on this site are taken. */
function readFavourites(value: unknown): Favourite[] | undefined {
  if (!Array.isArray(value) || !value.every(isFavourite)) return undefined;
  return [...new Map(value.map((each) => [each.subject, each])).values()];
}

function isFavourite(value: unknown): value is Favourite {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, title, href, language, kept } = value as Record<keyof Favourite, unknown>;
  return (
    shapes.some((shape) => isText(subject, shape.subject) && isText(href, shape.href)) &&
    isText(title, /^[^]{1,200}$/) &&
    isText(language, /^(nl|en)$/) &&
    isText(kept, /^\d{4}-\d{2}-\d{2}$/)
  );
}

/** Only a plan has a query, and only with what a plan is made of: no other address can hide in it. */
const shapes = [
  {
    subject: /^(cases|guides|practices)\/[a-z0-9-]{1,80}(#[a-z0-9-]{1,80})?$/,
    href: /^\/(?![/\\])[\w\-./#]{0,300}$/,
  },
  {
    subject: /^plans\/[a-z0-9]{4,20}$/,
    href: /^\/(?![/\\])[\w\-./]{0,100}\?((p|start|people|time|date)=[\w\-.*]{1,8000}(&|$)){1,5}$/,
  },
];

const isText = (value: unknown, shape: RegExp): boolean =>
  typeof value === 'string' && shape.test(value);
