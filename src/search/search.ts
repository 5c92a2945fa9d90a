import { readExcerpt, withoutTitle, type Piece } from './excerpt.ts';
import { isHonest } from './honest.ts';
import type { Counts, Pagefind, PagefindAnswer, PagefindPage } from './pagefind.ts';
import { facets, hasWords, isAsking, type Chosen, type Query } from './query.ts';

/** What came of a search. */
export type Answer = { state: 'idle' | 'zero'; counts: Counts } | Found;

export interface Found {
  state: 'found';
  counts: Counts;
  groups: Group[];
  /** How many records with a match were not fetched yet; some may be of a page that is shown already. */
  left: number;
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
  title: string;
  href: string;
  pieces: Piece[];
  /** The sign beside it: the number of a Lewis step, or `dissent`; empty for none of these. */
  mark: string;
  /** Where a voice stands and what came of it; empty for a passage. */
  where: string;
}

/** Pages fetched in one go. */
export const batch = 8;

/** Asks the index, and gives pages with their findings. */
export async function search(pagefind: Pagefind, query: Query): Promise<Answer> {
  if (!isAsking(query)) {
    return { state: query.text.trim() === '' ? 'idle' : 'zero', counts: await pagefind.filters() };
  }
  const text = hasWords(query.text) ? query.text : null;
  const ask = (chosen: Chosen) => pagefind.search(text, { filters: toFilters(chosen) });
  const answer = await ask(query.chosen);
  const counts = await countBeside(query.chosen, answer, ask);
  const found = await readOn(
    answer,
    query.text,
    { state: 'found', counts, groups: [], left: answer.results.length },
    0,
  );
  return found.groups.length === 0 ? { state: 'zero', counts } : found;
}

const toFilters = (chosen: Chosen): Record<string, { any: string[] }> =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => [facet, { any: values }]),
  );

/** Values of one facet are alternatives, so each facet is counted as if nothing was chosen in it. */
async function countBeside(
  chosen: Chosen,
  answer: PagefindAnswer,
  ask: (chosen: Chosen) => Promise<PagefindAnswer>,
): Promise<Counts> {
  const counts: Counts = { ...answer.filters };
  for (const facet of facets) {
    if (!chosen[facet]?.length) continue;
    const beside = await ask({ ...chosen, [facet]: [] });
    if (beside.filters[facet]) counts[facet] = beside.filters[facet];
  }
  return counts;
}

/** Fetches the next pages, and leaves out those that do not answer what was asked. */
async function readOn(
  answer: PagefindAnswer,
  text: string,
  so: Omit<Found, 'more'>,
  start: number,
): Promise<Found> {
  const end = Math.min(start + batch, answer.results.length);
  const pages = await Promise.all(answer.results.slice(start, end).map((result) => result.data()));
  const honest = pages
    .map(toGroup)
    .filter((group) => !hasWords(text) || isHonest(text, toMarks(group)));
  const groups = gather([...so.groups, ...gather(honest).map(withDissentFirst)]);
  const found = { ...so, groups, left: answer.results.length - end };
  return { ...found, more: () => readOn(answer, text, found, end) };
}

const toMarks = ({ findings }: Group): string[] =>
  findings.flatMap(({ pieces }) =>
    pieces.filter(({ marked }) => marked).map((piece) => piece.text),
  );

/** Voices are records of their own; what is on one page is shown together, where the first of it was found. */
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

/** A page as a group: the page itself when the match stands above its first heading, and every heading with a match. */
export function toGroup({ url, excerpt, meta, sub_results: passages }: PagefindPage): Group {
  const title = toTitle(meta.title ?? url);
  const { kind = '', facts = '', voice, where = '' } = meta;
  const mark = meta.mark ?? meta.lewis ?? '';
  const group = { title, href: url, kind, facts };
  if (voice !== undefined)
    return {
      ...group,
      findings: [{ title: voice, href: url, pieces: readExcerpt(excerpt), mark, where }],
    };
  const found = passages.length > 0 ? passages : [{ title, url, excerpt }];
  return {
    ...group,
    findings: found.map((passage) => ({
      title: toTitle(passage.title),
      href: passage.url,
      pieces: withoutTitle(readExcerpt(passage.excerpt), toTitle(passage.title)),
      mark,
      where,
    })),
  };
}

const toTitle = (title: string): string => title.replace(/\u00ad/g, '').trim();
