import { describe, expect, it } from 'vitest';
import { listFormer } from '../../src/machine/former.ts';
import { isWritten, listPlaces } from '../../src/machine/places.ts';
import { toMarkdownPath, toPath, tools } from '../../src/model/address.ts';
import { languages } from '../../src/model/language.ts';
import { toShareImagePath } from '../../src/model/share-image.ts';
import { handbook, toShelves } from './shelves.ts';

const places = languages.flatMap((language) => listPlaces(toShelves(language), language, handbook));

describe('the list of places', () => {
  it('gives every page an address of its own', () => {
    const paths = places.map(({ place, language }) => toPath(place, language));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('gives every page a Markdown twin of its own', () => {
    const twins = places.map(({ place, language }) => toMarkdownPath(place, language));
    expect(new Set(twins).size).toBe(twins.length);
    expect(twins.every((twin) => twin.startsWith('/') && twin.endsWith('.md'))).toBe(true);
  });

  it('holds everything on the shelves, in every language', () => {
    for (const language of languages) {
      const ids = places.flatMap(({ place, language: own }) =>
        own === language && 'id' in place ? [`${place.kind}/${place.id}`] : [],
      );
      expect(ids).toEqual([
        'case/sla',
        'guide/sla',
        'practice/zoek-de-nee',
        'practice/check-in',
        'page/about',
        ...tools.map((id) => `tool/${id}`),
        'help/dead-link',
      ]);
    }
  });

  it('knows when a text has not been translated', () => {
    const missing = places
      .filter((place) => !isWritten(place))
      .map(({ place, language }) => toPath(place, language));
    expect(missing).toEqual(['/en/practices/check-in/']);
  });

  it('has no soft hyphens in titles', () => {
    expect(places.find(({ place }) => place.kind === 'case')?.title).toBe(
      'Samenwerking in R&D: <wie> *wil* "wat"?',
    );
  });

  it('dates a list by its newest text', () => {
    expect(places.find(({ place }) => place.kind === 'cases')?.changed).toBe('2026-10-20');
    expect(places.find(({ place }) => place.kind === 'home')?.changed).toBe('2026-11-10');
  });
});

describe('pictures for previews', () => {
  it('are one for each case and practice, and one for the rest of the site', () => {
    expect(toShareImagePath({ kind: 'case', id: 'sla' }, 'nl')).toBe('/og/nl/cases/sla.png');
    expect(toShareImagePath({ kind: 'practice', id: 'check-in' }, 'en')).toBe(
      '/og/en/practices/check-in.png',
    );
    expect(toShareImagePath({ kind: 'glossary' }, 'en')).toBe('/og/site-en.png');
  });
});

describe('former addresses', () => {
  it('lead to the present one in every language', () => {
    const former = listFormer({ nl: toShelves('nl'), en: toShelves('en') });
    expect(former.map(({ from, to }) => [from, to])).toEqual([
      ['/casussen/samenwerking-sla/', '/casussen/sla/'],
      ['/draaiboeken/samenwerking-sla/', '/draaiboeken/sla/'],
      ['/draaiboeken/samenwerking-sla/blad/', '/draaiboeken/sla/blad/'],
      ['/draaiboeken/samenwerking-sla/deelnemers/', '/draaiboeken/sla/deelnemers/'],
      ['/draaiboeken/samenwerking-sla/draaien/', '/draaiboeken/sla/draaien/'],
      ['/kaarten/casussen/samenwerking-sla/', '/kaarten/casussen/sla/'],
      ['/2019/05/twee-teams/', '/casussen/sla/'],
      ['/werkvormen/zoek-het-alternatief/', '/werkvormen/zoek-de-nee/'],
      ['/en/cases/samenwerking-sla/', '/en/cases/sla/'],
      ['/en/session-plans/samenwerking-sla/', '/en/session-plans/sla/'],
      ['/en/session-plans/samenwerking-sla/sheet/', '/en/session-plans/sla/sheet/'],
      ['/en/session-plans/samenwerking-sla/participants/', '/en/session-plans/sla/participants/'],
      ['/en/session-plans/samenwerking-sla/run/', '/en/session-plans/sla/run/'],
      ['/en/cards/cases/samenwerking-sla/', '/en/cards/cases/sla/'],
      ['/en/practices/zoek-het-alternatief/', '/en/practices/zoek-de-nee/'],
    ]);
  });
});
