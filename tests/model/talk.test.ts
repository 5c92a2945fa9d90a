import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAuthorVoices } from '../../src/model/author-voice.ts';
import { walkBlocks } from '../../src/model/block.ts';
import { toBoardStart } from '../../src/model/board-link.ts';
import { readBoardLink } from '../../src/model/board-code.ts';
import { isDissent } from '../../src/model/contribution.ts';
import { toPassageFinder } from '../../src/model/passage-finder.ts';
import { toPassage } from '../../src/model/passage-text.ts';
import { toPracticeNoes } from '../../src/model/practice-noes.ts';
import type { Said, SaidContribution } from '../../src/model/said.ts';
import { toSpokenText, toSummary } from '../../src/model/spoken-text.ts';
import { toTalk } from '../../src/model/talk.ts';
import type { VoiceView } from '../../src/model/voice-view.ts';
import { isThere, toWholeThread } from '../../src/model/whole-thread.ts';
import { readContent } from './read-content.ts';
import { randomThread, toGone, toSaid } from './said.ts';

const [dutch, english] = [await readContent('nl'), await readContent('en')];
const [sla, inEnglish] = [dutch, english].map(({ cases }) => cases.find(({ id }) => id === 'sla'));
if (!sla || !inEnglish) throw new Error('The case of these tests is gone.');
const now = new Date('2026-11-25T12:00:00.000Z');
const roles = [{ id: 'participant', nl: 'deelnemer', en: 'participant' }];
const passageOf = (step: string) => {
  const block = sla.blocks.find((each) => each.kind === 'step' && each.step.id === step);
  return toPassage(block?.kind === 'step' ? block.blocks : []);
};
const findPassage = toPassageFinder(
  new Map([
    ['nl', sla],
    ['en', inEnglish],
  ]),
);

const talkOf = (said: readonly Said[], language: 'nl' | 'en' = 'nl') =>
  toTalk(
    { subject: 'cases/sla', blocks: sla.blocks, language: 'nl', steps: sla.steps },
    { voices: [...toAuthorVoices(sla), ...said], roles, language, findPassage, now },
  );

const all = (views: readonly VoiceView[]): VoiceView[] =>
  views.flatMap((view) => [view, ...all(view.recognitions), ...all(view.answers)]);
const find = (talk: ReturnType<typeof talkOf>, id: string) => {
  const view = all([...talk.thread.dissents, ...talk.thread.others]).find(
    ({ said }) => said.id === id,
  );
  if (!view) throw new Error(`“${id}” is in no thread.`);
  return view;
};
const answered = (step: string, sentence?: string) => ({
  ...passageOf(step),
  ...(sentence === undefined ? {} : { sentence }),
});

describe('the conversation about a case', () => {
  it('holds the author’s own voices by the rules of all others', () => {
    const recognition = toSaid({
      id: 'r-herken',
      subject: 'cases/sla#kennismaking',
      stance: 'recognition',
      to: 'wie-betaalt',
      html: '<p>Bij ons wist iedereen dat.</p>',
    });
    const { thread } = talkOf([]);
    expect(thread.dissents.map(({ said }) => said.id)).toEqual(
      sla.contributions.filter(({ stance }) => isDissent(stance)).map(({ id }) => id),
    );
    expect(find(talkOf([]), 'wie-betaalt').ladder).toMatchObject({ rung: 'found', open: true });
    const spread = find(talkOf([recognition]), 'wie-betaalt');
    expect(spread.ladder).toMatchObject({ rung: 'coming-along', days: 2 });
    expect(spread.recognitions.map(({ said }) => said.id)).toEqual(['r-herken']);
    expect(spread.about).toMatchObject({ kind: 'words', href: '#anker-wie-betaalt' });
  });

  it('puts a voice of a reader beside the words it answers, with the next letter', () => {
    const sentence = 'Dat maakt de eerste minuten lichter.';
    const talk = talkOf([toSaid({ answered: answered('check-in', sentence) })]);
    expect(find(talk, 'r-een').about).toEqual({
      kind: 'words',
      words: sentence,
      href: '#anker-r-een',
    });
    const step = talk.story.blocks.find(
      (each) => each.kind === 'step' && each.step.id === 'check-in',
    );
    const blocks = step?.kind === 'step' ? step.blocks : [];
    const at = blocks.findIndex((block) => block.kind === 'contribution');
    const before = blocks[at - 1];
    expect(before?.kind === 'html' && before.html).toMatch(/data-voice="r-een">d<\/a>[^]*<\/p>$/);
    expect(toSpokenText(toPassage(blocks).text)).toBe(toSpokenText(passageOf('check-in').text));
  });

  it('says what changed since, and what is gone, with the words of then and now', () => {
    const was = {
      digest: 'before',
      text: 'Zet de ramen open. En wacht.',
      sentence: 'Zet alle ramen open.',
    };
    const view = find(talkOf([toSaid({ subject: 'cases/sla#pauze', answered: was })]), 'r-een');
    expect(view.anchoring).toEqual({
      state: 'changed',
      was: 'Zet alle ramen open.',
      is: 'Zet de ramen open.',
      stands: false,
    });
    const gone = find(talkOf([toSaid({ subject: 'cases/sla#lunch', answered: was })]), 'r-een');
    expect(gone).toMatchObject({
      about: { kind: 'gone' },
      anchoring: { state: 'gone' },
      answerable: false,
    });
    expect(
      find(talkOf([toSaid({ answered: answered('check-in') })]), 'r-een').anchoring,
    ).toBeUndefined();
  });

  it('credits a no at the step it changed, and leads what went under to a board', async () => {
    const decide = (id: string, as: 'add' | 'below', at: string): SaidContribution =>
      toSaid({
        id,
        needs: 'Tijd.',
        decisions: [
          as === 'add' ? { as, by: 'redactie', step: 'oogst', at } : { as, by: 'redactie', at },
        ],
      });
    const talk = talkOf([
      decide('r-een', 'add', '2026-10-11T10:00:00.000Z'),
      decide('r-twee', 'below', '2026-10-12T10:00:00.000Z'),
    ]);
    expect([...talk.thanks]).toEqual([['oogst', 'r-een']]);
    expect(find(talk, 'r-een')).toMatchObject({ added: { id: 'oogst' }, ladder: { days: 10 } });
    const link = await readBoardLink(find(talk, 'r-twee').board ?? '');
    expect(link.state === 'begun' && link.board.poles.map(({ name }) => name)).toEqual([
      'Eerst hoor je iedereen',
      'Dat gaat bij ons anders.',
    ]);
  });

  it('names who speaks by role in the language of the page', () => {
    const said = [toSaid({ name: 'Noor' }), toSaid({ id: 'r-twee', role: 'weg' })];
    expect(find(talkOf(said, 'en'), 'r-een').by).toBe('Noor, participant');
    expect(find(talkOf(said), 'r-een').by).toBe('Noor, deelnemer');
    expect(find(talkOf(said), 'r-twee').by).toBe('weg');
  });

  it('shows everything that was said once, whatever it answers and wherever', () => {
    fc.assert(
      fc.property(randomThread, fc.constantFrom('pauze', 'lunch', 'check-in'), (drawn, step) => {
        const said = drawn.map((one, index) =>
          index % 2 === 0 ? one : { ...one, subject: `cases/sla#${step}` },
        );
        const talk = talkOf(said);
        const views = all([...talk.thread.dissents, ...talk.thread.others]);
        const wanted = [...said, ...toAuthorVoices(sla)].map(({ id }) => id).sort();
        expect(views.map((view) => view.said.id).sort()).toEqual(wanted);
        expect(Math.max(0, ...views.map(({ depth }) => depth))).toBeLessThanOrEqual(2);
        const open = talk.thread.dissents.map(({ ladder }) => ladder?.open ?? false);
        expect(open).toEqual([...open].sort((a, b) => Number(b) - Number(a)));
        const notes = [...walkBlocks(talk.story.blocks)].filter(
          ({ kind }) => kind === 'contribution',
        );
        const ids = notes.map((block) => block.kind === 'contribution' && block.contribution.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(views.filter(({ said: one }) => !isThere(one)).every(({ by }) => by === '')).toBe(
          true,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('puts what is gone after every no that is there', () => {
    const gone = toGone({ id: 'r-weg', stance: 'insight', sent: '2020-01-01T00:00:00.000Z' });
    const { dissents } = toWholeThread('cases/sla', [gone, toSaid()], now);
    expect(dissents.map(({ said }) => said.id)).toEqual(['r-een', 'r-weg']);
  });
});

describe('a practice', () => {
  it('gathers every no from the steps that use it, open first, and names the quiet ones', () => {
    const voices = [
      toSaid({
        id: 'r-oud',
        sent: '2026-09-01T09:00:00.000Z',
        decisions: [{ as: 'below', by: 'redactie', at: '2026-09-02T09:00:00.000Z' }],
      }),
      toSaid({ id: 'r-nieuw' }),
      toSaid({ id: 'r-mee', stance: 'recognition' }),
      toSaid({ id: 'r-elders', subject: 'cases/sla#pauze' }),
    ];
    const uses = ['check-in', 'check-uit'].map((id) => ({
      case: { id: 'sla', voices },
      step: { id },
    }));
    const { noes, quiet } = toPracticeNoes(uses);
    expect(noes.map(({ said }) => said.id)).toEqual(['r-nieuw', 'r-oud']);
    expect(quiet.map(({ step }) => step.id)).toEqual(['check-uit']);
  });
});

describe('what is said in short', () => {
  it('has the signs somebody wrote and none of the tags', () => {
    expect(toSpokenText('<p>a &lt; b &amp;lt; <b>c</b></p><p>d<br>e</p>')).toBe('a < b &lt; c d e');
  });

  it('is never longer than asked, and begins as the whole does', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 600 }),
        fc.integer({ min: 20, max: 300 }),
        (text, most) => {
          const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
          const short = toSummary(html, most);
          expect(short.length).toBeLessThanOrEqual(most + 2);
          expect(toSpokenText(html).startsWith(short.replace(/ ?…$/, ''))).toBe(true);
        },
      ),
    );
  });

  it('fits on a board', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 60, maxLength: 400 }), async (text) => {
        const link = await readBoardLink(toBoardStart({ left: 'Wel', right: text, purpose: text }));
        expect(link.state).toBe('begun');
      }),
    );
  });
});
