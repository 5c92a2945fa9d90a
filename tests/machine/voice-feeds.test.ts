import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/discussion/clean.ts';
import { createStore, openStore, readSaid } from '../../src/discussion/keeping.ts';
import { toVoiceFeed } from '../../src/machine/voice-feeds.ts';
import { stances } from '../../src/model/contribution.ts';
import { languages, type Language } from '../../src/model/language.ts';
import type { Said } from '../../src/model/said.ts';
import {
  listFollowed,
  toArchived,
  toVoiceFeedPath,
  voiceFeedFormats,
  type Followed,
  type VoiceFeedFormat,
} from '../../src/model/voice-feed.ts';
import { listSpokenSubjects } from '../../src/model/voice-record.ts';
import { toNew } from '../discussion/drafts.ts';
import { randomThread, toGone, toSaid } from '../model/said.ts';
import { readXml } from './read-xml.ts';
import { handbook } from './shelves.ts';
import { toRecords, toVoiceSources } from './voices.ts';

const formats = Object.keys(voiceFeedFormats) as VoiceFeedFormat[];
const subject = 'cases/sla#agenda';
const all: Followed = { open: false };
const said: Said[] = [
  toSaid({
    id: 'r-open',
    subject,
    html: '<p>Bij ons <b>niet</b>: 3 &lt; 4 &amp; ]]&gt;</p>',
    needs: 'Meer <tijd> & rust',
    answered: { digest: 'x', text: 'Eerst dit. Dan dat.', sentence: 'Eerst dit.' },
    sent: '2026-10-02T09:00:00.000Z',
  }),
  toSaid({
    id: 'r-toegevoegd',
    subject,
    stance: 'counterargument',
    name: 'Noor & co',
    decisions: [
      { as: 'publish', by: 'redactie', at: '2026-10-03T09:00:00.000Z' },
      { as: 'add', by: 'redactie', step: 'agenda', at: '2026-11-03T09:00:00.000Z' },
    ],
  }),
  toSaid({ id: 'r-herkend', subject: 'cases/sla', stance: 'recognition' }),
  toSaid({ id: 'r-engels', subject, language: 'en' }),
  toSaid({ id: 'r-werkvorm', subject: 'practices/zoek-de-nee' }),
  toSaid({ id: 'r-elders', subject: 'cases/bestaat-niet' }),
  toSaid({ id: 'r-oude-stap', subject: 'cases/sla#is-weg' }),
  toGone({ id: 'r-weg', stance: 'insight', sent: '2026-10-01T09:00:00.000Z' }),
];

const write = (format: VoiceFeedFormat, followed = all, language: Language = 'nl', from = said) =>
  toVoiceFeed(
    format,
    language,
    { followed, about: followed.subject ?? '', records: toRecords(from, language) },
    handbook,
  );

interface Item {
  id: string;
  url: string;
  title: string;
  content_html: string;
  authors: { name: string }[];
  date_modified: string;
  date_published: string;
}
const readItems = (followed?: Followed, language?: Language, from?: readonly Said[]): Item[] =>
  (JSON.parse(write('json', followed, language, from && [...from])) as { items: Item[] }).items;
const toIds = (items: readonly Item[]): string[] =>
  items.map(({ id }) => id.replace(/.*stem-/, ''));

describe.each(languages)('a feed of voices in %s', (language) => {
  it('is Atom that any reader can read', () => {
    const elements = readXml(write('atom', all, language));
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(elements[0]).toMatchObject({
      name: 'feed',
      attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    });
    const entries = named('entry').length;
    expect(entries).toBeGreaterThan(0);
    // Each entry, and the feed around them, has what RFC 4287 requires.
    for (const name of ['id', 'title', 'updated']) expect(named(name)).toHaveLength(entries + 1);
    expect(named('content')).toHaveLength(entries);
    const ids = named('id').map(({ text }) => text);
    expect(new Set(ids).size).toBe(ids.length);
    const links = named('link').map(({ attributes }) => attributes['href'] ?? '');
    for (const link of [...links, ...ids]) expect(link).toMatch(/^https:\/\/handboek\.example\//);
    for (const { text } of [...named('updated'), ...named('published')])
      expect(new Date(text).toISOString()).toBe(text);
  });

  it('is JSON Feed 1.1', () => {
    const feed = JSON.parse(write('json', all, language)) as Record<string, unknown>;
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language });
    expect(feed['title']).toMatch(/\w/);
    expect(feed['feed_url']).toBe(
      `https://handboek.example${toVoiceFeedPath(all, 'json', language)}`,
    );
    for (const item of readItems(all, language)) {
      expect(item.id).toBe(item.url);
      expect(item.content_html).toMatch(/<p>/);
      expect(item.authors[0]?.name).toMatch(/\w/);
    }
  });
});

describe('what is followed', () => {
  it('is the voices of one language, the author’s own among them, newest change first', () => {
    expect(toIds(readItems())).toEqual([
      'r-toegevoegd',
      'r-open',
      'r-herkend',
      'r-oude-stap',
      'r-werkvorm',
      'wie-betaalt',
    ]);
    expect(toIds(readItems(all, 'en'))).toEqual(['r-engels', 'wie-betaalt']);
  });

  it('can be a case, one step of it, a practice, or only what is still open', () => {
    const follow = (followed: Followed) => toIds(readItems(followed)).sort();
    expect(follow({ subject: 'cases/sla', open: false })).toEqual(
      ['r-toegevoegd', 'r-open', 'r-herkend', 'r-oude-stap', 'wie-betaalt'].sort(),
    );
    expect(follow({ subject, open: false })).toEqual(['r-open', 'r-toegevoegd', 'wie-betaalt']);
    expect(follow({ subject: 'cases/sla', open: true })).toEqual([
      'r-open',
      'r-oude-stap',
      'wie-betaalt',
    ]);
    expect(follow({ subject: 'practices/zoek-de-nee', open: false })).toEqual(['r-werkvorm']);
  });

  it('has a feed only where somebody ever spoke, also when all of it is gone', () => {
    const spoken = (from: Said[]) => listFollowed(listSpokenSubjects(toVoiceSources(from, 'nl')));
    const own = ['cases/sla', 'cases/sla', 'cases/sla#agenda'];
    expect(spoken([]).map((each) => each.subject)).toEqual([undefined, undefined, ...own]);
    const gone = toGone({ id: 'r-weg', stance: 'insight', sent: '2026-10-01T09:00:00.000Z' });
    expect(spoken([{ ...gone, subject: 'practices/check-in' }]).slice(-2)).toEqual([
      { subject: 'practices/check-in', open: false },
      { subject: 'practices/check-in', open: true },
    ]);
    expect(toIds(readItems({ subject: 'practices/check-in', open: false }))).toEqual([]);
  });

  it('has an address of its own for every feed', () => {
    const followed = listFollowed(listSpokenSubjects(toVoiceSources(said, 'nl')));
    const paths = languages.flatMap((language) =>
      formats.flatMap((format) => followed.map((each) => toVoiceFeedPath(each, format, language))),
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('/casussen/sla/stappen/agenda.atom');
    expect(paths).toContain('/en/practices/zoek-de-nee/open.json');
  });
});

describe('an entry', () => {
  const [open] = readItems({ subject, open: true });

  it('says who stands where, about what, and holds the words, what they answer, and what is needed', () => {
    expect(open).toMatchObject({
      id: 'https://handboek.example/casussen/sla/#stem-r-open',
      title: 'Ik zie het anders: De agenda ontstaat (Samen in R&D)',
      authors: [{ name: 'deelnemer' }],
      content_html:
        '<blockquote><p>Eerst dit.</p></blockquote><p>Bij ons <b>niet</b>: 3 &lt; 4 &amp; ]]&gt;</p>' +
        '<p><strong>Nodig om mee te gaan:</strong> Meer &lt;tijd&gt; &amp; rust</p>',
    });
  });

  it('is signed as on the page', () => {
    const authors = new Map(readItems().map((item) => [toIds([item])[0], item.authors[0]?.name]));
    expect(authors.get('r-toegevoegd')).toBe('Noor & co, deelnemer');
    expect(authors.get('wie-betaalt')).toBe('de schrijver');
  });

  it('is as new as what was last decided about it, and was published when that was decided', () => {
    expect(readItems()[0]).toMatchObject({
      date_published: '2026-10-03T09:00:00.000Z',
      date_modified: '2026-11-03T09:00:00.000Z',
    });
  });

  it('has links that lead somewhere from anywhere', () => {
    const own = readItems().find(({ id }) => id.endsWith('wie-betaalt'));
    expect(own?.content_html).toContain('href="https://handboek.example/begrippen/#nee"');
    expect(own?.content_html).toContain('href="https://handboek.example/casussen/sla/#agenda"');
  });
});

describe('every feed', () => {
  it('is the same to the byte when nothing changed, in whatever order voices come', () => {
    fc.assert(
      fc.property(randomThread, (thread) => {
        for (const format of formats) {
          const feed = write(format, all, 'nl', thread);
          expect(write(format, all, 'nl', thread.toReversed())).toBe(feed);
          if (format === 'atom') readXml(feed);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never holds what is gone', () => {
    fc.assert(
      fc.property(randomThread, (thread) => {
        const here = thread.filter(({ state }) => state === 'published').map(({ id }) => id);
        expect(new Set(toIds(readItems(all, 'nl', thread)).filter((id) => id !== 'wie-betaalt')))
          // The newest fifty are more than a random thread has.
          .toEqual(new Set(here));
      }),
      { numRuns: 100 },
    );
  });

  it('never holds an e-mail address, a code or a key, whatever was sent along', async () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9]{7,12}$/);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'feeds-'));
    const keeping = { kind: 'sqlite', file: path.join(folder, 'discussion.db') } as const;
    await createStore(keeping, new Date('2026-11-25T12:00:00.000Z'));
    const store = await openStore(keeping);
    const secrets: string[] = [];
    const words: string[] = [];
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            local,
            stance: fc.constantFrom(...stances),
            words: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
            name: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }), { nil: undefined }),
          }),
          async ({ local: name, ...draft }) => {
            const cleaned = clean(draft.words);
            if (!cleaned.ok) return;
            const email = `${name}@voorbeeld.nl`;
            const given = toNew({ ...draft, subject, email });
            await store.add({ ...given, html: cleaned.html });
            const about = { at: new Date('2026-11-25T12:01:00.000Z'), version: 1 };
            await store.decide(given.id, { as: 'publish', by: 'redactie' }, about);
            secrets.push(email, name, given.code, given.draft.key);
            words.push(given.id);
          },
        ),
        { numRuns: 40 },
      );
    } finally {
      await store.close();
    }
    const kept = await readSaid(keeping);
    await rm(folder, { recursive: true });
    const records = toRecords(kept);
    const out = [
      ...formats.map((format) => write(format, all, 'nl', kept)),
      JSON.stringify(records.map((record) => toArchived(record, handbook.address))),
    ].join('\n');
    expect(words.filter((id) => !out.includes(`stem-${id}`))).toEqual([]);
    expect(secrets.filter((secret) => out.includes(secret))).toEqual([]);
    readXml(write('atom', all, 'nl', kept));
  });
});
