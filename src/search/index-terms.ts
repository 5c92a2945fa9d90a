import type { TermNames } from '../model/search-facts.ts';
import { asHeading, asNamed, asPart, asWord, packPlaces, type Leaf, type Name } from './format.ts';
import type { Splitter } from './index-compounds.ts';
import { toStems, type Tongue } from './language.ts';
import { listWritten, readWord } from './text.ts';

/** Collects terms from one page after another. */
export interface TermReader {
  read(page: number, leaf: Leaf, also: ReadonlyMap<number, string>): void;
  /** Every term with where it stands. */
  listTerms(): Map<string, string>;
  /** The words themselves, one form of each. */
  listWords(): string[];
}

interface Known {
  /** None for a common word. */
  terms: Term[];
  word: string;
  stem: string;
}

/** A term with where it stands so far, and what it counts for in the passage that is being read. */
interface Term {
  packed: string;
  page: number;
  passage: number;
  count: number;
}

/** What a word counts for, by where it stands. */
const inText = 1;
const inTitle = 8;
const inOtherNames = 3;

export function createReader(tongue: Tongue, names: readonly Name[], split: Splitter): TermReader {
  const postings = new Map<string, Term>();
  const known = new Map<string, Known>();
  const toTerm = (name: string): Term => {
    const term = postings.get(name) ?? { packed: '', page: -1, passage: -1, count: 0 };
    if (term.page === -1) postings.set(name, term);
    return term;
  };
  const phrases = Map.groupBy(
    names.map(([stems, id, kind]) => ({ stems: stems.split(' '), name: asNamed(id, kind) })),
    ({ stems }) => stems[0] ?? '',
  );

  const know = (written: string): Known => {
    const before = known.get(written);
    if (before) return before;
    const { word, parts } = readWord(written);
    const stem = tongue.stem(word);
    const inside = parts.length > 0 ? parts.flatMap((part) => [part, ...split(part)]) : split(word);
    const partTerms = inside
      .filter((part) => part.length > 2 && !tongue.isCommon(part))
      .map((part) => asPart(tongue.stem(part)));
    const all = word === '' || tongue.isCommon(word) ? [] : [asWord(stem), ...new Set(partTerms)];
    const now = { word, stem, terms: all.map(toTerm) };
    known.set(written, now);
    return now;
  };

  // Every passage has a number of its own: what a term counts for there begins anew.
  let passageNumber = 0;
  let here: Term[] = [];
  const add = (term: Term, weight: number) => {
    if (term.passage !== passageNumber) {
      term.passage = passageNumber;
      term.count = 0;
      here.push(term);
    }
    term.count += weight;
  };

  /** Counts what stands in a text, and gives its length. */
  const weigh = (text: string, weight: number): number => {
    const words = listWritten(text).map(know);
    words.forEach(({ terms, stem }, at) => {
      for (const term of terms) add(term, weight);
      for (const { stems, name } of phrases.get(stem) ?? [])
        if (stems.every((each, next) => words[at + next]?.stem === each)) add(toTerm(name), weight);
    });
    return words.length;
  };

  const close = (page: number, passage: number, length: number) => {
    for (const term of here) {
      if (term.page !== page) term.packed += `${(page - Math.max(0, term.page)).toString(36)}:`;
      term.page = page;
      term.packed += packPlaces(passage, toWeight(term.count, length));
    }
    here = [];
    passageNumber += 1;
  };

  return {
    read(page, { passages, title }, also) {
      passages.forEach(([, own, text], passage) => {
        const length = weigh(text, inText);
        const heading = passage === 0 ? title : own;
        weigh(heading, inTitle);
        weigh(also.get(passage) ?? '', inOtherNames);
        const stems = toStems(heading, tongue);
        if (stems.length > 0 && stems.length < 12) add(toTerm(asHeading(stems)), inTitle);
        close(page, passage, length);
      });
    },
    listTerms: () =>
      new Map(
        [...postings].flatMap(([name, { packed }]) => (packed === '' ? [] : [[name, packed]])),
      ),
    listWords() {
      const forms = new Map<string, string>();
      for (const { word, stem, terms } of known.values()) {
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
