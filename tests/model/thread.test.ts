import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDissent } from '../../src/model/contribution.ts';
import { toAnchoring } from '../../src/model/anchor.ts';
import { byTurn, isOpen, toLadder } from '../../src/model/ladder.ts';
import type { TakenDecision } from '../../src/model/ruling.ts';
import { Decision } from '../../src/model/ruling.ts';
import type { Said, SaidContribution } from '../../src/model/said.ts';
import {
  findOrphans,
  listOpenDissent,
  listThreads,
  toThread,
  type Voice,
} from '../../src/model/thread.ts';
import { often } from './random.ts';
import { randomThread, toGone, toSaid } from './said.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const subject = 'cases/sla#check-in';
const at = '2026-10-11T12:00:00.000Z';
const recognition = toSaid({
  id: 'r-twee',
  stance: 'recognition',
  to: 'r-een',
  html: '<p>Ik herken dit een beetje. Wij hadden ook te weinig tijd.</p>',
});

describe('the ladder of a no', () => {
  it.each<[string, Partial<SaidContribution>, Partial<SaidContribution>[], string]>([
    ['is found when nobody else has said it', { needs: 'Tijd' }, [], 'found'],
    ['is spread when somebody recognises it', {}, [{}], 'spread'],
    ['comes along once it says what it needs', { needs: 'Tijd' }, [{}], 'coming-along'],
    [
      'is not spread by a recognition without words of its own',
      {},
      [{ html: '<p>Ik herken dit deels.</p>' }],
      'found',
    ],
    [
      'is not spread by its own words',
      { html: '<p>Te <b>snel</b>.</p>' },
      [{ html: '<p>Te snel.</p>' }],
      'found',
    ],
    ['is not spread by its own writer', { name: 'Sanne' }, [{ name: 'sanne' }], 'found'],
    ['is not spread by a confirmation', {}, [{ stance: 'confirmation' }], 'found'],
    ['is not spread by a recognition of something else', {}, [{ to: 'r-drie' }], 'found'],
  ])('%s', (_sentence, no, voices, rung) => {
    const recognitions = voices.map((voice) => ({ ...recognition, ...voice }));
    expect(toLadder(toSaid(no), recognitions, now).rung).toBe(rung);
  });

  it('ends in the step that changed, or under the waterline', () => {
    const added: TakenDecision = { as: 'add', by: 'redactie', step: 'de-vraag', at };
    const below: TakenDecision = { as: 'below', by: 'redactie', at };
    expect(toLadder(toSaid({ decisions: [added] }), [], now)).toEqual({
      rung: 'added',
      open: false,
      days: 10,
      late: false,
      step: 'de-vraag',
    });
    expect(toLadder(toSaid({ decisions: [below] }), [], now).rung).toBe('below');
    expect(toLadder(toSaid({ decisions: [below, added] }), [], now).rung).toBe('added');
  });

  it('cannot end in “added” without the step that changed', () => {
    expect(Decision.safeParse({ as: 'add', by: 'redactie' }).success).toBe(false);
    expect(Decision.safeParse({ as: 'decline', by: 'redactie' }).success).toBe(false);
  });

  it('is late from thirty days on', () => {
    const late = (sent: string) => toLadder(toSaid({ sent }), [], now);
    expect(late('2026-10-26T12:00:00.000Z')).toMatchObject({ days: 30, late: true });
    expect(late('2026-10-26T12:00:00.001Z')).toMatchObject({ days: 29, late: false });
    expect(late('2026-12-01T00:00:00.000Z')).toMatchObject({ days: 0, late: false });
  });
});

describe('a thread', () => {
  it('has the oldest open no among the first three, always', () => {
    fc.assert(
      fc.property(randomThread, (said) => {
        const oldest = listOpenDissent(said)[0];
        if (oldest === undefined) return;
        const first = toThread(subject, said, now).dissents.slice(0, 3);
        expect(first.map((voice) => voice.said.id)).toContain(oldest.id);
      }),
      often,
    );
  });

  it('does not change its order when more people agree', () => {
    fc.assert(
      fc.property(randomThread, fc.array(fc.nat(24)), (said, liked) => {
        const more = liked.map((index, n) => ({ ...recognition, id: `x-${n}`, to: `r-${index}` }));
        const order = (all: readonly Said[]) =>
          toThread(subject, all, now).dissents.map((voice) => voice.said.id);
        expect(order([...said, ...more])).toEqual(order(said));
      }),
      often,
    );
  });

  it('has the same order, however it came in', () => {
    fc.assert(
      fc.property(
        randomThread.chain((said) =>
          fc.tuple(
            fc.constant(said),
            fc.shuffledSubarray(said, { minLength: said.length, maxLength: said.length }),
          ),
        ),
        ([said, shuffled]) => {
          expect(toThread(subject, shuffled, now)).toEqual(toThread(subject, said, now));
        },
      ),
      often,
    );
  });

  it('shows everything that was said once, and nothing deeper than two answers', () => {
    fc.assert(
      fc.property(randomThread, (said) => {
        const { dissents, others } = toThread(subject, said, now);
        const shown = [...dissents, ...others].flatMap((voice) => flatten(voice, 0));
        expect(shown.map(({ id }) => id).sort()).toEqual(said.map(({ id }) => id).sort());
        expect(Math.max(0, ...shown.map(({ depth }) => depth))).toBeLessThanOrEqual(2);
      }),
      often,
    );
  });

  it('gives every no a place of its own, open ones before closed ones', () => {
    fc.assert(
      fc.property(randomThread, (said) => {
        const { dissents, others } = toThread(subject, said, now);
        expect(dissents.every((voice) => isDissent(voice.said.stance))).toBe(true);
        const hidden = [...dissents, ...others].flatMap((voice) => flatten(voice, 0));
        expect(hidden.every(({ depth, said: one }) => depth === 0 || !isDissent(one.stance))).toBe(
          true,
        );
        const open = dissents.map((voice) => voice.ladder?.open === true);
        expect(open).toEqual([...open].sort((a, b) => Number(b) - Number(a)));
      }),
      often,
    );
  });

  it('takes what has no stance for neither a no nor a recognition', () => {
    const no = toSaid({});
    const earlier = { ...recognition, id: 'r-eerder', stance: 'unstated' as const };
    const { dissents, others } = toThread(
      subject,
      [no, { ...earlier, to: no.id }, recognition],
      now,
    );
    expect(dissents.map(({ said }) => said.id)).toEqual([no.id]);
    expect(dissents[0]?.recognitions.map(({ said }) => said.id)).toEqual([recognition.id]);
    expect(dissents[0]?.answers.map(({ said }) => said.id)).toEqual(['r-eerder']);
    expect(others).toEqual([]);
    expect(toLadder(no, [{ ...earlier, to: no.id }], now).rung).toBe('found');
    const [alone] = toThread(subject, [{ ...earlier, to: 'r-weg' }], now).others;
    expect(alone?.said.id).toBe('r-eerder');
  });

  it('puts recognitions under their dissent, also when that is gone', () => {
    const gone = toGone({ id: 'r-een', stance: 'insight', sent: at });
    for (const no of [toSaid(), gone]) {
      const [first] = toThread(subject, [recognition, no], now).dissents;
      expect(first?.recognitions.map((voice) => voice.said.id)).toEqual(['r-twee']);
    }
  });

  it('is one of its own for every step, and what is about a step that went is not lost', () => {
    const whole = toSaid({ id: 'r-heel', subject: 'cases/sla' });
    const said = [toSaid(), whole, toSaid({ id: 'r-weg', subject: 'cases/sla#weg' })];
    const threads = listThreads('cases/sla', ['check-in', 'de-vraag'], said, now);
    expect(threads.map((thread) => thread.subject)).toEqual(['cases/sla', subject]);
    expect(findOrphans('cases/sla', ['check-in'], said).map(({ id }) => id)).toEqual(['r-weg']);
  });

  it('is in turn: open before closed, then older before newer', () => {
    const closed = toSaid({
      id: 'a',
      sent: '2026-01-01',
      decisions: [{ as: 'below', by: 'redactie', at }],
    });
    const older = toSaid({ id: 'b', sent: '2026-02-01' });
    const newer = toSaid({ id: 'c', sent: '2026-03-01' });
    expect([newer, closed, older].sort(byTurn).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect([closed, older].map(isOpen)).toEqual([false, true]);
  });
});

describe('what was answered', () => {
  const text = 'Iedereen zit in een kring. De begeleider stelt de vraag. Dan is het stil.';
  const sentence = 'De begeleider stelt de vraag.';
  const answered = { digest: 'a', text, sentence };

  it('is the same as long as the step is', () => {
    expect(toAnchoring(answered, { digest: 'a', text })).toEqual({ state: 'same' });
  });

  it('is shown with both wordings once the step changed', () => {
    const changed = 'Iedereen zit in een kring. De opdrachtgever stelt de vraag. Dan is het stil.';
    expect(toAnchoring(answered, { digest: 'b', text: changed })).toEqual({
      state: 'changed',
      was: sentence,
      is: 'De opdrachtgever stelt de vraag.',
      stands: false,
    });
  });

  it('may still stand while other words of the step changed', () => {
    expect(toAnchoring(answered, { digest: 'b', text: `Eerst koffie. ${text}` })).toMatchObject({
      state: 'changed',
      was: sentence,
      is: sentence,
      stands: true,
    });
  });

  it('is compared as a whole when nothing is like it any more, or when no sentence was chosen', () => {
    const other = { digest: 'b', text: 'Wij gaan naar buiten.' };
    expect(toAnchoring(answered, other)).toMatchObject({ was: sentence, is: other.text });
    expect(toAnchoring({ digest: 'a', text }, other)).toMatchObject({ was: text, is: other.text });
  });

  it('is not the same when it was said about a page older than the text', () => {
    const older = { ...answered, sentence: 'De opdrachtgever stelt de vraag.' };
    expect(toAnchoring(older, { digest: 'a', text })).toMatchObject({
      state: 'changed',
      was: 'De opdrachtgever stelt de vraag.',
      is: sentence,
    });
  });

  it('is kept when the step is gone', () => {
    expect(toAnchoring(answered, undefined)).toEqual({ state: 'gone', was: sentence });
  });
});

const flatten = (voice: Voice, depth: number): { id: string; depth: number; said: Said }[] => [
  { id: voice.said.id, depth, said: voice.said },
  ...[...voice.recognitions, ...voice.answers].flatMap((under) => flatten(under, depth + 1)),
];
