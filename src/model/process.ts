import type { Item } from './item-list.ts';
import {
  noneOfThese,
  readFirstVote,
  readSecondVote,
  secondOptions,
  type Counts,
  type FirstReading,
  type SecondReading,
} from './vote.ts';

/** Exploring is steps 1–3 and ends with topics; deciding is steps 1–4 and ends with a decision. */
export const modes = ['explore', 'decide'] as const;
export type Mode = (typeof modes)[number];

/** Where the group is. From `vote` to `confirm` is step 4; `dive` is step 5. */
export const positions = [
  'collect',
  'search',
  'spread',
  'explored',
  'vote',
  'lobby',
  'come-along',
  'confirm',
  'dive',
  'decided',
] as const;
export type Position = (typeof positions)[number];

export const listNames = ['topics', 'proposals', 'additions'] as const;
export type ListName = (typeof listNames)[number];

/** A vote as it was: what the options were called then, and how many voices each got per side. */
export interface Vote {
  round: 'first' | 'second';
  called: Call;
  counts: readonly { text: string; votes: readonly number[] }[];
}

/** A group on its way. It holds what was said and how often, never by whom. */
export interface Process {
  mode: Mode;
  at: Position;
  question: string;
  topics: readonly Item[];
  proposals: readonly Item[];
  /** What was added to a proposal so that everybody can come along. */
  additions: readonly (Item & { to: string })[];
  /** How often a no was found, and was or was not recognised by others. */
  noes: { shared: number; alone: number };
  /** How many sides are counted apart; 1 means together. */
  sides: number;
  /** A house rule, in percent; absent means the facilitator judges. */
  rule?: number | undefined;
  /** The vote that is being counted. */
  counts: Counts;
  votes: readonly Vote[];
  /** How many votes brought no result since the start, or since step 5. */
  fruitless: number;
  /** The proposal that has the majority. */
  chosen?: string;
  /** Where step 5 was begun. */
  before?: Position | undefined;
  decidedBy?: 'unanimous' | 'everyone';
  /** The number the next line gets. */
  next: number;
}

export type Call = 'unanimous' | 'majority' | 'divided' | 'everyone' | 'not-everyone';

/** A group that has not begun. */
export const startProcess = (mode: Mode): Process => ({
  mode,
  at: 'collect',
  question: '',
  topics: [],
  proposals: [],
  additions: [],
  noes: { shared: 0, alone: 0 },
  sides: 1,
  counts: {},
  votes: [],
  fruitless: 0,
  next: 1,
});

/** What the vote being counted may be called now. A facilitator may call any lead clear or divided; numbers decide nothing alone. */
export function listCalls(process: Process): Call[] {
  if (process.at === 'vote') {
    const { outcome } = readFirst(process);
    if (outcome === 'unanimous') return ['unanimous'];
    if (outcome === 'most') return ['majority', 'divided'];
    return outcome === 'divided' ? ['divided'] : [];
  }
  if (process.at !== 'confirm') return [];
  const { outcome } = readSecond(process);
  if (outcome === 'everyone') return ['everyone'];
  return outcome === 'incomplete' ? [] : ['not-everyone'];
}

/** Reads the first vote that is being counted. */
export const readFirst = ({ proposals, counts, sides, rule }: Process): FirstReading =>
  readFirstVote({ options: proposals.map(({ id }) => id), counts, sides, rule });

/** Reads the second vote that is being counted. */
export const readSecond = (process: Process): SecondReading =>
  readSecondVote(process.counts, process.sides, toExpected(process));

/** How many voices the last first vote counted. */
export function toExpected({ votes }: Process): number {
  const first = votes.findLast(({ round }) => round === 'first');
  return first?.counts.flatMap((count) => count.votes).reduce((all, each) => all + each, 0) ?? 0;
}

/** Three votes without a result: a rule of thumb that step 5 may help. It forces nothing and blocks nothing. */
export const mayHelpToDive = ({ fruitless, at }: Process): boolean =>
  fruitless >= 3 && at !== 'dive' && at !== 'decided';

/** Step 5 can always be chosen on the way to a decision, hint or no hint. */
export const canDive = ({ mode, at }: Process): boolean =>
  mode === 'decide' && at !== 'dive' && at !== 'decided';

/** What may be written down where the group is: at step 5 nothing, and a decision that has been taken stands. */
export const takesList = (at: Position, list: ListName): boolean =>
  ({
    topics: ['collect', 'search', 'spread', 'explored'],
    proposals: ['vote', 'lobby', 'come-along'],
    additions: ['come-along'],
  })[list].includes(at);

/** The additions to the proposal that has the majority. */
export const toAdditions = ({ additions, chosen }: Process): Process['additions'] =>
  additions.filter(({ to }) => to === chosen);

/** Whether there is something to tell of what was needed: where all were for it at once, nobody had to be asked. */
export const asksWhatIsNeeded = (process: Process): boolean =>
  process.decidedBy !== 'unanimous' || toAdditions(process).length > 0;

/** The text of the decision as it is now. */
export const toDecision = ({ proposals, chosen }: Process): string =>
  proposals.find(({ id }) => id === chosen)?.text ?? '';

/** The options of the vote that is being counted. */
export function listOptions({ at, proposals }: Process): string[] {
  if (at === 'vote') return [...proposals.map(({ id }) => id), noneOfThese];
  return at === 'confirm' ? [...secondOptions] : [];
}
