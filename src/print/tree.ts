import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Every element below `root` that fits, in the order of the page. */
export function findElements(root: Node, fits: (element: Element) => boolean): Element[] {
  if (!('childNodes' in root)) return [];
  return root.childNodes.flatMap((child) => [
    ...(defaultTreeAdapter.isElementNode(child) && fits(child) ? [child] : []),
    ...findElements(child, fits),
  ]);
}

export const getAttribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

export function setAttribute(element: Element, name: string, value: string): void {
  const known = element.attrs.find((each) => each.name === name);
  if (known) known.value = value;
  else element.attrs.push({ name, value });
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((each) => each.name !== name);
}

export const hasClass = (element: Element, name: string): boolean =>
  getAttribute(element, 'class')?.split(/\s+/).includes(name) === true;

/** The text a reader sees, on one line; soft hyphens are for the browser. */
export const toText = (element: Element): string =>
  textOf(element).replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (defaultTreeAdapter.isElementNode(node) && isUnseen(node)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** What stands beside the text for the eye only, or never shows. */
const isUnseen = (element: Element): boolean =>
  getAttribute(element, 'aria-hidden') === 'true' ||
  ['script', 'style', 'template', 'svg'].includes(element.tagName);
