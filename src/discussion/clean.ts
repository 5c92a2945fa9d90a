import sanitizeHtml from 'sanitize-html';
import { allowedTags, presentTags } from '../model/allowed-tags.ts';
import { mostBytes } from '../model/draft.ts';
import { toByteLength, toSeen } from '../model/line.ts';
import { paragraph, toMarkup } from './markup.ts';
import { relation, toPlainMarkup } from './plain-markup.ts';
import type { Cleaned } from './store.ts';

/** Name and version of this way of cleaning; changes whenever the same words would give other HTML. */
export const cleaner = 'onderstroom 1, sanitize-html 2.18.1';

export type Cleaning = ({ ok: true } & Cleaned) | { ok: false; problem: 'too-long' };

/**
 * Makes safe HTML of what a reader typed. Our own strict reading decides what is a tag and what is text; the sanitiser
 * then reads the outcome as a browser would, and lets nothing outside the list through, should we be mistaken.
 * @example clean('a < b <b>en</b> c') // => { ok: true, html: '<p>a &lt; b <b>en</b> c</p>', … }
 */
export function clean(raw: string): Cleaning {
  if (toByteLength(raw) > mostBytes) return { ok: false, problem: 'too-long' };
  const markup = toMarkup(toSeen(raw).trim());
  // Without a single tag there is nothing to judge: every other `<` was written as text.
  const html = markup.includes('<') ? (toPlainMarkup(markup) ?? sanitise(markup)) : markup;
  const paragraphs = html.replaceAll(paragraph.begin, '<p>').replaceAll(paragraph.end, '</p>');
  return { ok: true, html: paragraphs.replaceAll('\n', '<br>'), cleaner };
}

/** What the sanitiser lets through. */
export const sanitise = (markup: string): string => sanitizeHtml(markup, options);

const schemes = ['http', 'https', 'mailto'];

const tags = Object.entries<readonly string[]>(allowedTags).map(
  ([name, attributes]) =>
    [(presentTags as Record<string, string>)[name] ?? name, attributes] as const,
);

const options: sanitizeHtml.IOptions = {
  allowedTags: tags.map(([name]) => name),
  allowedAttributes: {
    ...Object.fromEntries(tags.map(([name, list]) => [name, [...list]])),
    a: ['href', 'title', 'rel'],
  },
  allowedSchemes: schemes,
  allowedSchemesByTag: {},
  allowedSchemesAppliedToAttributes: ['href', 'cite'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  parseStyleAttributes: false,
  // All that is left of them is `&lt;` and its like; reading those again costs four times as much as all the rest.
  parser: { decodeEntities: false },
  // Without the reader’s own parser there is nothing to nest deeper than ours.
  nestingLimit: 60,
  transformTags: {
    a: (tagName, attribs) => ({
      tagName,
      attribs: 'href' in attribs ? { ...attribs, rel: relation } : attribs,
    }),
  },
};
