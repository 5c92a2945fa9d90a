import { beforeAll, describe, expect, it } from 'vitest';
import { toAnchoring } from '../../src/model/anchor.ts';
import type { Block } from '../../src/model/block.ts';
import { toPassage } from '../../src/model/passage-text.ts';
import { SubjectList, toFinder, toSubjectList } from '../../src/model/subject-list.ts';
import { readContent } from './read-content.ts';

let list: SubjectList;

beforeAll(async () => {
  list = toSubjectList({ nl: await readContent('nl'), en: await readContent('en') });
});

describe('the passage of a step', () => {
  const html = (text: string): Block[] => [{ kind: 'html', html: text }];

  it('holds the words and no markup', () => {
    const { text } = toPassage(
      html('<p id="p-1">Zeg het &#x3C;zacht&gt; &#x26; <em>helder</em>.</p>\n<p>En toen?</p>'),
    );
    expect(text).toBe('Zeg het <zacht> & helder. En toen?');
  });

  it('stays the same when somebody only says something about it', () => {
    const voice =
      '<p>Iedereen <mark class="anker" id="anker-a">zegt iets</mark><a href="#kant-a" class="ref" data-voice="a">a</a>.</p>';
    expect(toPassage(html(voice))).toEqual(toPassage(html('<p>Iedereen zegt iets.</p>')));
  });

  it('has the same digest when a voice comes between two of its paragraphs', () => {
    const [first, second] = ['<p>Iedereen zegt iets.</p>', '<p>Dan wordt het stil.</p>'] as const;
    const cut = toPassage([...html(first), ...html(second)]);
    expect(cut.digest).toBe(toPassage(html(`${first}\n${second}`)).digest);
  });

  it('has another digest as soon as a letter changes', () => {
    const digests = ['Ja.', 'ja.', 'Ja!', 'Ja', ''].map((text) => toPassage(html(text)).digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('everything that can be spoken about', () => {
  it('is read again as it was written', () => {
    expect(SubjectList.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  it('holds the sentences of the shipped case, so that each of them can be answered', () => {
    const find = toFinder(list);
    const step = list.subjects.find(({ id }) => id === 'sla')?.steps[0]?.id ?? '';
    const passage = find(`cases/sla#${step}`, 'nl')?.passage ?? { digest: '', text: '' };
    expect(passage.text.length).toBeGreaterThan(100);
    for (const sentence of passage.text.split(/(?<=[.!?])\s/))
      expect(toAnchoring({ ...passage, sentence }, passage)).toEqual({ state: 'same' });
  });

  it('has one passage for each language it was written in', () => {
    const find = toFinder(list);
    const [dutch, english] = (['nl', 'en'] as const).map((one) => find('cases/sla', one));
    expect(dutch?.subject).toBe(english?.subject);
    expect(dutch?.passage.digest).not.toBe(english?.passage.digest);
  });

  it('knows the author’s own voices about a step, so that they can be answered', () => {
    const find = toFinder(list);
    expect(find('cases/sla#kennismaking', 'nl')?.voices).toContain('wie-betaalt');
  });

  it('is found by the address of its page in any spelling', () => {
    const find = toFinder(list);
    for (const named of [
      'cases/sla',
      '/casussen/sla/',
      '/casussen/sla',
      '/en/cases/sla/index.html',
    ])
      expect(find(named, 'nl')?.subject).toBe('cases/sla');
    expect(find('/casussen/nergens/', 'nl')).toBeUndefined();
    expect(find('', 'nl')).toBeUndefined();
  });
});
