import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';

/** Every page of the built site, read from its files: no browser is needed to follow links. */
const dist = path.resolve(import.meta.dirname, '../../dist');

interface Built {
  path: string;
  html: string;
  ids: string[];
  links: string[];
}

async function readPages(): Promise<Built[]> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html'));
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(path.join(dist, file), 'utf8');
      const address = `/${file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1')}`;
      const matches = (pattern: RegExp) =>
        [...html.matchAll(pattern)].map(([, value = '']) => decode(value));
      return {
        path: address,
        html,
        ids: matches(/<[a-z][^>]*?\sid="([^"]*)"/g),
        links: matches(/<(?:a|link)\s[^>]*?href="([^"]*)"/g),
      };
    }),
  );
}

const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&#x26;', '&');

test('no link or anchor of any page leads nowhere', async () => {
  const pages = await readPages();
  const files = new Set(
    (await readdir(dist, { recursive: true })).map((file) => `/${file.replaceAll(path.sep, '/')}`),
  );
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const site = new URL(
    /<link rel="canonical" href="([^"]+)"/.exec(byPath.get('/')?.html ?? '')?.[1] ?? '',
  );
  const dead = pages.flatMap((page) =>
    page.links.flatMap((link) => {
      const url = new URL(link, new URL(page.path, site));
      if (url.origin !== site.origin) return [];
      const target = byPath.get(decodeURIComponent(url.pathname));
      if (!target) return files.has(url.pathname) ? [] : [`${page.path} → ${link}`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      return anchor === '' || target.ids.includes(anchor)
        ? []
        : [`${page.path} → ${link} (no such id)`];
    }),
  );
  expect([...new Set(dead)]).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
});

test('no page has the same id twice, and each has one h1, a description and a language', async () => {
  for (const { path: address, html, ids } of await readPages()) {
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      address,
    ).toEqual([]);
    // A redirect is a page for browsers that follow it, not for readers.
    if (html.includes('http-equiv="refresh"')) continue;
    expect([...html.matchAll(/<h1[\s>]/g)], address).toHaveLength(1);
    expect(html, address).toMatch(/<meta name="description" content="[^"]{20,}/);
    expect(html, address).toMatch(
      new RegExp(`<html[^>]* lang="${address.startsWith('/en/') ? 'en' : 'nl'}"`),
    );
  }
});

test('no page asks another origin for anything, and none has inline style', async () => {
  for (const { path: address, html } of await readPages()) {
    expect(
      [
        ...html.matchAll(
          /<(?:script|img|iframe|source|video|audio)[^>]*\s(?:src|srcset)="(?:https?:)?\/\//g,
        ),
      ],
      address,
    ).toEqual([]);
    expect(
      [...html.matchAll(/<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="https?:/g)],
      address,
    ).toEqual([]);
    expect([...html.matchAll(/<[a-z][^>]*\sstyle="/g)], address).toEqual([]);
  }
});

test('every page leads to itself in the other language', async () => {
  const pages = await readPages();
  const known = new Set(pages.map((page) => page.path));
  for (const { path: address, html } of pages) {
    // A redirect and a page that is not there have no twin.
    if (html.includes('http-equiv="refresh"') || html.includes('content="noindex"')) continue;
    const alternates = [
      ...html.matchAll(
        /<link rel="alternate" hreflang="(nl|en|x-default)" href="https?:\/\/[^/"]+([^"]*)"/g,
      ),
    ];
    expect(alternates.map(([, language]) => language).sort(), address).toEqual([
      'en',
      'nl',
      'x-default',
    ]);
    for (const [, , target = ''] of alternates)
      expect(known.has(target), `${address} → ${target}`).toBe(true);
  }
});
