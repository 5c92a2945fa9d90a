import type { SitePage } from './site-page.ts';
import { escapeHtml, toHead } from './document.ts';
import { serialize, serializeOuter } from 'parse5';

/** One page of the site as a document to print: what its own styles make of it on paper, and nothing around it. */
export function toSingle(page: SitePage): string {
  return [
    toHead({
      language: page.language,
      title: page.title,
      classes: page.classes,
      styles: [...page.styles, '@page { size: 210mm 297mm; }'],
    }),
    `<main class="${escapeHtml(page.mainClasses)}">${serialize(page.main)}</main>`,
    page.address === undefined ? '' : serializeOuter(page.address),
    '</body></html>',
  ].join('\n');
}
