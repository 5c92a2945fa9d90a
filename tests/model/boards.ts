import fc from 'fast-check';
import {
  blankBoard,
  boardRows,
  changeBoard,
  readBoard,
  type Board,
} from '../../src/model/board.ts';

const line = fc.string({ unit: 'grapheme', maxLength: 400 });
const lines = fc.array(line, { maxLength: 35 });
const pole = fc.record({
  name: line,
  upsides: lines,
  downsides: lines,
  actions: lines,
  signals: lines,
});

/** Boards of every size, as they are after reading. */
export const anyBoard = fc
  .record({
    title: line,
    purpose: line,
    fear: line,
    poles: fc.tuple(pole, pole),
    swapped: fc.boolean(),
  })
  .map((value) => readBoard(value) ?? blankBoard);

/** A board with so many lines in every list. */
export const toFilledBoard = (lines: number): Board => {
  const list = (name: string) =>
    Array.from({ length: lines }, (_, index) => `${name}, regel ${String(index + 1)}`);
  const pole = (name: string) => ({
    name,
    ...Object.fromEntries(boardRows.map((row) => [row, list(`${name} ${row}`)])),
  });
  return (
    readBoard({
      title: 'Bord',
      purpose: 'Samen verder',
      fear: 'Elkaar kwijt',
      poles: [pole('Houvast'), pole('Ruimte')],
    }) ?? blankBoard
  );
};

/** Adds a line to a list. */
export const addLine = (board: Board, text: string, pole: 0 | 1 = 0): Board =>
  changeBoard(board, { type: 'add', pole, row: 'upsides', text });
