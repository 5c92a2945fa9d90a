import type { Image, Link, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { toPath, type Place } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { report, type Document, type Point } from './document.ts';

/** Something another file must hold: checked once all files have been read. */
export interface Reference {
  kind: 'cases' | 'practices' | 'pages' | 'help' | 'glossary' | 'sources';
  /** Empty for the glossary page as a whole. */
  id: string;
  /** Id of a place on that page. */
  anchor?: string;
  /** As the author wrote it. */
  written: string;
  at: Point;
  /** For the practice of a step: whether the step lets people write something down. */
  writes?: boolean;
}

/** A link to a place on the same page. */
export type LocalLink = Required<Pick<Reference, 'anchor' | 'written' | 'at'>>;

const placeKinds = { cases: 'case', practices: 'practice', pages: 'page', help: 'help' } as const;
const internal = /^(cases|practices|pages|help)\/([a-z0-9-]+)(?:#([\w-]+))?$/;
const glossary = /^glossary(?:#([\w-]+))?$/;

/**
 * Turns links as authors write them (`practices/check-in`, `cases/sla#check-in`, `glossary#onderstroom`)
 * into addresses of this handbook, in the language of the text. Gives what must exist for them to work.
 */
export function resolveLinks(
  document: Document,
  tree: Root,
  language: Language,
): { references: Reference[]; localLinks: LocalLink[] } {
  const found = { references: [], localLinks: [] };
  visit(tree, (node, parent) => {
    if (node.type === 'image') checkImage(document, node, parent);
    else if (isBareWords(node))
      parent.children.splice(parent.children.indexOf(node), 1, ...node.children);
    else resolve(document, node, language, found);
  });
  return found;
}

function visit(parent: Parent, call: (node: Link | Image, parent: Parent) => void): void {
  for (const node of parent.children) {
    if (node.type === 'link' || node.type === 'image') call(node, parent);
    if ('children' in node) visit(node, call);
  }
}

function resolve(
  document: Document,
  link: Link,
  language: Language,
  { references, localLinks }: ReturnType<typeof resolveLinks>,
): void {
  const { url } = link;
  const at = { line: link.position?.start.line ?? 1, column: link.position?.start.column ?? 1 };
  if (toString(link).trim() === '') {
    report(document, 'dead-link', at, {
      expected: 'words between “[” and “]”',
      found: `[](${url})`,
      hint: 'Write where the link leads.',
    });
  }
  const [, kind, id, anchor] = internal.exec(url) ?? [];
  if (kind !== undefined && id !== undefined) {
    const reference = { kind: kind as keyof typeof placeKinds, id, written: url, at };
    references.push(anchor === undefined ? reference : { ...reference, anchor });
    const place: Place = { kind: placeKinds[reference.kind], id };
    link.url = toPath(place, language) + (anchor === undefined ? '' : `#${anchor}`);
    return;
  }
  const term = glossary.exec(url);
  if (term) {
    references.push({ kind: 'glossary', id: term[1] ?? '', written: url, at });
    link.url =
      toPath({ kind: 'glossary' }, language) + (term[1] === undefined ? '' : `#${term[1]}`);
    return;
  }
  if (/^#[\w-]+$/.test(url)) {
    localLinks.push({ anchor: url.slice(1), written: url, at });
    return;
  }
  if (/^(https?:|mailto:)/.test(url)) {
    checkOutside(document, url, at);
    return;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    report(document, 'unsafe-link', at, {
      expected: 'an address that starts with https: or mailto:',
      found: url,
      hint: 'Use a safe address, or write it as plain text.',
    });
    return;
  }
  report(document, 'dead-link', at, {
    expected:
      'cases/<id>, practices/<id>, pages/<id>, help/<id>, glossary#<term>, #<place>, or https://…',
    found: url,
    hint: 'Link to the id of a text, without a language and without slashes around it; the handbook makes the address.',
  });
}

/** What a parser took for an address, though nobody wrote a link and it is none: it stays words. */
function isBareWords({ url, children }: Link): boolean {
  const [text, ...more] = children;
  if (text?.type !== 'text' || more.length > 0 || isWhole(url)) return false;
  return [text.value, `http://${text.value}`, `mailto:${text.value}`].includes(url);
}

function isWhole(url: string): boolean {
  const isMail = /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/.test(url);
  const host = /^https?:/.test(url) && URL.canParse(url) ? new URL(url).hostname : '';
  return isMail || /\.[a-z][a-z0-9-]+$/.test(host);
}

/** A link elsewhere is checked by its form only: nothing is asked of anybody. */
function checkOutside(document: Document, url: string, at: Point): void {
  if (isWhole(url)) return;
  report(document, 'dead-link', at, {
    expected: 'a whole address, like https://example.org/page or mailto:somebody@example.org',
    found: url,
    hint: 'Copy the address from the browser once more.',
  });
}

function checkImage(document: Document, image: Image, parent: Parent): void {
  if (!image.alt?.trim()) {
    report(document, 'image-without-alt', image, {
      expected: 'a description between “![” and “]”',
      found: `![](${image.url})`,
      hint: 'Say what somebody who cannot see the image should know.',
    });
  }
  if (parent.type !== 'paragraph' || parent.children.length !== 1) {
    report(document, 'image-misplaced', image, {
      expected: 'an image in a paragraph of its own',
      found: `![${image.alt ?? ''}](${image.url}) between other words`,
      hint: 'Put a blank line before and after the image.',
    });
  }
}
