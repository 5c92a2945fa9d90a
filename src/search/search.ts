import type { Language } from '../model/language.ts';
import { countFindings, fits, listAll, type Counts } from './counts.ts';
import { createMarker, toExcerpt, toMarked, type Marker, type Piece } from './excerpt.ts';
import { toFacts } from './facets.ts';
import type { Leaf } from './format.ts';
import { toTongue } from './language.ts';
import { hasWords, isAsking, isNarrowed, readNumbers, type Query } from './query.ts';
import { readQuestion, type Question } from './question.ts';
import { createNearness, type Nearness } from './nearness.ts';
import { rank, type Ranked } from './rank.ts';
import type { Index } from './store.ts';
import { toWords } from './text.ts';

/** What came of a search. */
export type Answer = { state: 'idle'; count: Count } | Zero | Found;

/** Counts what each facet would give. It is asked for after the findings are shown, because it costs a file more. */
export type Count = () => Promise<Counts>;

export interface Zero {
  state: 'zero';
  count: Count;
  /** Words that stand nowhere; none when there are only symbols, or common words. */
  unknown: string[];
  /** True when there was nothing in the question but words that stand everywhere. */
  common: boolean;
  /** The question with time and people taken out of it, as it was searched for. */
  query: Query;
}

export interface Found {
  state: 'found';
  count: Count;
  groups: Group[];
  /** How many pages and voices with a match were not fetched yet; some may be of a page that is shown already. */
  left: number;
  /** Words that stand nowhere; what is found has the other words. */
  unknown: string[];
  /** True when no page has all the words: what is found has some of them. */
  apart: boolean;
  query: Query;
  /** The same answer with the next of them in it. */
  more: () => Promise<Found>;
}

/** The findings of one page, the voices on it included. */
export interface Group {
  title: string;
  href: string;
  /** Code of the kind of page, like `casus`. */
  kind: string;
  /** A few facts, like “3 uur 30, 7 mensen”. */
  facts: string;
  findings: Finding[];
}

export interface Finding {
  /** Its heading, with what was asked marked in it. */
  title: Piece[];
  href: string;
  pieces: Piece[];
  /** The sign beside it: the number of a Lewis step, or `dissent`; empty for none of these. */
  mark: string;
  /** Where a voice stands and what came of it; empty for a passage. */
  where: string;
}

/** What a match counts for that cannot be marked. */
const forUnseen = 0.4;

/** Pages fetched in one go. */
export const batch = 8;

/** Asks the index, and gives pages with their findings, the best first. */
export async function search(index: Index, language: Language, given: Query): Promise<Answer> {
  const query = readNumbers(given);
  const everything: Count = async () => {
    const table = await index.readFacts();
    return countFindings(listAll(table, query), table, query);
  };
  if (!isAsking(query)) {
    if (given.text.trim() === '') return { state: 'idle', count: everything };
    return { state: 'zero', count: everything, unknown: [], common: false, query };
  }
  const tongue = toTongue(language);
  const question = readQuestion(query.text, index.root.names, tongue);
  const isInWords = hasWords(query.text);
  // “8 mensen, 30 minuten” is a question too, although no word is left of it.
  const isByFacts = isNarrowed(query) && question.units.length === 0;
  const answer =
    isInWords && !isByFacts
      ? await askWords(index, question, query)
      : { ranked: await listByFacts(index, query), unknown: [], apart: false, count: everything };
  const { ranked, unknown, apart, count } = answer;
  if (ranked.length === 0) {
    const common = isInWords && question.units.length === 0;
    return { state: 'zero', count, unknown, common, query };
  }
  const marker = createMarker(question, tongue);
  const nearness = createNearness(query.text, tongue);
  const so = { state: 'found', count, left: ranked.length, unknown, apart, query } as const;
  return readOn({ index, ranked, marker, nearness }, { ...so, groups: [] }, 0);
}

interface Words {
  ranked: Ranked[];
  unknown: string[];
  apart: boolean;
  count: Count;
}

async function askWords(index: Index, question: Question, query: Query): Promise<Words> {
  const terms = [...new Set(question.units.flatMap((unit) => [...unit.terms.keys()]))];
  const postings = await index.find([...terms, question.heading]);
  const isKnown = ({ terms: own }: { terms: Map<string, number> }) =>
    [...own.keys()].some((term) => postings.has(term));
  for (const unit of question.units) {
    if (isKnown(unit) || !unit.start) continue;
    const found = (await Promise.all(unit.start.map((start) => index.listStarting(start)))).flat();
    for (const term of found.slice(0, mostEndings)) unit.terms.set(term, 0.6);
    for (const [term, posting] of await index.find(found.slice(0, mostEndings)))
      postings.set(term, posting);
  }
  const known = question.units.filter(isKnown);
  const unknown = question.units.filter((unit) => !unit.extra && !isKnown(unit));
  const asked = { ...question, units: known };
  const table = isNarrowed(query) ? await index.readFacts() : [];
  const admit = (page: number, passage: number) => {
    const row = table[page];
    return !row || fits(toFacts(row, passage), query);
  };
  const together = rank(asked, postings, index.root.pages, () => true);
  const apart = together.length === 0 && known.length > 1;
  const all = apart ? rank(asked, postings, index.root.pages, () => true, 1) : together;
  const count: Count = async () => {
    const findings = all.flatMap(({ page, passages }) =>
      passages.map(({ passage }) => [page, passage] as const),
    );
    return countFindings(findings, await index.readFacts(), query);
  };
  const ranked = isNarrowed(query)
    ? rank(asked, postings, index.root.pages, admit, apart ? 1 : undefined)
    : all;
  return { ranked, unknown: unknown.map(({ text }) => text), apart, count };
}

/** A word that is being typed may go on in so many ways. */
const mostEndings = 6;

async function listByFacts(index: Index, query: Query): Promise<Ranked[]> {
  const table = await index.readFacts();
  const byPage = new Map<number, Ranked>();
  for (const [page, passage] of listAll(table, query)) {
    const row = table[page];
    if (!row || !fits(toFacts(row, passage), query)) continue;
    const ranked = byPage.get(page) ?? { page, score: 0, passages: [] };
    ranked.passages.push({ passage, score: 0 });
    byPage.set(page, ranked);
  }
  return [...byPage.values()];
}

interface Reading {
  index: Index;
  ranked: readonly Ranked[];
  marker: Marker;
  nearness: Nearness;
}

/** Fetches the next pages. */
async function readOn(reading: Reading, so: Omit<Found, 'more'>, start: number): Promise<Found> {
  const { index, ranked } = reading;
  const end = Math.min(start + batch, ranked.length);
  const next = ranked.slice(start, end);
  const leaves = await Promise.all(next.map(({ page }) => index.readLeaf(page)));
  const read = next
    .map((each, at) => toNearer(each, leaves[at], reading))
    .sort((a, b) => b.ranked.score - a.ranked.score)
    .map(({ leaf, ranked: nearer }) => toGroup(leaf, nearer, reading.marker));
  const groups = gather([...so.groups, ...gather(read).map(withDissentFirst)]);
  const found = { ...so, groups, left: ranked.length - end };
  return { ...found, more: () => readOn(reading, found, end) };
}

/** What stands in the passages themselves may change their order, among what is fetched together. */
function toNearer(ranked: Ranked, leaf: Leaf | undefined, { nearness, marker }: Reading) {
  if (!leaf) throw new Error('A page of the index is missing.');
  const passages = ranked.passages
    .map((each) => {
      const [, title = '', text = ''] = leaf.passages[each.passage] ?? [];
      const whole = `${each.passage === 0 ? leaf.title : title}. ${text}`;
      // What is found by another name only, which the reader cannot see, comes after what can be seen.
      const isSeen = marker(toWords(whole)).some(Boolean);
      return { ...each, score: each.score * nearness(whole) * (isSeen ? 1 : forUnseen) };
    })
    .sort((a, b) => b.score - a.score);
  const gain = (passages[0]?.score ?? 0) - (ranked.passages[0]?.score ?? 0);
  return { leaf, ranked: { ...ranked, score: ranked.score + gain, passages } };
}

/** Voices are found by themselves; what is on one page is shown together, where the first of it was found. */
function gather(groups: readonly Group[]): Group[] {
  const byPage = new Map<string, Group>();
  for (const group of groups) {
    const page = group.href.replace(/#.*/, '');
    const before = byPage.get(page);
    if (before === undefined) byPage.set(page, group);
    // The page itself knows best what it is called.
    else if (group.href === page)
      byPage.set(page, { ...group, findings: [...group.findings, ...before.findings] });
    else byPage.set(page, { ...before, findings: [...before.findings, ...group.findings] });
  }
  return [...byPage.values()];
}

/** Passages as they were found, then dissent, then what agrees: dissent comes first, everywhere. */
const withDissentFirst = (group: Group): Group => ({
  ...group,
  findings: [...group.findings].sort((a, b) => toTurn(a) - toTurn(b)),
});

const toTurn = ({ href, mark }: Finding): number =>
  href.includes('#stem-') ? (mark === 'dissent' ? 1 : 2) : 0;

/** A page with its passages: the page itself when the match stands above its first heading, and every heading with a match. */
export function toGroup(leaf: Leaf, { passages }: Pick<Ranked, 'passages'>, marker: Marker): Group {
  const { title, href, kind, facts, voice, where = '' } = leaf;
  return {
    ...{ title, href, kind, facts },
    findings: passages.flatMap(({ passage }) => {
      const [id, heading, text, mark = leaf.mark] = leaf.passages[passage] ?? [];
      if (id === undefined || text === undefined) return [];
      return [
        {
          title:
            voice === undefined
              ? toMarked(heading === '' ? title : (heading ?? title), marker)
              : [{ text: voice, marked: false }],
          href: id === '' ? href : `${href}#${id}`,
          pieces: toExcerpt(text, marker),
          mark,
          where,
        },
      ];
    }),
  };
}
