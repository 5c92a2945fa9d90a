import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProcess, toMarkdown, type RecordWords } from '../../src/model/decision-record.ts';
import { decide, replay, type DecisionEvent } from '../../src/model/decision.ts';
import {
  canDive,
  listCalls,
  listNames,
  mayHelpToDive,
  positions,
  startProcess,
  takesList,
  toAdditions,
  toDecision,
  type ListName,
  type Mode,
  type Process,
} from '../../src/model/process.ts';
import { readFirstVote, readSecondVote, toTotal } from '../../src/model/vote.ts';

const add = (list: ListName, text: string): DecisionEvent => ({
  type: 'list',
  list,
  change: { type: 'add', text },
});
const count = (option: string, votes: number, side = 0): DecisionEvent => ({
  type: 'count',
  option,
  side,
  votes,
});
const call = (as: Extract<DecisionEvent, { type: 'call' }>['as']): DecisionEvent => ({
  type: 'call',
  as,
});
const toFirstVote: DecisionEvent[] = [
  { type: 'go-on' },
  { type: 'nobody-new' },
  add('proposals', 'A'),
  add('proposals', 'B'),
];
const [a, b] = ['i1', 'i2'];
const dividedOnce: DecisionEvent[] = [
  count(a, 2),
  count(b, 2),
  call('divided'),
  { type: 'vote-again' },
];

describe('exploring', () => {
  it('runs through steps 1 to 3, takes turns until no new no appears, and ends with topics', () => {
    const explored = replay('explore', [
      add('topics', 'Vertrouwen'),
      { type: 'go-on' },
      { type: 'new-no' },
      add('topics', 'Tempo'),
      { type: 'spread', carried: true },
      { type: 'new-no' },
      { type: 'spread', carried: false },
      { type: 'nobody-new' },
    ]);
    expect(explored.at).toBe('explored');
    expect(explored.topics.map(({ text }) => text)).toEqual(['Vertrouwen', 'Tempo']);
    expect(explored.noes).toEqual({ shared: 1, alone: 1 });
  });

  it('never comes to a vote or under the waterline', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(), { maxLength: 60 }), (events) => {
        const places = ['collect', 'search', 'spread', 'explored'];
        expect(places).toContain(replay('explore', events).at);
      }),
    );
  });
});

describe('deciding', () => {
  it('is done after a unanimous vote', () => {
    const decided = replay('decide', [...toFirstVote, count(a, 7), call('unanimous')]);
    expect([decided.at, decided.decidedBy, toDecision(decided)]).toEqual([
      'decided',
      'unanimous',
      'A',
    ]);
  });

  it('adds what the minority needs, and is done when everybody comes along', () => {
    const decided = replay('decide', [
      ...toFirstVote,
      count(a, 5),
      count(b, 2),
      call('majority'),
      add('additions', 'Twee weken extra'),
      { type: 'list', list: 'proposals', change: { type: 'edit', id: a, text: 'A, later' } },
      { type: 'ask-everyone' },
      count('along', 7),
      call('everyone'),
    ]);
    expect([decided.at, decided.decidedBy, toDecision(decided)]).toEqual([
      'decided',
      'everyone',
      'A, later',
    ]);
    expect(toAdditions(decided).map(({ text }) => text)).toEqual(['Twee weken extra']);
  });

  it('goes back to the question when not everybody can come along', () => {
    const again = replay('decide', [
      ...toFirstVote,
      count(a, 5),
      count(b, 2),
      call('majority'),
      { type: 'ask-everyone' },
      count('along', 6),
      count('not-yet', 1),
      call('everyone'),
      call('not-everyone'),
    ]);
    expect([again.at, again.fruitless]).toEqual(['come-along', 1]);
  });

  it('does not take a voice that is not counted again for one that comes along', () => {
    expect(readSecondVote({ along: [5] }, 1, 7).outcome).toBe('fewer');
    expect(readSecondVote({ along: [5], left: [2] }, 1, 7).outcome).toBe('everyone');
    expect(readSecondVote({ along: [5], 'not-yet': [2] }, 1, 7).outcome).toBe('not-everyone');
  });

  it('leaves it to the facilitator what a clear majority is, unless there is a house rule', () => {
    const counting = replay('decide', [...toFirstVote, count(a, 4), count(b, 3)]);
    expect(listCalls(counting)).toEqual(['majority', 'divided']);
    const ruled = decide(counting, { type: 'house-rule', percent: 66 });
    expect(listCalls(ruled)).toEqual(['divided']);
    expect(listCalls(decide(ruled, { type: 'house-rule', percent: undefined }))).toHaveLength(2);
  });

  it('hints at step 5 after three votes without a result, and goes on all the same', () => {
    const three = replay('decide', [
      ...toFirstVote,
      ...dividedOnce,
      ...dividedOnce,
      ...dividedOnce,
    ]);
    expect(mayHelpToDive(three)).toBe(true);
    expect(three.at).toBe('vote');
    const decided = [count(a, 4), call('unanimous')].reduce(decide, three);
    expect(decided.at).toBe('decided');
  });

  it('begins again at step 1 after step 5, with what was there', () => {
    const dived = replay('decide', [...toFirstVote, ...dividedOnce, { type: 'dive' }]);
    expect(decide(dived, { type: 'stay-up' }).at).toBe('vote');
    const up = decide(dived, { type: 'surface' });
    expect([up.at, up.fruitless, up.proposals.length]).toEqual(['collect', 0, 2]);
  });

  it('keeps the additions to a proposal with that proposal', () => {
    const turned = replay('decide', [
      ...toFirstVote,
      count(a, 5),
      count(b, 2),
      call('majority'),
      add('additions', 'bij A'),
      { type: 'back' },
      { type: 'nobody-new' },
      count(b, 7),
      call('unanimous'),
    ]);
    expect([toDecision(turned), toAdditions(turned)]).toEqual(['B', []]);
  });

  it('makes proposals of the topics', () => {
    const proposed = replay('decide', [
      add('topics', 'A'),
      ...toFirstVote.slice(0, 2),
      { type: 'take-topics' },
      { type: 'take-topics' },
    ]);
    expect(proposed.proposals.map(({ text }) => text)).toEqual(['A']);
  });
});

describe('a split along the sides', () => {
  it('is divided whatever the sizes are', () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, size, (one, other) => {
        const counts = { a: [one, 0], b: [0, other] };
        expect(readFirstVote({ options: ['a', 'b'], counts, sides: 2 })).toEqual({
          outcome: 'divided',
          reason: 'sides',
        });
      }),
    );
  });

  it('is also there when a whole side stands outside the leading proposal', () => {
    const counts = { a: [9, 0], b: [0, 1], none: [1, 1] };
    expect(readFirstVote({ options: ['a', 'b'], counts, sides: 2 }).outcome).toBe('divided');
  });

  it('asks for the counts of every side first', () => {
    const counts = { a: [4, 0] };
    expect(readFirstVote({ options: ['a'], counts, sides: 2 }).outcome).toBe('incomplete');
  });

  it('is never a majority: the leading proposal has voices of every side', () => {
    const votes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.record({ a: votes, b: votes, none: votes }), (counts) => {
        const reading = readFirstVote({ options: ['a', 'b'], counts, sides: 3 });
        if (reading.outcome !== 'most' && reading.outcome !== 'unanimous') return;
        const leading = reading.leading === 'a' ? counts.a : counts.b;
        expect(leading.every((each) => each > 0)).toBe(true);
      }),
    );
  });
});

describe('the way of a group', () => {
  const run = anyWay();

  it('gives a state for every event in every state, and leaves what it had untouched', () => {
    fc.assert(
      fc.property(run, ([mode, events]) => {
        let process = startProcess(mode);
        for (const event of events) {
          const before = structuredClone(process);
          const after = decide(process, event);
          expect(process).toEqual(before);
          expect(readProcess(toStored(after))).toBeDefined();
          process = after;
        }
      }),
    );
  });

  it('has one way to a decision each time: all for one, or all along; and a decision stands', () => {
    fc.assert(
      fc.property(run, ([mode, events]) => {
        let process = startProcess(mode);
        for (const event of events) {
          const before = process;
          process = decide(process, event);
          if (before.at === 'decided') expect(process).toEqual(before);
          else if (process.at === 'decided') expectEarned(before, process);
          else expect(process.decidedBy).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reaches every place in these tests, both decisions among them', () => {
    const reached = new Set<string>();
    for (const [mode, events] of fc.sample(run, { numRuns: 1500, seed: 7 }))
      events.reduce((process, event) => {
        const after = decide(process, event);
        reached.add(after.decidedBy ?? after.at);
        return after;
      }, startProcess(mode));
    const places = positions.filter((at) => at !== 'decided');
    expect([...reached].toSorted()).toEqual([...places, 'everyone', 'unanimous'].toSorted());
  });

  it('is the same when its events are played again, also from what was kept halfway', () => {
    fc.assert(
      fc.property(run, fc.nat(120), ([mode, events], half) => {
        const kept = readProcess(toStored(replay(mode, events.slice(0, half))));
        const onward = events.slice(half).reduce(decide, kept ?? startProcess(mode));
        expect(toStored(onward)).toEqual(toStored(replay(mode, events)));
      }),
    );
  });

  it('is never forced or blocked by the hint', () => {
    fc.assert(
      fc.property(run, anyEvent(), ([mode, events], event) => {
        const process = replay(mode, events);
        const hinted = decide({ ...process, fruitless: 9 }, event);
        const fresh = decide({ ...process, fruitless: 0 }, event);
        expect({ ...hinted, fruitless: 0 }).toEqual({ ...fresh, fruitless: 0 });
        expect(canDive({ ...process, fruitless: 0 })).toBe(canDive({ ...process, fruitless: 9 }));
      }),
    );
  });

  it('holds no text at step 5: nothing can be written there', () => {
    expect(listNames.filter((list) => takesList('dive', list))).toEqual([]);
    fc.assert(
      fc.property(run, anyEvent(), ([, events], event) => {
        const dived = decide(replay('decide', events), { type: 'dive' });
        if (dived.at !== 'dive') return;
        const after = decide(dived, event);
        const { at, before, fruitless } = after;
        expect(after).toEqual({ ...dived, at, before, fruitless });
      }),
    );
  });
});

describe('what was kept', () => {
  it.each([
    null,
    [],
    {},
    'x',
    { ...startProcess('decide'), at: 'elsewhere' },
    { ...startProcess('decide'), at: 'decided' },
    { ...startProcess('decide'), topics: [{ id: 'i1' }] },
    { ...startProcess('decide'), counts: { a: ['1'] } },
    { ...startProcess('decide'), votes: [{ round: 'first', called: 'divided', counts: [{}] }] },
  ])('is not read when it has another shape: %j', (value) => {
    expect(readProcess(value)).toBeUndefined();
  });
});

describe('the record', () => {
  const events: DecisionEvent[] = [
    { type: 'ask', question: 'Wat eerst?' },
    add('topics', '# <b>Tempo</b> [x](y)'),
    ...toFirstVote.slice(0, 2),
    add('proposals', 'A'),
    { type: 'count-sides', sides: 2 },
    count('i2', 3, 0),
    count('i2', 2, 1),
    count('none', 1, 1),
    call('majority'),
    { type: 'dive' },
    { type: 'stay-up' },
    add('additions', '1. Na de zomer'),
    { type: 'ask-everyone' },
    count('along', 3, 0),
    count('along', 3, 1),
    call('everyone'),
  ];
  const decided = replay('decide', events);

  it('holds the decision, what was added and the counts, and keeps what was typed as text', () => {
    expect(toMarkdown(decided, words)).toMatchInlineSnapshot(`
      "# Besloten

      Vraag: Wat eerst?

      ## Besluit

      A

      ## Toegevoegd om mee te gaan

      1. 1\\. Na de zomer

      ## Onderwerpen

      1. \\# \\<b\\>Tempo\\</b\\> \\[x\\](y)

      ## Stemmingen

      1. Eerste: meerderheid
         - A: 5 (per kant: 3 + 2)
         - Geen: 1 (per kant: 0 + 1)
      2. Tweede: iedereen
         - Kan mee: 6 (per kant: 3 + 3)
         - Nog niet: 0 (per kant: 0 + 0)
         - Weg: 0

      Zonder namen.
      "
    `);
  });

  it('does not say that people were asked what they need where all were for it at once', () => {
    const unanimous = replay('decide', [...toFirstVote, count(a, 7), call('unanimous')]);
    expect(toMarkdown(unanimous, words)).not.toContain(words.nothingAdded);
    expect(toMarkdown(unanimous, words)).toContain('## Besluit\n\nA\n');
  });

  it('does not tell that step 5 was used', () => {
    const above = events.filter(({ type }) => type !== 'dive' && type !== 'stay-up');
    expect(above).toHaveLength(events.length - 2);
    expect(toMarkdown(replay('decide', above), words)).toBe(toMarkdown(decided, words));
  });
});

/** What must be true of the moment a decision is taken. */
function expectEarned(before: Process, after: Process): void {
  const last = after.votes.at(-1);
  expect(after.mode).toBe('decide');
  if (after.decidedBy === 'unanimous') {
    expect([before.at, last?.called]).toEqual(['vote', 'unanimous']);
    const counted = last?.counts.filter(({ votes }) => votes.some((each) => each > 0));
    expect(counted).toHaveLength(1);
    return;
  }
  expect([before.at, last?.round, last?.called]).toEqual(['confirm', 'second', 'everyone']);
  expect(toTotal(before.counts, 'not-yet')).toBe(0);
  expect(toTotal(before.counts, 'along')).toBeGreaterThan(0);
}

/** What comes back from the browser’s storage. */
const toStored = (process: Process): unknown => JSON.parse(JSON.stringify(process));

/** A way through the steps: mostly what a group would do there, and now and then anything at all. */
function anyWay(): fc.Arbitrary<[Mode, DecisionEvent[]]> {
  const draw = fc.tuple(fc.nat(9), fc.nat(999), anyEvent());
  const mode = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Mode>('explore') },
    { weight: 4, arbitrary: fc.constant<Mode>('decide') },
  );
  return fc.tuple(mode, fc.array(draw, { maxLength: 120, size: 'max' })).map(([mode, draws]) => {
    let process = startProcess(mode);
    const events = draws.map(([wild, pick, any]) => {
      const likely = listLikely(process);
      const event = wild === 0 ? any : (likely[pick % likely.length] ?? any);
      process = decide(process, event);
      return event;
    });
    return [mode, events];
  });
}

function listLikely(process: Process): DecisionEvent[] {
  const votes = process.fruitless % 2 === 0 ? 3 : 0;
  const sides = Array.from({ length: process.sides }, (_, side) => side);
  const counting = (option: string, number: number) =>
    sides.map((side) => count(option, number, side));
  const [first, second] = process.proposals;
  const calls = listCalls(process).map(call);
  switch (process.at) {
    case 'collect':
      return [{ type: 'go-on' }, add('topics', 'A')];
    case 'search':
      return [{ type: 'new-no' }, { type: 'nobody-new' }, { type: 'nobody-new' }];
    case 'spread':
      return [{ type: 'spread', carried: true }];
    case 'vote':
      if (!first) return [{ type: 'take-topics' }, add('proposals', 'A'), add('proposals', 'B')];
      return [...counting(first.id, 4), ...counting(second?.id ?? 'none', votes), ...calls];
    case 'lobby':
      return [{ type: 'vote-again' }];
    case 'come-along':
      return [{ type: 'ask-everyone' }, add('additions', 'C')];
    case 'confirm':
      return [...counting('along', 9), ...counting('not-yet', 0), ...calls];
    case 'dive':
      return [{ type: 'surface' }, { type: 'stay-up' }];
    default:
      return [];
  }
}

/** Any event at all; those that lead on come often enough to get far. */
function anyEvent(): fc.Arbitrary<DecisionEvent> {
  const id = fc.constantFrom('i1', 'i2', 'i3', 'i9', 'none', 'along', 'not-yet', 'left');
  const list = fc.constantFrom(...listNames);
  const text = fc.oneof(fc.constantFrom('A', 'B', '<i>'), fc.string({ maxLength: 8 }));
  const simple = (
    ['take-topics', 'go-on', 'new-no', 'nobody-new', 'vote-again', 'ask-everyone'] as const
  ).map((type) => fc.constant<DecisionEvent>({ type }));
  const change = fc.oneof(
    fc.record({ type: fc.constant('add' as const), text }),
    fc.record({ type: fc.constant('edit' as const), id, text }),
    fc.record({ type: fc.constant('remove' as const), id }),
    fc.record({ type: fc.constant('move' as const), id, by: fc.constantFrom(-1, 1) }),
  );
  return fc.oneof(
    ...simple,
    fc.constantFrom<DecisionEvent>(
      { type: 'back' },
      { type: 'dive' },
      { type: 'stay-up' },
      { type: 'surface' },
    ),
    fc.record({ type: fc.constant('spread' as const), carried: fc.boolean() }),
    fc.record({ type: fc.constant('ask' as const), question: text }),
    { weight: 3, arbitrary: fc.record({ type: fc.constant('list' as const), list, change }) },
    fc.record({
      type: fc.constant('count-sides' as const),
      sides: fc.integer({ min: -1, max: 3 }),
    }),
    fc.record({
      type: fc.constant('house-rule' as const),
      percent: fc.option(fc.integer({ min: 0, max: 101 }), { nil: undefined }),
    }),
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('count' as const),
        option: id,
        side: fc.integer({ min: -1, max: 2 }),
        votes: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(-1, 0.5, Number.NaN)),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(
          ...(['unanimous', 'majority', 'divided', 'everyone', 'not-everyone'] as const),
        )
        .map((as) => call(as)),
    },
  );
}

const words: RecordWords = {
  titles: { explore: 'Verkend', decide: 'Besloten' },
  question: 'Vraag',
  topics: 'Onderwerpen',
  decision: 'Besluit',
  notYet: 'Nog geen besluit.',
  added: 'Toegevoegd om mee te gaan',
  nothingAdded: 'Niets nodig.',
  votes: 'Stemmingen',
  rounds: { first: 'Eerste', second: 'Tweede' },
  called: {
    unanimous: 'unaniem',
    majority: 'meerderheid',
    divided: 'verdeeld',
    everyone: 'iedereen',
    'not-everyone': 'niet iedereen',
  },
  options: { none: 'Geen', along: 'Kan mee', 'not-yet': 'Nog niet', left: 'Weg' },
  perSide: 'per kant',
  noes: 'Andere stemmen',
  shared: 'herkend',
  alone: 'alleen',
  noNames: 'Zonder namen.',
};
