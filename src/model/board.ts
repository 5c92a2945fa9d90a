import type { Item } from './item-list.ts';
import type { Polarity } from './polarity.ts';

/** The four lists of a pole, in the order in which they stand on the board. */
export const boardRows = ['upsides', 'downsides', 'actions', 'signals'] as const;
export type BoardRow = (typeof boardRows)[number];

export type PoleIndex = 0 | 1;

export type BoardPole = { name: string } & Record<BoardRow, readonly Item[]>;

/** A polarity board that somebody works on: the seven parts, never who said what. */
export interface Board {
  title: string;
  purpose: string;
  fear: string;
  poles: readonly [BoardPole, BoardPole];
  /** Whether the second pole stands at the left. */
  swapped: boolean;
  /** The number the next line gets. */
  next: number;
}

/** Longer is no line, more fits no wall; the texts are as long as in a case. */
export const boardLimits = { line: 280, lines: 30, name: 50, text: 160, title: 70 } as const;

export type BoardChange =
  | { type: 'purpose' | 'fear'; text: string }
  | { type: 'name'; pole: PoleIndex; text: string }
  | { type: 'add'; pole: PoleIndex; row: BoardRow; text: string }
  | { type: 'edit'; id: string; text: string }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; by: number }
  | { type: 'put'; id: string; pole: PoleIndex; row: BoardRow }
  | { type: 'swap' };

const emptyPole: BoardPole = { name: '', upsides: [], downsides: [], actions: [], signals: [] };

/** A board on which nothing is written yet. */
export const blankBoard: Board = {
  title: '',
  purpose: '',
  fear: '',
  poles: [emptyPole, emptyPole],
  swapped: false,
  next: 1,
};

/** The board of a case, to begin changing it from. */
export const toBoard = (polarity: Pick<Polarity, 'title' | 'purpose' | 'fear' | 'poles'>): Board =>
  toNumbered({ ...polarity, swapped: false });

/** The board after a change; the same board when the change is impossible. */
export function changeBoard(board: Board, change: BoardChange): Board {
  switch (change.type) {
    case 'swap':
      return { ...board, swapped: !board.swapped };
    case 'purpose':
    case 'fear': {
      const text = toLine(change.text, boardLimits.text);
      return text === board[change.type] ? board : { ...board, [change.type]: text };
    }
    case 'name': {
      const name = toLine(change.text, boardLimits.name);
      return name === board.poles[change.pole].name
        ? board
        : withPole(board, change.pole, { ...board.poles[change.pole], name });
    }
    case 'add': {
      const text = toLine(change.text, boardLimits.line);
      const list = board.poles[change.pole][change.row];
      if (text === '' || list.length >= boardLimits.lines) return board;
      const added = withList(board, change, [...list, { id: `r${String(board.next)}`, text }]);
      return { ...added, next: board.next + 1 };
    }
    default:
      return changeLine(board, change);
  }
}

/** Where a line stands. */
export interface BoardPlace {
  pole: PoleIndex;
  row: BoardRow;
  index: number;
  line: Item;
}

/** Finds a line by its id. */
export function findLine({ poles }: Board, id: string): BoardPlace | undefined {
  for (const pole of [0, 1] as const)
    for (const row of boardRows) {
      const index = poles[pole][row].findIndex((each) => each.id === id);
      const line = poles[pole][row][index];
      if (line) return { pole, row, index, line };
    }
  return undefined;
}

/** Reads a board from a store, a file or a link; nothing when it is none. Never throws. */
export function readBoard(value: unknown): Board | undefined {
  if (!isRecord(value) || !Array.isArray(value['poles']) || value['poles'].length !== 2)
    return undefined;
  const texts = [value['title'] ?? '', value['purpose'] ?? '', value['fear'] ?? ''];
  const [first, second] = value['poles'].map(readPole);
  if (!texts.every((text) => typeof text === 'string') || !first || !second) return undefined;
  const [title = '', purpose = '', fear = ''] = texts;
  return toNumbered({
    title,
    purpose,
    fear,
    poles: [first, second],
    swapped: value['swapped'] === true,
  });
}

/** Whether two boards say the same, whatever their lines are numbered. */
export const isSameBoard = (a: Board, b: Board): boolean => toPlain(a) === toPlain(b);

/** Whether nothing is written on a board. */
export const isBlank = (board: Board): boolean =>
  isSameBoard({ ...board, title: '', swapped: false }, blankBoard);

/** The poles from left to right. */
export const toOrder = ({ swapped }: Pick<Board, 'swapped'>): readonly [PoleIndex, PoleIndex] =>
  swapped ? [1, 0] : [0, 1];

/** One line of at most so many characters, never half a character. @example toLine(' a\n b ', 9) // => 'a b' */
export const toLine = (text: string, most: number): string =>
  toCharacters(text).slice(0, most).join('').trimEnd();

/** How many characters a text has as a line. */
export const toLength = (text: string): number => toCharacters(text).length;

/** Without what no drawing or file may hold: control characters and halves of characters. */
const toCharacters = (text: string): string[] =>
  Array.from(
    text
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
      .trim(),
  );

type LineChange = Extract<BoardChange, { id: string }>;

function changeLine(board: Board, change: LineChange): Board {
  const place = findLine(board, change.id);
  if (!place) return board;
  const { index, line } = place;
  const list = board.poles[place.pole][place.row];
  if (change.type === 'remove') return withList(board, place, list.toSpliced(index, 1));
  if (change.type === 'edit') {
    const text = toLine(change.text, boardLimits.line);
    return text === '' || text === line.text
      ? board
      : withList(board, place, list.with(index, { ...line, text }));
  }
  if (change.type === 'move') {
    const to = Math.max(0, Math.min(list.length - 1, index + change.by));
    return to === index
      ? board
      : withList(board, place, list.toSpliced(index, 1).toSpliced(to, 0, line));
  }
  const target = board.poles[change.pole][change.row];
  if (target === list || target.length >= boardLimits.lines) return board;
  return withList(withList(board, place, list.toSpliced(index, 1)), change, [...target, line]);
}

const withList = (
  board: Board,
  { pole, row }: { pole: PoleIndex; row: BoardRow },
  list: readonly Item[],
): Board => withPole(board, pole, { ...board.poles[pole], [row]: list });

const withPole = (board: Board, pole: PoleIndex, now: BoardPole): Board => ({
  ...board,
  poles: pole === 0 ? [now, board.poles[1]] : [board.poles[0], now],
});

type Loose = { name: string } & Record<BoardRow, readonly (string | Item)[]>;

/** Cleans every text, and gives every line a number of its own; lines that have one keep it. */
function toNumbered(
  board: Omit<Board, 'poles' | 'next'> & { poles: readonly [Loose, Loose] },
): Board {
  const { title, purpose, fear, poles, swapped } = board;
  const ids = poles.flatMap((pole) => boardRows.flatMap((row) => pole[row].map(toId)));
  let next = Math.max(0, ...ids.map((id) => Number(id.slice(1)))) + 1;
  const used = new Set<string>();
  const toItem = (line: string | Item): Item[] => {
    const text = toLine(typeof line === 'string' ? line : line.text, boardLimits.line);
    if (text === '') return [];
    let id = toId(line);
    if (id === '' || used.has(id)) {
      id = `r${String(next)}`;
      next += 1;
    }
    used.add(id);
    return [{ id, text }];
  };
  const toPole = ({ name, ...lists }: Loose): BoardPole => {
    const clean = (row: BoardRow) => lists[row].flatMap(toItem).slice(0, boardLimits.lines);
    const [upsides, downsides] = [clean('upsides'), clean('downsides')];
    const [actions, signals] = [clean('actions'), clean('signals')];
    return { name: toLine(name, boardLimits.name), upsides, downsides, actions, signals };
  };
  const clean: Board['poles'] = [toPole(poles[0]), toPole(poles[1])];
  return {
    title: toLine(title, boardLimits.title),
    purpose: toLine(purpose, boardLimits.text),
    fear: toLine(fear, boardLimits.text),
    poles: clean,
    swapped,
    next,
  };
}

const toId = (line: string | Item): string =>
  typeof line !== 'string' && /^r\d{1,6}$/.test(line.id) ? line.id : '';

function readPole(value: unknown): Loose | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined;
  const lists = boardRows.map((row) => readLines(value[row]));
  if (lists.includes(undefined)) return undefined;
  const [upsides = [], downsides = [], actions = [], signals = []] = lists;
  return { name: value['name'], upsides, downsides, actions, signals };
}

/** Lines are texts, or records with a text; anything else among them makes it no list. */
function readLines(value: unknown): (string | Item)[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines: unknown[] = value;
  return lines.every(isLine) ? lines : undefined;
}

const isLine = (line: unknown): line is string | Item =>
  typeof line === 'string' ||
  (isRecord(line) && typeof line['text'] === 'string' && typeof line['id'] === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toPlain({ title, purpose, fear, poles, swapped }: Board): string {
  const lists = poles.map((pole) => [
    pole.name,
    ...boardRows.map((row) => pole[row].map(({ text }) => text)),
  ]);
  return JSON.stringify([title, purpose, fear, swapped, lists]);
}
