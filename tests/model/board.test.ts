import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankBoard,
  boardLimits,
  boardRows,
  changeBoard,
  findLine,
  isBlank,
  isSameBoard,
  readBoard,
  toBoard,
  toLength,
  toOrder,
  type Board,
  type BoardChange,
} from '../../src/model/board.ts';
import { checkBoard, isReady } from '../../src/model/board-check.ts';
import { addLine, anyBoard, toFilledBoard } from './boards.ts';

const texts = (board: Board, pole: 0 | 1 = 0) => board.poles[pole].upsides.map(({ text }) => text);
const all = (board: Board) =>
  board.poles.flatMap((pole) => boardRows.flatMap((row) => pole[row].map(({ text }) => text)));
const named = (left: string, right: string): Board =>
  (
    [
      { type: 'name', pole: 0, text: left },
      { type: 'name', pole: 1, text: right },
    ] as const
  ).reduce(changeBoard, blankBoard);

const row = fc.constantFrom(...boardRows);
const poleIndex = fc.constantFrom(0 as const, 1 as const);
const id = fc.nat(60).map((number) => `r${String(number)}`);
const text = fc.string({ maxLength: 400 });
const anyChange: fc.Arbitrary<BoardChange> = fc.oneof(
  fc.record({ type: fc.constantFrom('purpose' as const, 'fear' as const), text }),
  fc.record({ type: fc.constant('name' as const), pole: poleIndex, text }),
  fc.record({ type: fc.constant('add' as const), pole: poleIndex, row, text }),
  fc.record({ type: fc.constant('edit' as const), id, text }),
  fc.record({ type: fc.constant('remove' as const), id }),
  fc.record({ type: fc.constant('move' as const), id, by: fc.integer({ min: -40, max: 40 }) }),
  fc.record({ type: fc.constant('put' as const), id, pole: poleIndex, row }),
  fc.record({ type: fc.constant('swap' as const) }),
);

describe('a polarity board', () => {
  it('begins from the board of a case, with every line at its place', () => {
    const pole = { upsides: ['a', 'b'], downsides: ['c'], actions: ['d'], signals: ['e'] };
    const board = toBoard({
      title: 'Dit en dat',
      purpose: 'Samen',
      fear: 'Kwijt',
      poles: [
        { name: 'Houvast', ...pole },
        { name: 'Ruimte', ...pole },
      ],
    });
    expect(texts(board)).toEqual(['a', 'b']);
    expect(board.poles[1].signals.map(({ text }) => text)).toEqual(['e']);
    expect(toOrder(board)).toEqual([0, 1]);
  });

  it('takes lines, changes them, and moves them up, down and to the other pole', () => {
    let board = addLine(addLine(addLine(blankBoard, 'een'), ' twee\n woorden '), 'drie');
    expect(texts(board)).toEqual(['een', 'twee woorden', 'drie']);
    board = changeBoard(board, { type: 'move', id: 'r3', by: -2 });
    expect(texts(board)).toEqual(['drie', 'een', 'twee woorden']);
    board = changeBoard(board, { type: 'edit', id: 'r1', text: 'eerst' });
    board = changeBoard(board, { type: 'put', id: 'r2', pole: 1, row: 'upsides' });
    expect([texts(board), texts(board, 1)]).toEqual([['drie', 'eerst'], ['twee woorden']]);
    board = changeBoard(board, { type: 'remove', id: 'r3' });
    expect(texts(board)).toEqual(['eerst']);
    expect(toOrder(changeBoard(board, { type: 'swap' }))).toEqual([1, 0]);
  });

  it('keeps no empty line, no line too long, and no more lines than fit', () => {
    expect(addLine(blankBoard, ' \n ')).toBe(blankBoard);
    const [long] = texts(addLine(blankBoard, 'é😀'.repeat(5000)));
    expect(toLength(long ?? '')).toBe(boardLimits.line);
    const full = toFilledBoard(boardLimits.lines);
    expect(addLine(full, 'nog een')).toBe(full);
    const [first] = full.poles[0].upsides;
    expect(changeBoard(full, { type: 'put', id: first?.id ?? '', pole: 1, row: 'upsides' })).toBe(
      full,
    );
  });

  it('has after any changes only whole lines with names of their own', () => {
    fc.assert(
      fc.property(anyBoard, fc.array(anyChange, { maxLength: 30 }), (start, changes) => {
        const board = changes.reduce(changeBoard, start);
        const ids = board.poles.flatMap((pole) =>
          boardRows.flatMap((each) => pole[each].map((line) => line.id)),
        );
        expect(new Set(ids).size).toBe(ids.length);
        for (const line of all(board)) {
          expect(toLength(line)).toBeGreaterThan(0);
          expect(toLength(line)).toBeLessThanOrEqual(boardLimits.line);
        }
        for (const pole of board.poles)
          for (const each of boardRows)
            expect(pole[each].length).toBeLessThanOrEqual(boardLimits.lines);
        expect(readBoard(JSON.parse(JSON.stringify(board)))).toEqual({
          ...board,
          next: expect.any(Number) as number,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('loses and doubles no line by moving it', () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('move' as const), id, by: fc.constantFrom(-1, 1) }),
        fc.record({ type: fc.constant('put' as const), id, pole: poleIndex, row }),
        fc.record({ type: fc.constant('swap' as const) }),
      ),
    );
    fc.assert(
      fc.property(moves, (changes) => {
        const start = toFilledBoard(5);
        expect(all(changes.reduce<Board>(changeBoard, start)).toSorted()).toEqual(
          all(start).toSorted(),
        );
      }),
    );
  });

  it('reads whatever it is given without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const board = readBoard(value);
        expect(board === undefined ? 2 : [...board.poles].length).toBe(2);
      }),
    );
    for (const value of [
      { poles: [{ name: 'a' }, { name: 'b' }] },
      { poles: [{ name: 'a', upsides: [1], downsides: [], actions: [], signals: [] }, {}] },
      { ...blankBoard, purpose: 5 },
    ])
      expect(readBoard(value)).toBeUndefined();
    expect(readBoard(blankBoard)).toEqual(blankBoard);
    expect(isBlank(blankBoard)).toBe(true);
  });

  it('keeps the numbers of its lines when it is read again, and gives doubles a new one', () => {
    const line = (id: string) => ({ id, text: id });
    const pole = { name: '', upsides: [line('r7'), line('r7')], downsides: [], actions: [] };
    const board = readBoard({
      poles: [
        { ...pole, signals: ['x'] },
        { ...pole, signals: [] },
      ],
    });
    expect(board?.poles[0].upsides.map((each) => each.id)).toEqual(['r7', 'r8']);
    expect(board && findLine(board, 'r9')?.row).toBe('signals');
  });

  it('is the same as a board that says the same', () => {
    const board = addLine(blankBoard, 'een');
    const again = changeBoard(addLine(addLine(blankBoard, 'weg'), 'een'), {
      type: 'remove',
      id: 'r1',
    });
    expect(isSameBoard(board, again)).toBe(true);
    expect(isSameBoard(board, blankBoard)).toBe(false);
  });
});

describe('the check of a board', () => {
  it('says nothing of a board that is still blank, and nothing of a good one', () => {
    expect(checkBoard(blankBoard)).toEqual([]);
    expect(isReady(blankBoard, [])).toBe(false);
    expect(checkBoard(toFilledBoard(2), ['klant'])).toEqual([]);
    expect(isReady(toFilledBoard(2), [])).toBe(true);
  });

  it('asks for both names and for both sides', () => {
    expect(checkBoard(addLine(named('Houvast', ''), 'een'))).toEqual([
      { kind: 'no-name', pole: 1 },
      { kind: 'one-sided', pole: 1, row: 'upsides' },
    ]);
    expect(checkBoard(addLine(named('Houvast', 'Ruimte'), 'een', 1))).toEqual([
      { kind: 'one-sided', pole: 0, row: 'upsides' },
    ]);
  });

  it('sees two poles with the same name', () => {
    expect(checkBoard(named('Het houvast', 'houvast'))).toEqual([{ kind: 'same' }]);
  });

  it.each(['klant', 'De klant', 'het team van de leverancier', 'Klanten', 'The customer’s team'])(
    'refuses %s as a pole: that is a party',
    (name) => {
      const issues = checkBoard(named(name, 'Ruimte'));
      expect(issues).toEqual([{ kind: 'party', pole: 0, word: name }]);
      expect(isReady(named(name, 'Ruimte'), issues)).toBe(false);
    },
  );

  it('knows the parties of the case, and lets a word within a name be', () => {
    expect(checkBoard(named('Team Noord', 'Ruimte'), ['Noord'])).toHaveLength(1);
    expect(checkBoard(named('Ruimte voor de klant', 'Houvast'), ['klant'])).toEqual([]);
  });

  it('hints at a name that judges, and lets it stand', () => {
    const board = named('Slechte afspraken', 'Better ideas');
    const issues = checkBoard(board);
    expect(issues).toEqual([
      { kind: 'judges', pole: 0, word: 'slechte' },
      { kind: 'judges', pole: 1, word: 'better' },
    ]);
    expect(isReady(board, issues)).toBe(true);
  });
});
