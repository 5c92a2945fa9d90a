import { getAttribute, type Element, type Node } from '../serving/page-tree.ts';

/** Whether an element has a class among its classes. */
export const hasClass = (element: Element, name: string): boolean =>
  getAttribute(element, 'class')?.split(/\s+/).includes(name) === true;

/** The text a reader sees, on one line; soft hyphens are for the browser. */
export const toText = (element: Element): string =>
  textOf(element).replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();

function textOf(node: Node): string {
  if ('tagName' in node && isUnseen(node)) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** What stands beside the text for the eye only, or never shows. */
const isUnseen = (element: Element): boolean =>
  getAttribute(element, 'aria-hidden') === 'true' ||
  ['script', 'style', 'template', 'svg'].includes(element.tagName);
