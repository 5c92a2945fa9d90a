import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTextId } from '../../src/model/text-id.ts';
import {
  isDone,
  pick,
  readTicks,
  setAnswer,
  setDone,
  toTick,
  without,
  type Ticks,
} from '../../src/model/ticks.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const ticks: fc.Arbitrary<Ticks> = fc.dictionary(
  id,
  fc.constantFrom('done', 'nothing', 'needed', 'arranged'),
  { noNullPrototype: true },
);

describe('ticks', () => {
  it('are done once a box is ticked, and open once its tick is taken away', () => {
    fc.assert(
      fc.property(ticks, id, fc.boolean(), (before, box, done) => {
        expect(isDone(toTick(setDone(before, box, done), box))).toBe(done);
      }),
    );
  });

  it('leave every other box alone', () => {
    fc.assert(
      fc.property(ticks, id, fc.boolean(), (before, box, done) => {
        for (const after of [setDone(before, box, done), setAnswer(before, box, 'needed')])
          expect(without(after, [box])).toEqual(without(before, [box]));
      }),
    );
  });

  it('are done when nothing is needed, and stay open when something is, until it is arranged', () => {
    expect(isDone(toTick(setAnswer({}, 'ask', 'nothing'), 'ask'))).toBe(true);
    const needed = setAnswer({ ask: 'done' }, 'ask', 'needed');
    expect(isDone(toTick(needed, 'ask'))).toBe(false);
    const arranged = setDone(needed, 'ask', true);
    expect(arranged).toEqual({ ask: 'arranged' });
    expect(setDone(arranged, 'ask', false)).toEqual({ ask: 'needed' });
  });

  it('come back whole after they were taken away', () => {
    fc.assert(
      fc.property(ticks, fc.array(id), (before, boxes) => {
        expect({ ...pick(before, boxes), ...without(before, boxes) }).toEqual(before);
      }),
    );
  });

  it('are read from what was kept, and from nothing else', () => {
    fc.assert(
      fc.property(ticks, (kept) => {
        expect(readTicks(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
    for (const other of [null, [], 'a', 3, { a: 1 }, { a: 'DONE' }, { 'A b': 'done' }])
      expect(readTicks(other)).toBeUndefined();
    expect(readTicks(JSON.parse('{"__proto__":"done"}'))).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readTicks(value);
      }),
    );
  });

  it('of names that every object has are open', () => {
    expect(toTick({}, 'constructor')).toBeUndefined();
  });
});

describe('the id of a line', () => {
  it('follows its words and not its place or its spaces', () => {
    expect(toTextId('Wacht. Tel rustig tot tien.')).toBe(
      toTextId(' Wacht.  Tel rustig\ntot tien. '),
    );
    expect(toTextId('Wacht.')).not.toBe(toTextId('Wacht!'));
  });

  it('may stand in the record of ticks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readTicks({ [`doe-${toTextId(text)}`]: 'done' })).toBeDefined();
      }),
    );
  });
});
