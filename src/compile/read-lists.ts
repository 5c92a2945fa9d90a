import type { ListItem, Parent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { ChecklistProps, CheckProps, type Check, type Checklist } from '../model/checklist.ts';
import { PolarityProps, PoleProps, type Polarity, type Pole } from '../model/polarity.ts';
import { readAttributes, type Element } from './attributes.ts';
import { isElement } from './check-vocabulary.ts';
import { report, type Document } from './document.ts';

/** The checks of a `<Checklist>`, each with an id of its own. */
export function readChecklist(document: Document, element: Element): Checklist | undefined {
  const props = readAttributes(document, element, ChecklistProps);
  const checks = listElements(element, 'Check').flatMap((node): Check[] => {
    const check = readAttributes(document, node, CheckProps);
    return check ? [{ ...check, text: toWords(node) }] : [];
  });
  if (checks.length === 0 && listElements(element, 'Check').length === 0) {
    reportIncomplete(document, element, 'at least one <Check>', 'none');
  }
  return props && { ...props, checks };
}

/** The two poles of a `<Polarity>`, each with what it brings and what goes wrong with too much. */
export function readPolarity(document: Document, element: Element): Polarity | undefined {
  const props = readAttributes(document, element, PolarityProps);
  const elements = listElements(element, 'Pole');
  const poles = elements.flatMap((node) => readPole(document, node) ?? []);
  if (elements.length !== 2) {
    reportIncomplete(
      document,
      element,
      'exactly two <Pole>s: a polarity has two sides',
      String(elements.length),
    );
  }
  const [first, second] = poles;
  return props && first && second ? { ...props, poles: [first, second] } : undefined;
}

const poleLists = { Upsides: 2, Downsides: 2, Actions: 1, Signals: 1 } as const;

function readPole(document: Document, element: Element): Pole | undefined {
  const props = readAttributes(document, element, PoleProps);
  const read = (name: keyof typeof poleLists): string[] => {
    const [node] = listElements(element, name);
    const items = node ? listItems(node) : [];
    const least = poleLists[name];
    if (items.length < least) {
      reportIncomplete(
        document,
        node ?? element,
        `<${name}> with a list of at least ${String(least)}`,
        `${String(items.length)} items`,
      );
    }
    return items;
  };
  const lists = {
    upsides: read('Upsides'),
    downsides: read('Downsides'),
    actions: read('Actions'),
    signals: read('Signals'),
  };
  return props && { ...props, ...lists };
}

/** The items of the lists inside an element, as plain words. */
export const listItems = (parent: Parent): string[] =>
  parent.children
    .flatMap((node): ListItem[] => (node.type === 'list' ? node.children : []))
    .map((item) => toWords(item));

const listElements = (element: Element, name: string): Element[] =>
  (element.children as RootContent[]).flatMap((node) =>
    isElement(node) && node.name === name ? [node] : [],
  );

const toWords = (node: Parent): string => toString(node).replaceAll(/\s+/g, ' ').trim();

export function reportIncomplete(
  document: Document,
  element: Element,
  expected: string,
  found: string,
): void {
  report(document, 'incomplete-component', element, {
    expected,
    found: `${found} in <${element.name ?? ''}>`,
    hint: `Add what is missing between <${element.name ?? ''}> and </${element.name ?? ''}>.`,
  });
}
