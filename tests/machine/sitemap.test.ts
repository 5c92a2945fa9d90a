import { describe, expect, it } from 'vitest';
import { toLlmsText } from '../../src/machine/llms.ts';
import { listPlaces } from '../../src/machine/places.ts';
import { toRobots, toSitemap } from '../../src/machine/sitemap.ts';
import { languages } from '../../src/model/language.ts';
import { readXml } from './read-xml.ts';
import { handbook, toShelves } from './shelves.ts';

const places = languages.flatMap((language) => listPlaces(toShelves(language), language, handbook));

describe('the sitemap', () => {
  it('holds every page with text once, and no page that only repeats another language', async () => {
    const addresses = readXml(await toSitemap(places, handbook.address))
      .filter(({ name }) => name === 'loc')
      .map(({ text }) => text);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain('https://handboek.example/casussen/sla/');
    expect(addresses).toContain('https://handboek.example/en/help/dead-link/');
    expect(addresses).toContain('https://handboek.example/werkvormen/check-in/');
    expect(addresses).not.toContain('https://handboek.example/en/practices/check-in/');
    expect(addresses).not.toContain('https://handboek.example/zoeken/');
  });

  it('names the twins of a page, and where other readers go', async () => {
    const elements = readXml(await toSitemap(places, handbook.address));
    const start = elements.findIndex(
      ({ text }) => text === 'https://handboek.example/en/cases/sla/',
    );
    const links = elements
      .slice(start + 1)
      .slice(1, 4)
      .map(({ attributes }) => [attributes['hreflang'], attributes['href']]);
    expect(links).toEqual([
      ['nl', 'https://handboek.example/casussen/sla/'],
      ['en', 'https://handboek.example/en/cases/sla/'],
      ['x-default', 'https://handboek.example/casussen/sla/'],
    ]);
  });

  it('dates a page where a date is known', async () => {
    const xml = await toSitemap(places, handbook.address);
    expect(xml).toContain(
      '<loc>https://handboek.example/casussen/sla/</loc><lastmod>2026-10-20</lastmod>',
    );
  });

  it('is where robots are sent', () => {
    expect(toRobots(handbook.address)).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://handboek.example/sitemap.xml\n',
    );
  });
});

describe('llms.txt', () => {
  const text = toLlmsText(places, handbook);

  it('opens with the name and a summary', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# Stroom & Co',
      '',
      '> Een handboek voor \\<moeilijke> gesprekken / A handbook for \\<difficult> conversations',
    ]);
  });

  it('has a section for each kind of text in each language', () => {
    expect(text.match(/^## .+$/gm)).toEqual([
      '## Casussen (Nederlands)',
      '## Draaiboeken (Nederlands)',
      '## Werkvormen (Nederlands)',
      '## Begrippen (Nederlands)',
      '## Pagina’s (Nederlands)',
      '## Cases (English)',
      '## Session plans (English)',
      '## Practices (English)',
      '## Terms (English)',
      '## Pages (English)',
      '## Optional',
    ]);
  });

  it('links only to Markdown', () => {
    const links = [...text.matchAll(/^- \[.+?\]\((\S+)\): /gm)].map((match) => match[1]);
    expect(links).toContain('https://handboek.example/en/cases/sla.md');
    expect(links.every((link) => link?.endsWith('.md'))).toBe(true);
  });
});
