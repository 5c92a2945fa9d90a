/**
 * What a reader asks: words, and per facet the values that will do. The same thing is the address of the search
 * page (`/zoeken/?q=nee&kind=stap&kind=casus`), so every search is a link.
 */
export interface Query {
  text: string;
  chosen: Chosen;
}

/** Values of one facet are alternatives; facets narrow each other. */
export type Chosen = Partial<Record<Facet, string[]>>;

/** The last three are of what readers and authors contribute. */
export const facets = ['kind', 'lewis', 'heat', 'status', 'dissent', 'stance', 'state'] as const;
export type Facet = (typeof facets)[number];

/** Longer questions are cut off: nobody types them, and the index would take each word by itself. */
export const longestText = 500;

/** Reads the address of a search. @example readQuery(new URLSearchParams('q=nee')).text // => 'nee' */
export function readQuery(params: URLSearchParams): Query {
  const chosen: Chosen = {};
  for (const facet of facets) {
    const values = [...new Set(params.getAll(facet))].filter((value) =>
      /^[a-z0-9-]{1,40}$/.test(value),
    );
    if (values.length > 0) chosen[facet] = values;
  }
  return { text: (params.get('q') ?? '').slice(0, longestText), chosen };
}

/** The address of a search, without the question mark. @example toParams({ text: 'nee', chosen: {} }) // => 'q=nee' */
export function toParams({ text, chosen }: Query): string {
  const params = new URLSearchParams(text.trim() === '' ? {} : { q: text.trim() });
  for (const facet of facets) for (const value of chosen[facet] ?? []) params.append(facet, value);
  return params.toString();
}

/** Whether there is something to look for: a letter, a digit or a chosen value. */
export const isAsking = ({ text, chosen }: Query): boolean => hasWords(text) || isNarrowed(chosen);

export const isNarrowed = (chosen: Chosen): boolean =>
  facets.some((facet) => chosen[facet]?.length);

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
