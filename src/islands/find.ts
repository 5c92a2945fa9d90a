/** An element that has to be there: a program that cannot start says what it misses. */
export function find<E extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: new () => E = HTMLElement as unknown as new () => E,
): E {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`This part of the page cannot start: ${selector} is missing.`);
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
  throw new Error(`This part of the page cannot start: ${selector} is empty.`);
}

/** The element inside `root` that has the attribute `data-<name>`. */
export const part = <E extends Element = HTMLElement>(
  root: ParentNode,
  name: string,
  kind?: new () => E,
): E => find(root, `[data-${name}]`, kind);

/** A copy of what the template `data-<name>` holds. */
export const copyOf = (root: ParentNode, name: string): HTMLElement =>
  stamp(root, `template[data-${name}]`);
