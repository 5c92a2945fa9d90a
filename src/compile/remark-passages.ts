import { createHash } from 'node:crypto';
import type { Paragraph, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * Gives every paragraph of the story an id made from its own words, so that a link to a passage survives
 * edits anywhere else. Paragraphs in lists and inside other components are part of those.
 */
export function remarkPassages() {
  return (tree: Root): void => {
    const taken = new Map<string, number>();
    for (const paragraph of listPassages(tree)) {
      const id = toPassageId(toString(paragraph));
      const times = (taken.get(id) ?? 0) + 1;
      taken.set(id, times);
      const data = (paragraph.data ??= {});
      data.hProperties = { ...data.hProperties, id: times === 1 ? id : `${id}-${String(times)}` };
    }
  };
}

/** @example toPassageId('Gelijk aan de  start') === toPassageId('Gelijk aan de start') // => true */
export const toPassageId = (text: string): string =>
  `p-${createHash('sha256').update(text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()).digest('hex').slice(0, 8)}`;

function listPassages(parent: Root | Parent): Paragraph[] {
  return parent.children.flatMap((node) => {
    if (node.type === 'paragraph') return node;
    return node.type === 'mdxJsxFlowElement' && node.name === 'Step' ? listPassages(node) : [];
  });
}
