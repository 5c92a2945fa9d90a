import { readExcerpt, withoutTitle, type Piece } from './excerpt.ts';
import { isHonest } from './honest.ts';
import type { Counts, Pagefind, PagefindAnswer, PagefindPage } from './pagefind.ts';
import { facets, hasWords, isAsking, type Chosen, type Query } from './query.ts';

/** What came of a search. */
export type Answer = { state: 'idle' | 'zero'; counts: Counts } | Found;

export interface Found {
  state: 'found';
  counts: Counts;
  /** Pages with a match, those not fetched yet included. */
  pages: number;
  groups: Group[];
  /** The same answer with the next pages in it. */
  more: () => Promise<Found>;
}

/** The findings of one page. */
export interface Group {
  title: string;
  href: string;
  /** Code of the kind of page, like `casus`. */
  kind: string;
  /** A few facts, like “3 uur 30, 7 mensen”. */
  facts: string;
  /** The sign beside its findings: the number of a Lewis step, or `dissent`; empty for none of these. */
  mark: string;
  findings: Finding[];
}

export interface Finding {
  title: string;
  href: string;
  pieces: Piece[];
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
    { state: 'found', counts, pages: answer.results.length, groups: [] },
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
  const found = {
    ...so,
    pages: so.pages - (pages.length - honest.length),
    groups: [...so.groups, ...honest],
  };
  return { ...found, more: () => readOn(answer, text, found, end) };
}

const toMarks = ({ findings }: Group): string[] =>
  findings.flatMap(({ pieces }) =>
    pieces.filter(({ marked }) => marked).map((piece) => piece.text),
  );

/** A page as a group: the page itself when the match stands above its first heading, and every heading with a match. */
export function toGroup({ url, excerpt, meta, sub_results: passages }: PagefindPage): Group {
  const title = toTitle(meta.title ?? url);
  const found = passages.length > 0 ? passages : [{ title, url, excerpt }];
  return {
    title,
    href: url,
    kind: meta.kind ?? '',
    facts: meta.facts ?? '',
    mark: meta.mark ?? meta.lewis ?? '',
    findings: found.map((passage) => ({
      title: toTitle(meta.finding ?? passage.title),
      href: passage.url,
      pieces: withoutTitle(readExcerpt(passage.excerpt), toTitle(passage.title)),
    })),
  };
}

const toTitle = (title: string): string => title.replace(/\u00ad/g, '').trim();
