import { toWords } from './text.ts';

/** A glossary entry as the endpoint gives it: every name it may be found by, the word itself first. */
export interface NearTerm {
  id: string;
  term: string;
  names: string[];
}

/**
 * The terms nearest to words that were not found: other names for it first, then words that share a part or look
 * like it. @example toNearTerms('dienstverlener', terms)[0].term // => 'leverancier'
 */
export function toNearTerms<T extends NearTerm>(text: string, terms: readonly T[], most = 3): T[] {
  const asked = toWords(text).join(' ').slice(0, 80);
  if (asked === '') return [];
  return terms
    .map((term) => ({
      term,
      score: Math.min(...term.names.map((name) => toDistance(asked, name))),
    }))
    .filter(({ score }) => score < 0.35)
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ term }) => term);
}

/** 0 is the same, 1 has nothing in common. */
function toDistance(asked: string, name: string): number {
  const words = toWords(name);
  const whole = words.join(' ');
  if (whole === asked) return 0;
  if (
    asked.length >= 4 &&
    (whole.includes(asked) || words.some((word) => word.length >= 4 && asked.includes(word)))
  )
    return 0.2;
  return Math.min(
    ...[whole, ...words].map((word) => toEdits(asked, word) / Math.max(asked.length, word.length)),
  );
}

/** Letters to add, drop or change to get from one word to the other. */
function toEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let start = 0; start < one.length; start += 1) {
    const next = [start + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + Number(one[start] !== other[column - 1]);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
