import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContributionDraft } from '../../src/model/draft.ts';
import {
  emptyDraft,
  hasWords,
  isSameTalk,
  readOwnTalks,
  readTalkDraft,
  toOwnTalk,
  toSending,
  toTried,
} from '../../src/model/own-talk.ts';

const fields = {
  subject: 'cases/sla',
  language: 'nl',
  stance: 'insight',
  words: 'Het duurt lang.',
  needs: 'Tijd.',
  name: '',
};
const key = 'abcdefghijklmnopqrstuvwx';
const own = {
  id: 'r-1',
  subject: 'cases/sla',
  stance: 'insight',
  words: 'Het duurt lang.',
  sent: '2026-11-25T12:00:00Z',
  status: 'pending',
};

describe('what a browser keeps of a reaction that is being written', () => {
  it('is sent as a draft the discussion takes, without what is empty', () => {
    const sending = toSending({ key, fields });
    expect(sending).not.toHaveProperty('name');
    expect(ContributionDraft.parse(sending)).toMatchObject({ words: fields.words, key });
  });

  it('leaves out a need that was written before the reader came along', () => {
    const sending = toSending({ key, fields: { ...fields, stance: 'recognition' } });
    expect(sending).not.toHaveProperty('needs');
  });

  it('knows of one try which words it had, and of two different ones that nobody knows', () => {
    const once = toTried({ key, fields });
    expect(isSameTalk(once.tried ?? {}, fields)).toBe(true);
    expect(isSameTalk(toTried(once).tried ?? {}, fields)).toBe(true);
    const other = { ...fields, words: 'Toch niet.' };
    const twice = toTried({ ...once, fields: other });
    expect(isSameTalk(twice.tried ?? {}, other)).toBe(false);
    expect(isSameTalk(toTried({ ...twice, fields }).tried ?? {}, fields)).toBe(false);
  });

  it('has words only when somebody wrote something', () => {
    expect(hasWords(emptyDraft)).toBe(false);
    expect(hasWords({ fields: { ...fields, words: ' \n', needs: '' } })).toBe(false);
    expect(hasWords({ fields })).toBe(true);
  });

  it('comes back from a record as it went in', () => {
    const draft = fc.record({
      key: fc.string(),
      fields: fc.dictionary(fc.string(), fc.string()),
    });
    fc.assert(
      fc.property(draft, (value) => {
        expect(readTalkDraft(JSON.parse(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  it('is nothing when a record has another shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readTalkDraft(value);
        if (read !== undefined) expect(typeof read.key).toBe('string');
      }),
    );
    expect(readTalkDraft({ key, fields: { words: 3 } })).toBeUndefined();
    expect(readTalkDraft({ key, fields, tried: 'words' })).toBeUndefined();
  });
});

describe('what a browser keeps of a reaction that was sent', () => {
  it('is what the discussion tells its writer, and the code', () => {
    const told = { ...own, html: '<p>Het duurt lang.</p>', name: 'Iemand', editableUntil: '' };
    const read = toOwnTalk('K7QF2', told);
    expect(read).toMatchObject({ ...own, code: 'K7QF2' });
    expect(read).not.toHaveProperty('name');
    expect(readOwnTalks(JSON.parse(JSON.stringify([read])))).toHaveLength(1);
  });

  it('is nothing when it has another shape', () => {
    for (const told of [null, [], 'own', { ...own, status: 'lost' }, { ...own, words: 3 }])
      expect(toOwnTalk('K7QF2', told)).toBeUndefined();
    expect(toOwnTalk(undefined, own)).toBeUndefined();
    expect(readOwnTalks([{ ...own, code: 'K7QF2' }, {}])).toBeUndefined();
    expect(readOwnTalks({})).toBeUndefined();
  });
});
