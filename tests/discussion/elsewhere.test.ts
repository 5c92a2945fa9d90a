import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDisqus } from '../../src/discussion/carry/disqus.ts';
import type { Foreign, ForeignComment } from '../../src/discussion/carry/elsewhere.ts';
import { gather, type GatherOptions } from '../../src/discussion/carry/gather.ts';
import { readIsso } from '../../src/discussion/carry/isso.ts';
import { toTyped } from '../../src/discussion/carry/typed.ts';
import { readWordPress } from '../../src/discussion/carry/wordpress.ts';
import { clean } from '../../src/discussion/clean.ts';
import { toSeen } from '../../src/model/line.ts';
import { makeIsso, toDisqus, toWxr } from './elsewhere.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'elsewhere-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* toChunks(text: string) {
  yield await Promise.resolve(Buffer.from(text));
}

async function collect(foreign: AsyncIterable<Foreign> | Iterable<Foreign>) {
  const all: Foreign[] = [];
  for await (const one of foreign) all.push(one);
  return {
    comments: all.flatMap((one): ForeignComment[] => (one.kind === 'comment' ? [one.comment] : [])),
    posts: all.flatMap((one) => (one.kind === 'post' ? [one.post] : [])),
    leftOut: all.flatMap((one) => (one.kind === 'left-out' ? [one.leftOut.why] : [])),
  };
}

const options: GatherOptions = {
  settings: { name: 'optional', email: 'optional' },
  language: 'nl',
  publish: true,
  find: () => 'cases/sla',
  onPost: () => 'cases/sla',
};

describe('an export of WordPress', () => {
  const wxr = toWxr([
    {
      id: 1,
      title: 'R&#038;D &amp; &lt;i&gt;meer&lt;/i&gt;',
      comments: [
        { id: 11, words: 'Ja,\n<b>zo</b> & niet <script>x</script>' },
        { id: 12, parent: 11, approved: '0' },
        { id: 13, approved: 'spam' },
        { id: 14, approved: 'trash' },
        { id: 15, type: 'pingback' },
        { id: 16, parent: 13 },
        { id: 17, date: '0000-00-00 00:00:00' },
        { id: 18, words: ' ' },
      ],
    },
    { id: 2, status: 'private' },
    { id: 3, status: 'trash' },
    { id: 4, type: 'page', comments: [{ id: 41 }] },
    { id: 5, type: 'attachment' },
  ]);

  it('is read whole: posts, threads, moments, and why something is left out', async () => {
    const { comments, posts, leftOut } = await collect(readWordPress(toChunks(wxr)));
    expect(posts.map(({ id, title, published }) => [id, title, published])).toEqual([
      ['1', 'R&D & meer', '2019-05-01'],
      ['2', 'Bericht 2', '2019-05-01'],
    ]);
    expect(posts[1]?.notes).toEqual(['It was not published there: its state was “private”.']);
    expect(comments.map(({ id, parent, isShown }) => [id, parent, isShown])).toEqual([
      ['11', undefined, true],
      ['12', '11', false],
      ['16', '13', true],
      ['17', undefined, true],
    ]);
    expect(comments[0]).toMatchObject({
      words: 'Ja,\n<b>zo</b> & niet',
      at: new Date('2019-05-02T08:00:11Z'),
      site: 'wordpress oud.voorbeeld.nl',
    });
    expect(leftOut).toEqual([
      ...['a comment marked “spam”', 'a comment marked “trash”', 'a pingback, and no comment'],
      ...['a comment without words', 'a post that was thrown away or never written (trash)'],
      ...['of the kind “page”, and no post', 'comments on what is no post'],
      'of the kind “attachment”, and no post',
    ]);
    expect(JSON.stringify({ comments, posts })).not.toContain('203.0.113');
  });

  it('is told apart from other feeds', async () => {
    const feed = wxr.replace(/<wp:wxr_version>.*?<\/wp:wxr_version>/, '');
    await expect(collect(readWordPress(toChunks(feed)))).rejects.toThrow(
      'Expected an export of WordPress',
    );
  });
});

describe('an export of Disqus', () => {
  it('is read whole', async () => {
    const text = toDisqus({ 10: 'https://oud.voorbeeld.nl/a/' }, [
      {
        id: '1',
        message:
          '<p>Ja &amp; <b>nee</b></p><p>Zie <a href="https://x.nl" rel="nofollow noopener" target="_blank" title="x">hier</a></p>',
      },
      { id: '2', parent: '1' },
      { id: '3', spam: true },
      { id: '4', deleted: true },
      { id: '5', thread: '99' },
    ]);
    const { comments, leftOut } = await collect(readDisqus(toChunks(text)));
    expect(comments.map(({ id, parent, words }) => [id, parent, words])).toEqual([
      ['1', undefined, 'Ja & <b>nee</b>\n\nZie <a href="https://x.nl" title="x">hier</a>'],
      ['2', '1', 'Reactie 2'],
    ]);
    expect(comments[0]?.page.address).toBe('https://oud.voorbeeld.nl/a/');
    expect(leftOut).toHaveLength(3);
    expect(JSON.stringify(comments)).not.toContain('203.0.113');
  });

  it('is told apart from other XML', async () => {
    await expect(collect(readDisqus(toChunks('<disqus/>')))).rejects.toThrow('an export of Disqus');
  });
});

describe('a database of Isso', () => {
  it('is read whole, with its words as they were typed', async () => {
    const file = path.join(folder, 'comments.db');
    makeIsso(file, '/a/', [
      { id: 1, text: 'Dit is **belangrijk** & <b>waar</b>' },
      { id: 2, parent: 1, mode: 2, author: null },
      { id: 3, mode: 4, text: '' },
    ]);
    const { comments, leftOut } = await collect(readIsso(file));
    expect(comments.map(({ id, parent, isShown, name }) => [id, parent, isShown, name])).toEqual([
      ['1', undefined, true, 'Ana'],
      ['2', '1', false, undefined],
    ]);
    expect(comments[0]).toMatchObject({
      words: 'Dit is **belangrijk** & <b>waar</b>',
      at: new Date(1_500_000_001_250),
    });
    expect(leftOut).toEqual(['a comment that was taken away']);
  });

  it('is told apart from other files', async () => {
    const file = path.join(folder, 'other.db');
    await writeFile(file, 'geen database');
    expect(() => [...readIsso(file)]).toThrow(/Expected the database of Isso in .*not a database/);
    expect(() => [...readIsso(path.join(folder, 'nowhere.db'))]).toThrow(
      'Expected the database of Isso',
    );
    const empty = path.join(folder, 'empty.db');
    await writeFile(empty, '');
    expect(() => [...readIsso(empty)]).toThrow('found no such table');
  });
});

describe('what was said elsewhere', () => {
  const read = (text: string, given: Partial<GatherOptions> = {}) =>
    gather(readWordPress(toChunks(text)), { ...options, ...given });

  it('gets the same id every time, and answers what it answered', async () => {
    const text = toWxr([
      {
        id: 1,
        comments: [
          { id: 11 },
          { id: 12, parent: 11 },
          { id: 13, parent: 12 },
          { id: 14, parent: 9 },
        ],
      },
    ]);
    const { comments, changed } = await read(text);
    const [first, second, third, fourth] = comments;
    expect([second?.to, third?.to, fourth?.to]).toEqual([first?.id, second?.id, undefined]);
    expect(first?.id).toMatch(/^r-[0-9a-z]{20}$/);
    expect(
      (await read(text.replaceAll('https://oud', 'http://www.oud'))).comments.map(({ id }) => id),
    ).toEqual(comments.map(({ id }) => id));
    expect(
      (await read(text.replaceAll('oud.voorbeeld', 'ander.voorbeeld'))).comments[0]?.id,
    ).not.toBe(first?.id);
    expect(changed.get('answers something that was left out, and stands by itself')).toBe(1);
  });

  it('carries a name only where names are asked for, and an address never as a name', async () => {
    const text = toWxr([
      {
        id: 1,
        comments: [
          { id: 11 },
          { id: 12, author: 'sanne@voorbeeld.nl' },
          { id: 13, author: 'x'.repeat(80), email: 'geen adres' },
        ],
      },
    ]);
    const { comments } = await read(text, { role: 'reader' });
    expect(comments.map(({ name, role, email }) => [name, role, email])).toEqual([
      ['Sanne', undefined, 'sanne@voorbeeld.nl'],
      [undefined, 'reader', 'sanne@voorbeeld.nl'],
      ['x'.repeat(60), undefined, undefined],
    ]);
    const off = await read(text, { settings: { name: 'off', email: 'off' } });
    expect(off.comments.some(({ name, email }) => name !== undefined || email !== undefined)).toBe(
      false,
    );
  });

  it('waits when it waited there, and is counted when its page is nothing here', async () => {
    const text = toWxr([{ id: 1, comments: [{ id: 11 }, { id: 12, approved: '0' }] }]);
    expect((await read(text)).comments.map(({ publish }) => publish)).toEqual([true, false]);
    expect((await read(text, { publish: false })).comments.some(({ publish }) => publish)).toBe(
      false,
    );
    const { comments, unknown } = await read(text, { onPost: () => undefined });
    expect([comments, [...unknown]]).toEqual([
      [],
      [['https://oud.voorbeeld.nl/2019/05/bericht-1/', 2]],
    ]);
  });

  it('is left out when it is longer than a reader may be here', async () => {
    const text = toWxr([{ id: 1, comments: [{ id: 11, words: 'x'.repeat(70_000) }] }]);
    expect(await read(text)).toMatchObject({
      comments: [],
      leftOut: [{ why: 'a comment of more than 64 kB' }],
    });
  });

  it('shows words of HTML as they were, and nothing of it runs', () => {
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<script>',
        '&amp;',
        '&lt;',
        '&euro;',
        '<a href="javascript:x">',
        '<!--',
        '<',
        '&',
      ),
    );
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 8 }), (parts) => {
        const text = toSeen(parts.join('')).replaceAll(/\s+/g, ' ').trim();
        const cleaned = clean(toTyped(`<p>${escape(text)}</p>`, { isPage: true }));
        const shown = (cleaned.ok ? cleaned.html : '').replaceAll(/<\/?p>/g, '');
        expect(shown).toBe(escape(text));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its words when somebody nested it beyond reading', () => {
    const html = `${'<b>'.repeat(20_000)}Ja`;
    expect(clean(toTyped(html))).toMatchObject({ ok: true });
    expect(toTyped(html)).toContain('Ja');
  });
});
