/** How many voices each option got, per side. Counts only: who voted what is nowhere. */
export type Counts = Readonly<Record<string, readonly number[]>>;

/** The options that are always there: a voice for none of the proposals, and the answers to the second vote. */
export const noneOfThese = 'none';
export const secondOptions = ['along', 'not-yet', 'left'] as const;

/** What a first vote says. A clear majority is never told by a number alone: the facilitator judges. */
export type FirstReading =
  | { outcome: 'incomplete' }
  | { outcome: 'unanimous'; leading: string }
  | { outcome: 'divided'; reason: 'sides' | 'tie' | 'none' | 'house-rule' }
  | { outcome: 'most'; leading: string; votes: number; total: number };

/** What a second vote says. `fewer` means that not everybody of the first vote has been counted. */
export type SecondReading = { outcome: 'incomplete' | 'not-everyone' | 'fewer' | 'everyone' };

export interface FirstVote {
  /** The ids of the proposals; `none` is added. */
  options: readonly string[];
  counts: Counts;
  /** 1 when nobody counts per side. */
  sides: number;
  /** A house rule: the least share of the voices, in percent, that the group agreed to call a clear majority. */
  rule?: number | undefined;
}

/** Reads a first vote. Where one whole side stands outside the leading proposal, that is divided, whatever the sizes. */
export function readFirstVote({ options, counts, sides, rule }: FirstVote): FirstReading {
  const all = [...options, noneOfThese];
  const total = sum(all.map((option) => toTotal(counts, option)));
  const isCounted = (side: number) => all.some((option) => toVotes(counts, option, side) > 0);
  if (!toSides(sides).every(isCounted)) return { outcome: 'incomplete' };

  const votes = Math.max(...all.map((option) => toTotal(counts, option)));
  const leaders = all.filter((option) => toTotal(counts, option) === votes);
  const isOutside = (side: number, option: string) => toVotes(counts, option, side) === 0;
  if (leaders.every((option) => toSides(sides).some((side) => isOutside(side, option))))
    return { outcome: 'divided', reason: 'sides' };

  const [leading = noneOfThese, rival] = leaders;
  if (rival !== undefined) return { outcome: 'divided', reason: 'tie' };
  if (leading === noneOfThese) return { outcome: 'divided', reason: 'none' };
  if (votes === total) return { outcome: 'unanimous', leading };
  if (rule !== undefined && votes * 100 < rule * total)
    return { outcome: 'divided', reason: 'house-rule' };
  return { outcome: 'most', leading, votes, total };
}

/** Reads a second vote against how many voices the first one counted; who left since then is counted too. */
export function readSecondVote(counts: Counts, sides: number, expected: number): SecondReading {
  const isCounted = (side: number) =>
    toVotes(counts, 'along', side) + toVotes(counts, 'not-yet', side) > 0;
  if (!toSides(sides).every(isCounted)) return { outcome: 'incomplete' };
  if (toTotal(counts, 'not-yet') > 0) return { outcome: 'not-everyone' };
  const counted = toTotal(counts, 'along') + toTotal(counts, 'left');
  return { outcome: counted < expected ? 'fewer' : 'everyone' };
}

/** All voices for an option. @example toTotal({ a: [2, 1] }, 'a') // => 3 */
export const toTotal = (counts: Counts, option: string): number => sum(counts[option] ?? []);

const toVotes = (counts: Counts, option: string, side: number): number =>
  counts[option]?.[side] ?? 0;

const toSides = (sides: number): number[] => Array.from({ length: sides }, (_, side) => side);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
