/** An element that has to be there: a tool that cannot start says what it misses. */
export function find<E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: new () => E = HTMLElement as new () => E,
): E {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`This tool cannot start: ${selector} is missing.`);
}

/** All elements of a kind, as an array. */
export const findAll = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

/** The element a template holds, made anew. */
export function stamp(root: ParentNode, selector: string): HTMLElement {
  const { content } = find(root, selector, HTMLTemplateElement);
  const copy = content.firstElementChild?.cloneNode(true);
  if (copy instanceof HTMLElement) return copy;
  throw new Error(`This tool cannot start: ${selector} is empty.`);
}
