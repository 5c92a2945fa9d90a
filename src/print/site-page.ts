import { parse, serialize } from 'parse5';
import {
  findElements,
  getAttribute,
  hasAttribute,
  remove,
  type Element,
} from '../serving/page-tree.ts';
import { hasClass, toText } from './tree.ts';

/** What printing needs of a page of the built site. */
export interface SitePage {
  /** Where it stands, as `/casussen/sla/`. */
  path: string;
  /** The language of the frame, and that of the text: a text that is not translated keeps its own. */
  language: string;
  textLanguage: string;
  title: string;
  description: string;
  /** When the text last changed, as YYYY-MM-DD, where the page says so. */
  date: string | undefined;
  /** Attributes of `<html>`, for styles that look at them. */
  classes: string;
  /** Every style sheet in it, in order. */
  styles: string[];
  main: Element;
  mainClasses: string;
  /** The line at the foot of a printed page that says where to find it again. */
  address: Element | undefined;
}

/** Reads a built page; what only a screen or a program wants is left out. */
export function readSitePage(path: string, html: string): SitePage {
  const document = parse(html);
  const one = (fits: (element: Element) => boolean) => findElements(document, fits)[0];
  const meta = (name: string) => {
    const found = one(
      (each) =>
        each.tagName === 'meta' &&
        (getAttribute(each, 'name') ?? getAttribute(each, 'property')) === name,
    );
    return found && getAttribute(found, 'content');
  };
  const root = one(({ tagName }) => tagName === 'html');
  const main = one(({ tagName }) => tagName === 'main');
  const heading = main && findElements(main, ({ tagName }) => tagName === 'h1')[0];
  if (!root || !main || !heading) throw new Error(`${path} has no text to print.`);
  removeUnprinted(main);
  const language = getAttribute(root, 'lang') ?? '';
  return {
    path,
    language,
    textLanguage: getAttribute(heading, 'lang') ?? language,
    title: toText(heading),
    description: meta('description') ?? '',
    date: (meta('article:modified_time') ?? meta('article:published_time'))?.slice(0, 10),
    classes: getAttribute(root, 'class') ?? '',
    styles: findElements(document, ({ tagName }) => tagName === 'style').map((style) =>
      serialize(style),
    ),
    main,
    mainClasses: getAttribute(main, 'class') ?? '',
    address: one((each) => each.tagName === 'p' && hasClass(each, 'address')),
  };
}

/** Programs, and everything that is marked as not for paper. */
function removeUnprinted(main: Element): void {
  const unprinted = findElements(
    main,
    (each) =>
      ['script', 'style', 'template', 'dialog', 'noscript'].includes(each.tagName) ||
      hasClass(each, 'geen-print') ||
      hasAttribute(each, 'hidden'),
  );
  for (const element of unprinted) remove(element);
}
