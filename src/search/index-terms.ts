import type { TermNames } from '../model/search-facts.ts';
import { asHeading, asNamed, asPart, asWord, packPlaces, type Leaf, type Name } from './format.ts';
import type { Splitter } from './index-compounds.ts';
import { toStems, type Tongue } from './language.ts';
import { readTokens, type Token } from './text.ts';

/** Collects terms from one page after another. */
export interface TermReader {
  read(page: number, leaf: Leaf, also: ReadonlyMap<number, string>): void;
  /** Every term with where it stands. */
  listTerms(): Map<string, string>;
  /** The words themselves, one form of each. */
  listWords(): string[];
}

interface Known {
  /** Empty for a common word. */
  terms: string[];
  stem: string;
}

/** What a word counts for, by where it stands. */
const inText = 1;
const inTitle = 8;
const inOtherNames = 3;

export function createReader(tongue: Tongue, names: readonly Name[], split: Splitter): TermReader {
  const postings = new Map<string, { packed: string; page: number }>();
  const known = new Map<string, Known>();
  const phrases = Map.groupBy(
    names.map(([stems, id, kind]) => ({ stems: stems.split(' '), term: asNamed(id, kind) })),
    ({ stems }) => stems[0] ?? '',
  );

  const know = ({ word, parts }: Token): Known => {
    const key = parts.length > 0 ? parts.join('-') : word;
    const before = known.get(key);
    if (before) return before;
    const stem = tongue.stem(word);
    const inside = parts.length > 0 ? parts.flatMap((part) => [part, ...split(part)]) : split(word);
    const partTerms = inside
      .filter((part) => part.length > 2 && !tongue.isCommon(part))
      .map((part) => asPart(tongue.stem(part)));
    const now = {
      stem,
      terms: tongue.isCommon(word) ? [] : [asWord(stem), ...new Set(partTerms)],
    };
    known.set(key, now);
    return now;
  };

  /** Adds what stands in a text to the weights of a passage, and gives its length. */
  const weigh = (text: string, weight: number, weights: Map<string, number>): number => {
    const words = readTokens(text).map(know);
    words.forEach(({ terms, stem }, at) => {
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
      for (const { stems, term } of phrases.get(stem) ?? [])
        if (stems.every((each, next) => words[at + next]?.stem === each))
          weights.set(term, (weights.get(term) ?? 0) + weight);
    });
    return words.length;
  };

  return {
    read(page, { passages, title }, also) {
      const places = new Map<string, string>();
      passages.forEach(([, own, text], passage) => {
        const weights = new Map<string, number>();
        const length = weigh(text, inText, weights);
        const heading = passage === 0 ? title : own;
        weigh(heading, inTitle, weights);
        weigh(also.get(passage) ?? '', inOtherNames, weights);
        const stems = toStems(heading, tongue);
        if (stems.length > 0 && stems.length < 12) weights.set(asHeading(stems), inTitle);
        for (const [term, count] of weights)
          places.set(term, (places.get(term) ?? '') + packPlaces(passage, toWeight(count, length)));
      });
      for (const [term, packed] of places) {
        const before = postings.get(term);
        const step = `${(page - (before?.page ?? 0)).toString(36)}:${packed}`;
        if (before) {
          before.packed += step;
          before.page = page;
        } else postings.set(term, { packed: step, page });
      }
    },
    listTerms: () => new Map([...postings].map(([term, { packed }]) => [term, packed])),
    listWords() {
      const forms = new Map<string, string>();
      for (const [word, { stem, terms }] of known) {
        const shorter = forms.get(stem);
        if (
          terms.length > 0 &&
          word.length > 3 &&
          (shorter === undefined || word.length < shorter.length)
        )
          forms.set(stem, word);
      }
      return [...forms.values()].sort();
    },
  };
}

/** More often is more, but less and less; in a long passage it is less. 1 to 15. */
function toWeight(count: number, length: number): number {
  const norm = 0.6 + (0.4 * length) / usualLength;
  return Math.min(15, Math.max(1, Math.round((15 * count) / (count + 4 * norm))));
}

/** Words in a passage, about. */
const usualLength = 90;

/** The names of the glossary as stems; one with a hyphen is also written with a space. */
export function toNames(names: readonly TermNames[], tongue: Tongue): Name[] {
  const listed = new Map<string, Name>();
  for (const { id, own, loose } of names)
    for (const [kind, list] of [
      [1, own],
      [2, loose],
    ] as const)
      for (const name of list)
        for (const way of new Set([name, name.replaceAll('-', ' ')])) {
          const stems = toStems(way, tongue).join(' ');
          const key = `${stems} ${id}`;
          if (stems !== '' && !tongue.isCommon(stems) && !listed.has(key))
            listed.set(key, [stems, id, kind]);
        }
  return [...listed.values()];
}
