import { changeList, toCleanText, type ListChange } from './item-list.ts';
import {
  canDive,
  listCalls,
  listOptions,
  readFirst,
  startProcess,
  takesList,
  type Call,
  type ListName,
  type Mode,
  type Position,
  type Process,
  type Vote,
} from './process.ts';

/** What can happen on the way. None of these says who. */
export type DecisionEvent =
  | { type: 'ask'; question: string }
  | { type: 'list'; list: ListName; change: ListChange }
  | { type: 'take-topics' }
  | { type: 'go-on' }
  | { type: 'new-no' }
  | { type: 'spread'; carried: boolean }
  | { type: 'nobody-new' }
  | { type: 'count-sides'; sides: number }
  | { type: 'house-rule'; percent: number | undefined }
  | { type: 'count'; option: string; side: number; votes: number }
  | { type: 'call'; as: Call }
  | { type: 'vote-again' }
  | { type: 'ask-everyone' }
  | { type: 'back' }
  | { type: 'dive' }
  | { type: 'stay-up' }
  | { type: 'surface' };

/** How a group goes on. Every event in every state gives a state; what is impossible there changes nothing. */
export function decide(process: Process, event: DecisionEvent): Process {
  const { mode, at } = process;
  switch (event.type) {
    case 'ask':
      return canWrite(at) ? { ...process, question: toCleanText(event.question) } : process;
    case 'list':
      return takesList(at, event.list) ? changeLines(process, event) : process;
    case 'take-topics':
      return takesList(at, 'proposals') ? takeTopics(process) : process;
    case 'go-on':
      return at === 'collect' ? { ...process, at: 'search' } : process;
    case 'new-no':
      return at === 'search' ? { ...process, at: 'spread' } : process;
    case 'spread':
      return at === 'spread' ? toSpread(process, event.carried) : process;
    case 'nobody-new':
      if (at !== 'search') return process;
      return mode === 'explore' ? { ...process, at: 'explored' } : toVote(process);
    case 'count-sides':
      return at === 'vote' && isWhole(event.sides, 1, 6)
        ? { ...process, sides: event.sides, counts: {} }
        : process;
    case 'house-rule':
      return at === 'vote' ? toRuled(process, event.percent) : process;
    case 'count':
      return toCounted(process, event);
    case 'call':
      return listCalls(process).includes(event.as) ? toCalled(process, event.as) : process;
    case 'vote-again':
      return at === 'lobby' ? toVote(process) : process;
    case 'ask-everyone':
      return at === 'come-along' ? { ...process, at: 'confirm', counts: {} } : process;
    case 'back':
      return toBack(process);
    case 'dive':
      return canDive(process) ? { ...process, at: 'dive', before: at } : process;
    case 'stay-up':
      return at === 'dive' ? toSurface(process, process.before ?? 'collect') : process;
    case 'surface':
      return at === 'dive' ? { ...toSurface(process, 'collect'), fruitless: 0 } : process;
  }
}

/** The same events always lead to the same place. */
export const replay = (mode: Mode, events: readonly DecisionEvent[]): Process =>
  events.reduce(decide, startProcess(mode));

const canWrite = (at: Position) => at !== 'dive' && at !== 'decided';

function changeLines(
  process: Process,
  { list, change }: Extract<DecisionEvent, { type: 'list' }>,
): Process {
  // Once a proposal has the majority its wording may grow; the choice itself is not reopened here.
  const isOnlyWording = list === 'proposals' && process.at === 'come-along';
  if (isOnlyWording && !(change.type === 'edit' && change.id === process.chosen)) return process;
  const id = `i${process.next}`;
  const to = process.chosen ?? '';
  const lines =
    list === 'additions'
      ? changeList(process.additions, change, (text) => ({ id, text, to }))
      : changeList(process[list], change, (text) => ({ id, text }));
  if (lines === process[list]) return process;
  const next = change.type === 'add' ? process.next + 1 : process.next;
  const counts =
    change.type === 'remove'
      ? Object.fromEntries(
          Object.entries(process.counts).filter(([option]) => option !== change.id),
        )
      : process.counts;
  return { ...process, [list]: lines, next, counts };
}

/** Topics that are no proposal yet become one. */
function takeTopics(process: Process): Process {
  if (process.at === 'come-along') return process;
  const known = new Set(process.proposals.map(({ text }) => text));
  return process.topics
    .filter(({ text }) => !known.has(text))
    .reduce(
      (all, { text }) =>
        changeLines(all, { type: 'list', list: 'proposals', change: { type: 'add', text } }),
      process,
    );
}

function toSpread(process: Process, carried: boolean): Process {
  const { shared, alone } = process.noes;
  const noes = carried ? { shared: shared + 1, alone } : { shared, alone: alone + 1 };
  return { ...process, at: 'search', noes };
}

const toVote = (process: Process): Process => ({ ...process, at: 'vote', counts: {} });

const toRuled = (process: Process, rule: number | undefined): Process =>
  rule === undefined || isWhole(rule, 1, 100) ? { ...process, rule } : process;

function toCounted(
  process: Process,
  { option, side, votes }: Extract<DecisionEvent, { type: 'count' }>,
): Process {
  const columns = option === 'left' ? 1 : process.sides;
  if (!listOptions(process).includes(option)) return process;
  if (!isWhole(votes, 0, 9999) || !isWhole(side, 0, columns - 1)) return process;
  const counted = process.counts[option] ?? [];
  const row = Array.from({ length: columns }, (_, index) =>
    index === side ? votes : (counted[index] ?? 0),
  );
  return { ...process, counts: { ...process.counts, [option]: row } };
}

function toCalled(process: Process, call: Call): Process {
  const { sides, counts } = process;
  const toText = (option: string) =>
    process.proposals.find(({ id }) => id === option)?.text ?? option;
  const vote: Vote = {
    round: process.at === 'vote' ? 'first' : 'second',
    called: call,
    counts: listOptions(process).map((option) => ({
      text: toText(option),
      votes: counts[option] ?? Array.from({ length: option === 'left' ? 1 : sides }, () => 0),
    })),
  };
  const called = { ...process, votes: [...process.votes, vote], counts: {} };
  const fruitless = process.fruitless + 1;
  const reading = readFirst(process);
  if (call === 'divided') return { ...called, at: 'lobby', fruitless };
  if (call === 'not-everyone') return { ...called, at: 'come-along', fruitless };
  if (call === 'everyone') return { ...called, at: 'decided', decidedBy: 'everyone' };
  const chosen = 'leading' in reading ? { chosen: reading.leading } : {};
  return call === 'unanimous'
    ? { ...called, ...chosen, at: 'decided', decidedBy: 'unanimous' }
    : { ...called, ...chosen, at: 'come-along' };
}

/** One step back: from the first votes to looking for the no, from looking to collecting. */
function toBack(process: Process): Process {
  const earlier: Partial<Record<Position, Position>> = {
    search: 'collect',
    explored: 'search',
    vote: 'search',
    lobby: 'search',
    'come-along': 'search',
    confirm: 'come-along',
  };
  const at = earlier[process.at];
  return at ? { ...process, at, counts: {} } : process;
}

const toSurface = (process: Process, at: Position): Process => ({
  ...process,
  at,
  before: undefined,
});

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && least <= value && value <= most;
