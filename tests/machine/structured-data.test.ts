import { describe, expect, it } from 'vitest';
import {
  toCaseData,
  toGlossaryData,
  toPracticeData,
  toSiteData,
} from '../../src/machine/structured-data.ts';
import { toSaid } from '../model/said.ts';
import { handbook, sources, toShelves } from './shelves.ts';
import { toRecords } from './voices.ts';

const { cases, practices, terms } = toShelves('nl');
const [entry] = cases;
const [practice, untranslated] = practices;
if (!entry || !practice || !untranslated) throw new Error('The shelves of this test are empty.');
const around = { handbook, language: 'nl' as const };

describe('structured data', () => {
  it('makes a case an article, with its steps as a how-to', () => {
    const [article] = read(toCaseData(entry, around));
    expect(article).toMatchObject({
      '@type': 'Article',
      headline: 'Samenwerking in R&D: <wie> *wil* "wat"?',
      genre: 'Oefencasus',
      inLanguage: 'nl',
      datePublished: '2026-10-01',
      dateModified: '2026-10-20',
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      mainEntityOfPage: 'https://handboek.example/casussen/sla/',
      image: 'https://handboek.example/og/nl/cases/sla.png',
    });
  });

  it('tells of what readers said, signed as on the page, and of nothing when nobody did', () => {
    const voices = toRecords([toSaid({ html: '<p>Bij ons &lt;anders&gt;.</p>', needs: 'Tijd' })]);
    expect(read(toCaseData(entry, around, voices))[0]).toMatchObject({
      commentCount: 1,
      comment: [
        {
          '@type': 'Comment',
          url: 'https://handboek.example/casussen/sla/#stem-r-een',
          text: 'Bij ons <anders>.',
          creditText: 'deelnemer',
        },
      ],
    });
    // The author’s own voice is part of the article.
    expect(toCaseData(entry, around, toRecords([]))).toEqual(toCaseData(entry, around));
  });

  it('invents no author', () => {
    expect(JSON.stringify(toCaseData(entry, around))).not.toMatch(/"(author|publisher|Person)"/);
    expect(read(toCaseData(entry, around))[0]).not.toHaveProperty('creditText');
    const [article] = read(toCaseData({ ...entry, author: 'de begeleider' }, around));
    expect(article).toMatchObject({ creditText: 'de begeleider' });
    expect(article).not.toHaveProperty('author');
  });

  it('names the source of a translation, and of nothing else', () => {
    const [translated] = toShelves('en').cases;
    if (!translated) throw new Error('The English shelf is empty.');
    expect(read(toCaseData(translated, { handbook, language: 'en' }))[0]).toMatchObject({
      '@id': 'https://handboek.example/en/cases/sla/',
      translationOfWork: { '@id': 'https://handboek.example/casussen/sla/' },
    });
    expect(read(toCaseData(entry, around))[0]).not.toHaveProperty('translationOfWork');
  });

  it('points a page without a translation at the text it shows', () => {
    const [howTo] = read(toPracticeData(untranslated, { handbook, language: 'en', sources }));
    expect(howTo).toMatchObject({
      '@id': 'https://handboek.example/werkvormen/check-in/',
      inLanguage: 'nl',
    });
  });

  it('makes a practice a how-to with steps, supplies and sources', () => {
    const [howTo] = read(toPracticeData(practice, { ...around, sources }));
    expect(howTo).toMatchObject({
      '@type': 'HowTo',
      name: 'Werkvorm zoek-de-nee & meer',
      totalTime: 'PT20M',
      step: [
        { position: 1, text: 'Vraag' },
        { position: 2, text: 'Wacht' },
        { position: 3, text: 'Bedank' },
      ],
      supply: [{ '@type': 'HowToSupply', name: 'stift' }],
      isBasedOn: [
        { '@type': 'CreativeWork', name: 'Het boek & de rest', creditText: 'Een schrijver' },
      ],
    });
  });

  it('says no total time when it depends on the group', () => {
    const round = { ...practice, minutes: { min: 5, max: 20, perPerson: 2 } };
    expect(read(toPracticeData(round, { ...around, sources }))[0]).not.toHaveProperty('totalTime');
  });

  it('makes the glossary a set of terms at their own addresses', () => {
    const [set] = read(toGlossaryData(terms, around));
    expect(set).toMatchObject({
      '@type': 'DefinedTermSet',
      hasDefinedTerm: [
        {
          '@type': 'DefinedTerm',
          name: 'consent & zo',
          url: 'https://handboek.example/begrippen/#consent',
          inDefinedTermSet: 'https://handboek.example/begrippen/',
        },
        { '@type': 'DefinedTerm', termCode: 'nee' },
      ],
    });
  });

  it('tells how to search the site', () => {
    expect(read(toSiteData({ handbook, language: 'en' }))[0]).toMatchObject({
      '@type': 'WebSite',
      url: 'https://handboek.example/en/',
      potentialAction: {
        '@type': 'SearchAction',
        target: { urlTemplate: 'https://handboek.example/en/search/?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    });
  });

  it('leads the way from the front page', () => {
    expect(read(toCaseData(entry, around))[1]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, item: 'https://handboek.example/' },
        { position: 2, item: 'https://handboek.example/casussen/' },
        { position: 3, name: 'Samen in R&D', item: 'https://handboek.example/casussen/sla/' },
      ],
    });
  });
});

/** The graph as it is after it has been written and read: what is undefined is gone. */
const read = (data: object): Record<string, unknown>[] =>
  (JSON.parse(JSON.stringify(data)) as { '@graph': Record<string, unknown>[] })['@graph'];
