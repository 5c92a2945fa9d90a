import { serialize } from 'parse5';
import type { Page } from '../discussion/asked.ts';
import { fillLists } from './fill-lists.ts';
import { toPageFacts, type PageFacts, type Sentences } from './page-facts.ts';
import { readTemplate } from './page-template.ts';
import * as tree from './page-tree.ts';
import type { Element } from './page-tree.ts';

/**
 * Puts what the discussion answers into a page that was built beforehand. The page says what goes where:
 * - `data-when="a b"`: there only when all of these are true; `data-unless="a b"`: only when none is;
 * - `data-focus`: the first of these that is there has the focus;
 * - `data-text`, `data-html`, `data-link`: gets a text, safe HTML, or an address;
 * - `data-set="value:ref id:anchor"`: these attributes get these texts;
 * - `data-each`: repeated for each part of a list, see `fill-lists.ts`;
 * - `data-problem`: what is wrong with a field; `data-problems`: everything that is wrong, with links;
 * - the fields of a form with `data-talk`: get the value of their name, hidden ones only with `data-fill`.
 *
 * The sentences stand in the page too, in `data-sentences`. What a reader sent becomes text or the value of an
 * attribute, never markup; only what the discussion itself cleaned is read as HTML.
 */
export const fillPage = (html: string, page: Page, now: Date): string =>
  fillWith(html, (sentences) => toPageFacts(page, sentences, now));

/** Puts facts into a page that was built beforehand; what they are said with, the page brings along. */
export function fillWith(html: string, toFacts: (sentences: Sentences) => PageFacts): string {
  const { document, sentences } = readTemplate(html);
  const facts = toFacts(sentences);
  fillPart(document, facts);
  // What this answer is about is what the reader should come upon first.
  const [first] = findMarked(document, 'data-focus');
  if (first !== undefined) tree.setAttribute(first, 'autofocus');
  for (const form of findMarked(document, 'data-talk')) fillForm(form, facts);
  if (facts.problems.length > 0) addProblems(document, facts, sentences.problem);
  return serialize(document);
}

function fillPart(root: tree.Node, facts: PageFacts): void {
  fillLists(root, facts, fillPart);
  for (const element of findMarked(root, 'data-when')) keepWhen(element, facts.flags);
  for (const element of findMarked(root, 'data-unless')) {
    const isKept = toNames(element, 'data-unless').every((flag) => !facts.flags.has(flag));
    if (!isKept) tree.remove(element);
  }
  for (const [mark, fill] of Object.entries(fillings)) {
    for (const element of findMarked(root, mark))
      fill(element, tree.getAttribute(element, mark) ?? '', facts);
  }
}

const findMarked = (root: tree.Node, mark: string): Element[] =>
  tree.findElements(root, (element) => tree.hasAttribute(element, mark));

const toNames = (element: Element, mark: string): string[] =>
  (tree.getAttribute(element, mark) ?? '').split(' ');

function keepWhen(element: Element, flags: ReadonlySet<string>): void {
  const isKept = toNames(element, 'data-when').every((flag) => flags.has(flag));
  if (isKept) tree.removeAttribute(element, 'hidden');
  else tree.remove(element);
}

const fillings: Record<string, (element: Element, name: string, facts: PageFacts) => void> = {
  'data-text': (element, name, { texts }) => {
    tree.setText(element, own(texts, name) ?? '');
  },
  'data-html': (element, name, { html, lang }) => {
    tree.setHtml(element, own(html, name) ?? '');
    if (lang !== undefined) tree.setAttribute(element, 'lang', lang);
  },
  'data-link': (element, name, { links }) => {
    tree.setAttribute(element, 'href', own(links, name) ?? '');
  },
  'data-set': (element, pairs, { texts }) => {
    for (const pair of pairs.split(' ')) {
      const [attribute = '', name = ''] = pair.split(':');
      tree.setAttribute(element, attribute, own(texts, name) ?? '');
    }
  },
};

function fillForm(form: Element, { values }: PageFacts): void {
  const fields = tree.findElements(form, ({ tagName }) =>
    ['input', 'textarea', 'select'].includes(tagName),
  );
  for (const field of fields) {
    const value = own(values, tree.getAttribute(field, 'name') ?? '');
    if (value !== undefined) fillField(field, value);
  }
}

function fillField(field: Element, value: string): void {
  if (field.tagName === 'select') choose(field, value);
  // The first new line in a textarea is not part of its text.
  else if (field.tagName === 'textarea')
    tree.setText(field, value.startsWith('\n') ? `\n${value}` : value);
  else if (tree.getAttribute(field, 'type') === 'radio') {
    if (tree.getAttribute(field, 'value') === value) tree.setAttribute(field, 'checked');
    else tree.removeAttribute(field, 'checked');
  } else if (tree.getAttribute(field, 'type') !== 'hidden' || tree.hasAttribute(field, 'data-fill'))
    tree.setAttribute(field, 'value', value);
}

function choose(select: Element, value: string): void {
  const options = tree.findElements(select, ({ tagName }) => tagName === 'option');
  const chosen = options.find((option) => tree.getAttribute(option, 'value') === value);
  if (chosen !== undefined) tree.setAttribute(chosen, 'selected');
}

function addProblems(document: tree.Node, { problems }: PageFacts, before: string): void {
  const [list] = findMarked(document, 'data-problems');
  for (const { field, text } of problems) {
    const place = findMarked(document, 'data-problem').find(
      (each) => tree.getAttribute(each, 'data-problem') === field,
    );
    if (place !== undefined) showProblem(document, place, { field, text });
    if (list === undefined) continue;
    const item = tree.append(list, 'li', place === undefined ? text : '');
    if (place !== undefined) tree.append(item, 'a', text, { href: `#t-${field}` });
  }
  const [title] = tree.findElements(document, ({ tagName }) => tagName === 'title');
  if (title !== undefined) tree.setText(title, `${before}: ${tree.toTextOf(title)}`);
}

/** Tells what is wrong beside the field, and ties it to the field for whoever does not see it. */
function showProblem(
  document: tree.Node,
  place: Element,
  { field, text }: { field: string; text: string },
): void {
  tree.setText(place, text);
  tree.removeAttribute(place, 'hidden');
  tree.setAttribute(place, 'id', `p-${field}`);
  const group = place.parentNode as Element;
  const control =
    group.tagName === 'fieldset'
      ? group
      : tree.findElements(document, (each) => tree.getAttribute(each, 'id') === `t-${field}`)[0];
  if (control === undefined) return;
  const described = tree.getAttribute(control, 'aria-describedby');
  tree.setAttribute(
    control,
    'aria-describedby',
    [`p-${field}`, described].filter(Boolean).join(' '),
  );
  // A group of radio buttons has no such thing as being invalid.
  tree.setAttribute(control, control === group ? 'data-wrong' : 'aria-invalid', 'true');
}

/** What a record holds itself: a field may be called `constructor`. */
const own = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
