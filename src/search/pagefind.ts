/** The part of Pagefind's browser API this site uses; its script is written beside the site by the build. */
export interface Pagefind {
  options(options: { excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(
    text: string | null,
    options: { filters: Record<string, { any: string[] }> },
  ): Promise<PagefindAnswer>;
}

/** How many pages have each value, per facet. */
export type Counts = Record<string, Record<string, number>>;

export interface PagefindAnswer {
  results: { id: string; data(): Promise<PagefindPage> }[];
  filters: Counts;
}

export interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

export type Opening = { state: 'open'; pagefind: Pagefind } | { state: 'missing' };

/** Loads the index of the language of this document. Without one, the answer says so. */
export async function openPagefind(address = '/pagefind/pagefind.js'): Promise<Opening> {
  try {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    await pagefind.filters();
    return { state: 'open', pagefind };
  } catch {
    return { state: 'missing' };
  }
}
