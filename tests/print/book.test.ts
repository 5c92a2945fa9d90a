import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toBook, type BookPlan } from '../../src/print/book.ts';
import { readSitePage } from '../../src/print/site-page.ts';
import { findElements, getAttribute } from '../../src/serving/page-tree.ts';

const toPage = (path: string, main: string, lang = 'nl') =>
  readSitePage(
    path,
    `<!doctype html><html lang="nl" class="_a"><head><style>.x{color:red}</style>
    <meta name="description" content="Waar het over gaat">
    <meta property="article:published_time" content="2026-11-23"></head>
    <body><header><a href="/">Menu</a></header><main class="_m"><h1 lang="${lang}">Pagina “${path}” &amp; zo</h1>${main}</main>
    <p class="wrap address">voorbeeld.nl${path}</p></body></html>`,
  );

const one = () =>
  toPage(
    '/casussen/een/',
    `<h2 id="begin">Het begin</h2><p><a id="naar-twee" href="/casussen/twee/#slot">naar twee</a>
    <a id="naar-kop" href="#begin">naar boven</a> <a id="naar-buiten" href="/werkvormen/">elders</a>
    <a id="zonder-doel" href="/casussen/twee/#weg">weg</a></p>
    <label for="naam">x</label><input id="naam" aria-describedby="begin naam">
    <svg><path id="vorm" fill="url(#patroon)"/></svg><script>alert(1)</script><p class="geen-print">niet op papier</p>
    <p hidden>nooit te zien</p><a class="knop" href="/x/">Print</a>`,
  );
const two = () =>
  toPage(
    '/casussen/twee/',
    '<h2 id="begin">Nog een begin</h2><h2 id="slot">Het slot</h2><h2 class="vh" id="stil">Stil</h2>',
  );

const toHtml = (more: Partial<BookPlan> = {}) =>
  toBook({
    language: 'nl',
    title: 'Een <boek>',
    lead: 'Waarover',
    address: 'voorbeeld.nl',
    licence: 'CC BY-SA 4.0',
    headings: true,
    parts: [{ title: 'Casussen', pages: [one(), two()] }],
    ...more,
  });

const toElements = (html: string) => findElements(parse(html), () => true);
const findById = (html: string, id: string) =>
  toElements(html).find((element) => getAttribute(element, 'id') === id);

describe('a book of pages', () => {
  it('has no two things with one name, and refers to nothing that is not there', () => {
    const elements = toElements(toHtml());
    const ids = elements.flatMap((element) => getAttribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = elements
      .flatMap((element) => getAttribute(element, 'href') ?? [])
      .filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(6);
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('leads from page to page inside the book, and to the site for what is not in it', () => {
    const html = toHtml();
    const toHref = (id: string) => {
      const link = findById(html, `k1-${id}`);
      return link && getAttribute(link, 'href');
    };
    expect(toHref('naar-twee')).toBe('#k2-slot');
    expect(toHref('naar-kop')).toBe('#k1-begin');
    expect(toHref('naar-buiten')).toBe('/werkvormen/');
    expect(toHref('zonder-doel')).toBe('#k2');
  });

  it('renames what refers to a name as well', () => {
    const html = toHtml();
    const field = findById(html, 'k1-naam');
    expect(field && getAttribute(field, 'aria-describedby')).toBe('k1-begin k1-naam');
    expect(html).toContain('fill="url(#k1-patroon)"');
  });

  it('has contents with a place for the number of every page and heading', () => {
    const rows = toElements(toHtml()).flatMap(
      (element) => getAttribute(element, 'data-page-of') ?? [],
    );
    expect(rows).toEqual(['k1', 'k1-begin', 'k2', 'k2-begin', 'k2-slot']);
  });

  it('names only the pages in its contents when there are many', () => {
    const rows = toElements(toHtml({ headings: false })).flatMap(
      (element) => getAttribute(element, 'data-page-of') ?? [],
    );
    expect(rows).toEqual(['k1', 'k2']);
  });

  it('leaves out programs, menus and what is not for paper', () => {
    const html = toHtml();
    for (const unwanted of ['alert(1)', 'Menu', 'niet op papier', 'nooit te zien', 'Print</a>'])
      expect(html).not.toContain(unwanted);
  });

  it('keeps a title that looks like HTML or like a style sheet as text', () => {
    const html = toHtml();
    expect(html).toContain('Een &#60;boek&#62;');
    expect(html).toContain('content:"Pagina “/casussen/een/” & zo"');
  });

  it('says of a text in another language which one it is', () => {
    const html = toHtml({ parts: [{ pages: [toPage('/casussen/drie/', '', 'en')] }] });
    expect(html).toContain('<span class="naam" lang="en">');
  });
});
