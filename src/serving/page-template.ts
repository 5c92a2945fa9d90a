import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { noSentences, type Sentences } from './page-facts.ts';
import { findElements, hasAttribute, toTextOf, type Node } from './page-tree.ts';

type Document = DefaultTreeAdapterTypes.Document;

/** A built page, read. */
export interface PageTemplate {
  /** A tree of one’s own: it may be changed. */
  document: Document;
  sentences: Sentences;
}

/**
 * Reads a built page. Reading takes ten times as long as copying what was read, and there are only a few pages, so those
 * that were read last are remembered; a new build brings new ones.
 */
export function readTemplate(html: string): PageTemplate {
  const known = read.get(html) ?? parseTemplate(html);
  if (read.size >= mostRemembered) read.clear();
  read.set(html, known);
  return { ...known, document: copy(known.document) };
}

const mostRemembered = 16;
const read = new Map<string, PageTemplate>();

function parseTemplate(html: string): PageTemplate {
  const document = parse(html);
  const [data] = findElements(document, (element) => hasAttribute(element, 'data-sentences'));
  const sentences = data ? (JSON.parse(toTextOf(data)) as Sentences) : noSentences;
  return { document, sentences };
}

/** A copy of a part of a page, with everything in it; it belongs where the part does, and does not stand there yet. */
export function copy<N extends Node>(node: N): N {
  const copied = { ...node };
  if ('attrs' in copied) copied.attrs = copied.attrs.map((attribute) => ({ ...attribute }));
  if ('content' in copied) copied.content = copy(copied.content);
  if ('childNodes' in copied) {
    copied.childNodes = copied.childNodes.map(copy);
    for (const child of copied.childNodes) child.parentNode = copied;
  }
  return copied;
}
