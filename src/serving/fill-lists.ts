import type { PageFacts, Part } from './page-facts.ts';
import { copy } from './page-template.ts';
import * as tree from './page-tree.ts';
import type { Element } from './page-tree.ts';

/** What is only for whoever fills a page, and would be filled once more with what the page around it knows. */
const marks = ['data-when', 'data-unless', 'data-text', 'data-html', 'data-link', 'data-set'];

/**
 * Repeats each element with `data-each` once for every part of the list of that name. A list in a part is one of that
 * part. In the built page the element is hidden, as it shows nothing yet.
 */
export function fillLists(
  root: tree.Node,
  facts: PageFacts,
  fill: (root: Element, facts: PageFacts) => void,
): void {
  const templates = tree
    .findElements(root, (element) => tree.hasAttribute(element, 'data-each'))
    .filter((element) => !isInList(element));
  for (const template of templates) {
    const name = tree.getAttribute(template, 'data-each') ?? '';
    const parts = facts.lists !== undefined && Object.hasOwn(facts.lists, name);
    for (const part of parts ? (facts.lists?.[name] ?? []) : []) {
      const element = copy(template);
      for (const mark of ['data-each', 'hidden']) tree.removeAttribute(element, mark);
      tree.insertBefore(element, template);
      fill(element, toWhole(facts, part));
      for (const filled of tree.findElements(element, () => true))
        for (const mark of marks) tree.removeAttribute(filled, mark);
    }
    tree.remove(template);
  }
}

function isInList({ parentNode }: Element): boolean {
  for (
    let above = parentNode;
    above !== null;
    above = 'parentNode' in above ? above.parentNode : null
  )
    if ('attrs' in above && tree.hasAttribute(above, 'data-each')) return true;
  return false;
}

const toWhole = (facts: PageFacts, part: Part): PageFacts => ({
  ...facts,
  flags: new Set([...facts.flags, ...(part.flags ?? [])]),
  texts: { ...facts.texts, ...part.texts },
  html: { ...facts.html, ...part.html },
  links: { ...facts.links, ...part.links },
  lists: { ...facts.lists, ...part.lists },
  ...(part.lang === undefined ? {} : { lang: part.lang }),
});
