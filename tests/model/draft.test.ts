import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiscussionSettings } from '../../src/model/discussion-settings.ts';
import { mostBytes, readDraft, readRevision } from '../../src/model/draft.ts';
import { toLine, toSeen } from '../../src/model/line.ts';

const settings = DiscussionSettings.parse({
  roles: [{ id: 'participant', nl: 'deelnemer', en: 'participant' }],
});
const sent = {
  subject: 'cases/sla#check-in',
  language: 'nl',
  stance: 'insight',
  words: 'Bij ons ging dat anders.',
  needs: 'Dat de leverancier mee mag praten.',
  role: 'participant',
  key: 'f6b1c8d4-8a39-4a7e-9d4f-0c3f3a1b2c3d',
};
const read = (changes: object, asked = settings) => readDraft({ ...sent, ...changes }, asked);
const problems = (changes: object, asked = settings) => {
  const reading = read(changes, asked);
  return reading.ok ? [] : reading.problems.map(({ field, problem }) => `${field} ${problem}`);
};

describe('a draft', () => {
  it('is held as it was meant, with empty fields left out', () => {
    expect(
      read({ words: ' Een\r\ntwee \u0007', name: '  ', email: '', on: ' de \n zin ' }),
    ).toEqual({
      ok: true,
      value: { ...sent, words: 'Een\ntwee', on: 'de zin' },
    });
  });

  it.each<[string, object, string[]]>([
    ['says that words are missing', { words: '  ' }, ['words missing']],
    ['says that dissent must tell what it needs', { needs: '' }, ['needs missing']],
    ['asks no need of recognition', { stance: 'recognition', needs: undefined }, []],
    ['refuses an unknown stance', { stance: 'thumbs-up' }, ['stance unknown']],
    ['refuses an unknown language', { language: 'fr' }, ['language unknown']],
    ['refuses what is no subject', { subject: 'pages/about' }, ['subject unknown']],
    ['refuses an unknown role', { role: 'boss' }, ['role unknown']],
    ['wants a name or a role', { role: '' }, ['name missing']],
    ['is content with a name', { role: '', name: 'Sanne' }, []],
    ['refuses an address as name', { name: 'sanne@voorbeeld.nl' }, ['name malformed']],
    ['refuses what is no address', { email: 'sanne' }, ['email malformed']],
    ['refuses a key that can be guessed', { key: '1' }, ['key malformed']],
    ['wants a key', { key: undefined }, ['key missing']],
    ['refuses a list where a text is asked', { words: ['a', 'b'] }, ['words malformed']],
    ['refuses more than 64 kB', { words: 'é'.repeat(mostBytes / 2 + 1) }, ['words too-long']],
    ['takes 64 kB', { words: 'é'.repeat(mostBytes / 2) }, []],
    [
      'refuses what is not for a reader to give',
      { status: 'published', id: 'r-1', html: '<p>', date: '2020-01-01', state: 'added' },
      ['status', 'id', 'html', 'date', 'state'].map((field) => `${field} unexpected`),
    ],
    [
      'tells everything that is wrong at once, once for each field',
      { words: '', stance: '', role: 'boss', name: 'x'.repeat(61) },
      ['stance missing', 'words missing', 'name too-long', 'role unknown'],
    ],
  ])('%s', (_sentence, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it('follows what the owner asks for', () => {
    const off = DiscussionSettings.parse({ ...settings, name: 'off', email: 'off' });
    expect(problems({ name: 'Sanne', email: 'sanne@voorbeeld.nl' }, off)).toEqual([
      'name not-asked',
      'email not-asked',
    ]);
    expect(problems({ role: '' }, off)).toEqual(['role missing']);
    const required = DiscussionSettings.parse({ ...settings, name: 'required', email: 'required' });
    expect(problems({}, required)).toEqual(['name missing', 'email missing']);
    const anonymous = DiscussionSettings.parse({ anonymous: true });
    expect(problems({ role: '' }, anonymous)).toEqual([]);
  });

  it('never fails over what is sent, whatever that is', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(readDraft(anything, settings).ok).toBe(false);
        expect(readRevision(anything, 'insight').ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a revision', () => {
  it('changes words and needs, and nothing else', () => {
    const { words, needs } = sent;
    expect(readRevision({ words, needs }, 'insight')).toEqual({
      ok: true,
      value: { words, needs },
    });
    expect(readRevision({ words, stance: 'recognition', needs }, 'insight')).toEqual({
      ok: false,
      problems: [{ field: 'stance', problem: 'unexpected' }],
    });
    expect(readRevision({ words }, 'counterargument')).toEqual({
      ok: false,
      problems: [{ field: 'needs', problem: 'missing' }],
    });
  });
});

describe('the settings of the discussion', () => {
  it('have a sensible default for everything', () => {
    expect(DiscussionSettings.parse({})).toMatchObject({ name: 'optional', email: 'optional' });
  });

  it.each([
    { name: 'off', roles: [] },
    { roles: [settings.roles[0], settings.roles[0]] },
    { votes: true },
  ])('are not %j', (given) => {
    expect(DiscussionSettings.safeParse(given).success).toBe(false);
  });
});

describe('a text', () => {
  it('keeps everything that can be seen', () => {
    expect(toSeen('Ré\u0000\ud800 a\r\nb\tc 👩‍👩‍👧 €\u202e')).toBe('Ré a\nb\tc 👩‍👩‍👧 €');
    expect(toLine(' een\u00a0 \n\n twee ')).toBe('een twee');
  });
});
