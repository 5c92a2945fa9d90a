import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Every element of a tree that fits, in the order of the page. */
export function findElements(root: Node, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const left: Node[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('tagName' in node && fits(node)) found.push(node);
    if ('childNodes' in node) left.push(...node.childNodes.toReversed());
  }
  return found;
}

export const getAttribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

export const hasAttribute = (element: Element, name: string): boolean =>
  getAttribute(element, name) !== undefined;

export function setAttribute(element: Element, name: string, value = ''): void {
  removeAttribute(element, name);
  element.attrs.push({ name, value });
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
}

/** Takes an element out of the page. */
export function remove(element: Element): void {
  const parent = element.parentNode;
  if (parent === null) return;
  parent.childNodes = parent.childNodes.filter((child) => child !== element);
  element.parentNode = null;
}

/** Puts an element in a page, just before another one. */
export function insertBefore(element: Element, next: Element): void {
  const parent = next.parentNode;
  if (parent === null) return;
  element.parentNode = parent;
  const at = parent.childNodes.indexOf(next);
  parent.childNodes = parent.childNodes.toSpliced(at, 0, element);
}

/** Gives an element a text and nothing else. Whatever the text is, it stays text. */
export function setText(element: Element, text: string): void {
  element.childNodes = [{ nodeName: '#text', value: text, parentNode: element }];
}

/** Gives an element safe HTML as its content. */
export function setHtml(element: Element, html: string): void {
  element.childNodes = parseFragment(html).childNodes;
  for (const child of element.childNodes) child.parentNode = element;
}

/** Adds a new element with a text at the end of another one. */
export function append(
  parent: ParentNode & Element,
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const added: Element = {
    nodeName: name,
    tagName: name,
    attrs: Object.entries(attributes).map(([key, value]) => ({ name: key, value })),
    namespaceURI: parent.namespaceURI,
    parentNode: parent,
    childNodes: [],
  };
  if (text !== '') setText(added, text);
  parent.childNodes.push(added);
  return added;
}

/** The text inside an element. */
export const toTextOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
