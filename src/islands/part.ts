/** The element inside `root` that has the attribute `data-<name>`; the page is wrong when there is none. */
export function part<E extends Element = HTMLElement>(
  root: ParentNode,
  name: string,
  kind: new () => E = HTMLElement as unknown as new () => E,
): E {
  const element = root.querySelector(`[data-${name}]`);
  if (element instanceof kind) return element;
  throw new Error(`This part of the page cannot start: [data-${name}] is missing.`);
}

/** A copy of the first element in the template `data-<name>`. */
export function copyOf(root: ParentNode, name: string): HTMLElement {
  const [first] = part(root, name, HTMLTemplateElement).content.children;
  if (first instanceof HTMLElement) return first.cloneNode(true) as HTMLElement;
  throw new Error(`This part of the page cannot start: the template ${name} is empty.`);
}
