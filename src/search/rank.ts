import type { Posting } from './format.ts';
import type { Question, Unit } from './question.ts';

/** A page with the passages in it that answer, the best first. */
export interface Ranked {
  page: number;
  score: number;
  passages: { passage: number; score: number }[];
}

/** Lets a passage through, or not. */
export type Admit = (page: number, passage: number) => boolean;

/** A passage whose heading is just what was asked comes before all others. */
const forHeading = 3;

/** A finding opens at the step that tells it, rather than at a beginning that sums everything up. */
const forBeginning = 0.75;

/**
 * The pages that answer, the best first. When `enough` is not given, of two words both have to be on a page; of more than two, two in three.
 * Passages answer when no other on their page has more of the words.
 */
export function rank(
  { units, heading }: Pick<Question, 'units' | 'heading'>,
  postings: ReadonlyMap<string, Posting>,
  pages: number,
  admit: Admit,
  enough?: number,
): Ranked[] {
  const needed = units.filter(({ extra }) => !extra).length;
  const least = enough ?? (needed < 3 ? needed : Math.ceil((needed * 2) / 3));
  const found = collect(units, postings, pages);
  const headings = postings.get(heading) ?? new Map<number, [number, number][]>();
  for (const [page, places] of headings)
    for (const [passage] of places) reach(found, page, passage, units.length);
  const ranked: Ranked[] = [];
  for (const [page, passages] of found) {
    const titled = new Set(headings.get(page)?.map(([passage]) => passage));
    const hasAll = countUnits(units, [...passages.values()]) >= least || titled.size > 0;
    if (!hasAll) continue;
    const scored = [...passages]
      .filter(([passage]) => admit(page, passage))
      .map(([passage, scores]) => toScored(passage, scores, { units, needed, titled }));
    const most = Math.max(...scored.map(({ covered }) => covered));
    const best = scored
      .filter(({ covered, passage }) => covered === most || covered >= least || titled.has(passage))
      .sort((a, b) => b.score - a.score || a.passage - b.passage);
    const [first, ...others] = best;
    if (!first) continue;
    const more = others.reduce((sum, { score }) => sum + score, 0) / (others.length + 1);
    ranked.push({ page, score: first.score + 0.1 * more, passages: best });
  }
  return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
}

type Scores = number[];
type Found = Map<number, Map<number, Scores>>;

/** Per page and passage, what it is worth for every unit. */
function collect(
  units: readonly Unit[],
  postings: ReadonlyMap<string, Posting>,
  pages: number,
): Found {
  const found: Found = new Map();
  units.forEach(({ terms }, unit) => {
    for (const [term, weight] of terms) {
      const posting = postings.get(term);
      if (!posting) continue;
      const rarity = weight * Math.log(1 + pages / posting.size);
      for (const [page, places] of posting)
        for (const [passage, times] of places) {
          const scores = reach(found, page, passage, units.length);
          scores[unit] = Math.max(scores[unit] ?? 0, rarity * times);
        }
    }
  });
  return found;
}

function reach(found: Found, page: number, passage: number, units: number): Scores {
  const passages = found.get(page) ?? new Map<number, Scores>();
  if (passages.size === 0) found.set(page, passages);
  const scores = passages.get(passage) ?? new Array<number>(units).fill(0);
  passages.set(passage, scores);
  return scores;
}

const countUnits = (units: readonly Unit[], passages: readonly Scores[]): number =>
  units.filter(({ extra }, unit) => !extra && passages.some((scores) => (scores[unit] ?? 0) > 0))
    .length;

function toScored(
  passage: number,
  scores: Scores,
  {
    units,
    needed,
    titled,
  }: { units: readonly Unit[]; needed: number; titled: ReadonlySet<number> },
) {
  const covered = countUnits(units, [scores]);
  const sum = scores.reduce(
    (total, score, unit) => total + score * (units[unit]?.extra ? 0.3 : 1),
    0,
  );
  const share = needed === 0 ? 1 : covered / needed;
  const score = sum * share * share * (passage === 0 ? forBeginning : 1);
  return { passage, covered, score: titled.has(passage) ? (score + 10) * forHeading : score };
}
