import { findElements, getAttribute, remove, removeAttribute } from '../serving/page-tree.ts';
import type { SitePage } from './site-page.ts';
import { hasClass, toText } from './tree.ts';

/** A page of the site as a part of a book. */
export interface Chapter {
  /** Its name in the book: what stands in it is named from here, so that no two things have one name. */
  id: string;
  page: SitePage;
  /** What is in it under which name on its own page. */
  names: ReadonlySet<string>;
}

/** A heading inside a chapter that the contents can point at. */
export interface Heading {
  id: string;
  title: string;
}

/** Makes chapters of pages: names become unique, and links to a page that is in the book lead to it there. */
export function toChapters(pages: readonly SitePage[]): Chapter[] {
  const chapters = pages.map((page, index) => ({
    id: `k${String(index + 1)}`,
    page,
    names: new Set(
      findElements(page.main, () => true).flatMap((each) => getAttribute(each, 'id') ?? []),
    ),
  }));
  const byPath = new Map(chapters.map((chapter) => [chapter.page.path, chapter]));
  for (const chapter of chapters) rename(chapter, byPath);
  return chapters;
}

/** The headings of a chapter a reader would look for, in order. */
export function listHeadings({ page }: Chapter): Heading[] {
  return findElements(page.main, ({ tagName }) => tagName === 'h2').flatMap((heading) => {
    const id = getAttribute(heading, 'id');
    return id === undefined || hasClass(heading, 'vh') ? [] : [{ id, title: toText(heading) }];
  });
}

/** Attributes that hold names of other elements, more than one at a time for some. */
const referring = [
  ...['for', 'headers', 'list', 'form', 'popovertarget'],
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details'],
];

function rename(chapter: Chapter, byPath: ReadonlyMap<string, Chapter>): void {
  const { id, page } = chapter;
  const toName = (name: string) => `${id}-${name}`;
  for (const element of findElements(page.main, () => true)) {
    for (const attribute of element.attrs) {
      if (attribute.name === 'id') attribute.value = toName(attribute.value);
      else if (referring.includes(attribute.name))
        attribute.value = attribute.value.split(/\s+/).map(toName).join(' ');
      else if (attribute.name === 'href')
        attribute.value = toTarget(attribute.value, chapter, byPath);
      else attribute.value = attribute.value.replaceAll(/url\(#([^)]+)\)/g, `url(#${id}-$1)`);
    }
    // Small buttons are links in disguise; on paper they are nothing.
    if (element.tagName === 'a' && hasClass(element, 'knop')) remove(element);
    // What is named after its place on a page of its own is no place in the book.
    removeAttribute(element, 'aria-current');
  }
}

/** Where a link of a page leads in the book: inside it when its target is there, and else to the site. */
function toTarget(href: string, from: Chapter, byPath: ReadonlyMap<string, Chapter>): string {
  const [path = '', name = ''] = href.split('#');
  const chapter = path === '' ? from : byPath.get(path);
  if (chapter === undefined) return href;
  return `#${chapter.names.has(name) ? `${chapter.id}-${name}` : chapter.id}`;
}
