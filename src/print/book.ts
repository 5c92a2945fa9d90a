import { serialize } from 'parse5';
import type { Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { bookStyle } from './book-style.ts';
import { listHeadings, toChapters, type Chapter } from './chapter.ts';
import { escapeHtml, toHead } from './document.ts';
import type { SitePage } from './site-page.ts';

/** Pages of the site that make one book: a case, or the handbook. */
export interface BookPlan {
  language: Language;
  title: string;
  /** Of which handbook it is a part; left out for the handbook itself. */
  handbook?: string | undefined;
  lead: string;
  /** Where it stands on the site, without https://. */
  address: string;
  licence: string;
  /** When its text last changed, in words. */
  date?: string | undefined;
  /** Whether the contents name the headings of each page too. */
  headings: boolean;
  /** Parts with a name in the contents, in order. */
  parts: readonly { title?: string; pages: readonly SitePage[] }[];
}

/**
 * One document to print once: a title page, contents, and the pages. Printed in one piece the tags, the outline and all
 * links between pages stay whole, which they do not in PDFs that are joined afterwards. The contents leave room for
 * page numbers, which are only known when it was printed.
 */
export function toBook(plan: BookPlan): string {
  const { language, title } = plan;
  const pages = plan.parts.flatMap((part) => part.pages);
  const chapters = toChapters(pages);
  const styles = [...new Set(pages.flatMap((page) => page.styles))];
  return [
    toHead({
      language,
      title,
      classes: pages[0]?.classes ?? '',
      styles: [...styles, bookStyle + chapters.map(toPageRule).join('')],
    }),
    toTitlePage(plan),
    toContents(plan, chapters),
    ...chapters.map(toSection),
    '</body></html>',
  ].join('\n');
}

/** The name of a page stands above every sheet of it. */
const toPageRule = ({ id, page }: Chapter): string =>
  `.${id}{page:${id}}@page ${id}{@top-left{content:"${toCssText(page.title)}"}}\n`;

function toTitlePage({
  language,
  title,
  handbook,
  lead,
  address,
  licence,
  date,
}: BookPlan): string {
  const { print } = toWords(language);
  const line = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return [
    '<header class="titelblad">',
    `<p class="reeks">${escapeHtml(handbook ?? '')}</p>`,
    `<h1>${escapeHtml(title)}</h1><p class="aanloop">${escapeHtml(lead)}</p>`,
    '<div class="colofon">',
    ...(date === undefined ? [] : [line(print.textOf(date))]),
    line(print.from(address)),
    line(print.licence(licence)),
    '</div></header>',
  ].join('');
}

function toContents({ language, headings, parts }: BookPlan, chapters: Chapter[]): string {
  const { print } = toWords(language);
  const waiting = [...chapters];
  const lists = parts.map(({ title, pages }) => {
    const rows = waiting
      .splice(0, pages.length)
      .flatMap((chapter) => [
        toRow(chapter.id, chapter.page.title, 'in-stuk', chapter, language),
        ...(headings
          ? listHeadings(chapter).map((heading) =>
              toRow(heading.id, heading.title, 'in-kop', chapter, language),
            )
          : []),
      ]);
    const name = title === undefined ? '' : `<h2 class="deelkop">${escapeHtml(title)}</h2>`;
    return `${name}<ol>${rows.join('')}</ol>`;
  });
  return `<nav class="inhoudsopgave" aria-labelledby="inhoudsopgave"><h1 id="inhoudsopgave">${escapeHtml(print.contents)}</h1>${lists.join('')}</nav>`;
}

function toRow(
  id: string,
  title: string,
  kind: string,
  { page }: Chapter,
  language: Language,
): string {
  const lang = page.textLanguage === language ? '' : ` lang="${escapeHtml(page.textLanguage)}"`;
  const { print } = toWords(language);
  return `<li class="${kind}"><a href="#${id}"><span class="naam"${lang}>${escapeHtml(title)}</span><span class="stippen" aria-hidden="true"></span><span class="vh">, ${escapeHtml(print.page)} </span><span class="nummer" data-page-of="${id}"></span></a></li>`;
}

const toSection = ({ id, page }: Chapter): string =>
  `<section class="hoofdstuk ${id}" id="${id}">${serialize(page.main)}</section>`;

/** Text as it stands between quotation marks in a style sheet. */
const toCssText = (text: string): string =>
  text.replaceAll(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
