import { describe, expect, it } from 'vitest';
import { toFeed } from '../../src/machine/feeds.ts';
import { feedFormats, toFeedPath, type FeedFormat } from '../../src/model/feed.ts';
import { languages } from '../../src/model/language.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { handbook, toShelves } from './shelves.ts';

const read = (format: FeedFormat, language: 'nl' | 'en') =>
  readXml(toFeed(format, language, toShelves(language), handbook));
const texts = (elements: XmlElement[], name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => text);

describe.each(Object.keys(feedFormats) as FeedFormat[])('the %s feed', (format) => {
  it.each(languages)('is well-formed in %s and has only absolute addresses', (language) => {
    const elements = read(format, language);
    const links = elements.flatMap(({ name, text, attributes }) =>
      /link$|^guid$|^id$/.test(name) ? [attributes['href'] ?? text] : [],
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/^https:\/\/handboek\.example\//);
  });

  it('says where it is itself', () => {
    const self = read(format, 'en').find(({ attributes }) => attributes['rel'] === 'self');
    expect(self?.attributes['href']).toBe(`https://handboek.example${toFeedPath(format, 'en')}`);
  });

  it('is the same to the byte when nothing changed', () => {
    const build = () => toFeed(format, 'nl', toShelves('nl'), handbook);
    expect(build()).toBe(build());
  });

  it('leaves out texts that are not in its language', () => {
    expect(JSON.stringify(read(format, 'nl'))).toContain('/werkvormen/check-in/');
    expect(JSON.stringify(read(format, 'en'))).not.toContain('check-in');
  });

  it('names no person', () => {
    expect(texts(read(format, 'nl'), 'name')).toEqual(format === 'atom' ? ['Stroom & Co'] : []);
  });
});

describe('escaping', () => {
  it('keeps a title plain in RSS', () => {
    expect(texts(read('rss', 'nl'), 'title')).toContain('Samenwerking in R&D: <wie> *wil* "wat"?');
  });

  it('writes a title as HTML in Atom, because that is what Atom is told it is', () => {
    expect(texts(read('atom', 'nl'), 'title')).toContain(
      'Samenwerking in R&amp;D: &lt;wie&gt; *wil* &quot;wat&quot;?',
    );
  });

  it('does not let a text end its own CDATA', () => {
    expect(texts(read('rss', 'nl'), 'description')).toContain(
      '<p>Twee teams &amp; één vraag: is 3 &lt; 4? ]]&gt; Ja.</p>',
    );
  });

  it('names the language of the feed', () => {
    expect(read('atom', 'en')[0]?.attributes['xml:lang']).toBe('en');
    expect(texts(read('rss', 'en'), 'language')).toEqual(['en']);
  });

  it('marks an exercise as one', () => {
    expect(texts(read('rss', 'nl'), 'category')).toContain('Oefencasus');
  });
});
