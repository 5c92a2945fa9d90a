import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect } from 'vitest';

/** An element of a piece of HTML, as a browser reads it. */
export interface Element {
  name: string;
  attributes: { name: string; value: string }[];
  /** How many elements it is in, itself included. */
  depth: number;
}

/** Every element of a piece of HTML; fails when there is anything in it but elements and text. */
export function listElements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode, depth: number): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) {
        expect(child.nodeName).toBe('#text');
        continue;
      }
      found.push({ name: child.tagName, attributes: child.attrs, depth: depth + 1 });
      visit(child, depth + 1);
    }
  };
  visit(parseFragment(html), 0);
  return found;
}
