import { facets, type Facet } from '../model/search-facts.ts';

/**
 * What a reader asks: words, per facet the values that will do, and what there is to work with. The same thing is the
 * address of the search page (`/zoeken/?q=nee&kind=stap&kind=casus&people=8`), so every search is a link.
 */
export interface Query {
  text: string;
  chosen: Chosen;
  /** How many minutes there are. */
  time?: number;
  /** With how many people. */
  people?: number;
}

/** Values of one facet are alternatives; facets narrow each other. */
export type Chosen = Partial<Record<Facet, string[]>>;

/** Longer questions are cut off: nobody types them. */
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
  const [time, people] = [toNumber(params.get('time')), toNumber(params.get('people'))];
  return {
    text: (params.get('q') ?? '').slice(0, longestText),
    chosen,
    ...(time === undefined ? {} : { time }),
    ...(people === undefined ? {} : { people }),
  };
}

/** Whole numbers from 1 to 9999; anything else is as if it was not there. */
function toNumber(given: string | null): number | undefined {
  const text = given?.trim() ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

/** The address of a search, without the question mark. @example toParams({ text: 'nee', chosen: {} }) // => 'q=nee' */
export function toParams({ text, chosen, time, people }: Query): string {
  const params = new URLSearchParams(text.trim() === '' ? {} : { q: text.trim() });
  for (const facet of facets) for (const value of chosen[facet] ?? []) params.append(facet, value);
  if (time !== undefined) params.set('time', String(time));
  if (people !== undefined) params.set('people', String(people));
  return params.toString();
}

/** Whether there is something to look for: a letter, a digit or a chosen value. */
export const isAsking = (query: Query): boolean => hasWords(query.text) || isNarrowed(query);

export const isNarrowed = ({ chosen, time, people }: Omit<Query, 'text'>): boolean =>
  time !== undefined || people !== undefined || facets.some((facet) => chosen[facet]?.length);

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Takes time and people out of a question in words: “samenvatten met 8 mensen in 1,5 uur”. What was chosen with the
 * fields goes first. The words in between them are common ones, and do no harm.
 */
export function readNumbers(query: Query): Query {
  let { time, people } = query;
  const text = query.text.replace(amount, (all, ...groups: (string | undefined)[]) => {
    const [digits = '', unitOfDigits, words = '', unitOfWords] = groups;
    const unit = unitOfDigits ?? unitOfWords ?? '';
    const number =
      digits === '' ? (inWords[words.toLowerCase()] ?? NaN) : Number(digits.replace(',', '.'));
    if (!Number.isFinite(number) || number <= 0 || number > 9999) return all;
    if (/^(min|uur|uren|hour)/i.test(unit))
      time ??= Math.max(1, Math.round(/^min/i.test(unit) ? number : number * 60));
    else people ??= Math.max(1, Math.round(number));
    return ' ';
  });
  return {
    ...query,
    text,
    ...(time === undefined ? {} : { time }),
    ...(people === undefined ? {} : { people }),
  };
}

const inWords: Record<string, number> = {
  anderhalf: 1.5,
  'half an': 0.5,
  'een half': 0.5,
  een: 1,
  één: 1,
  an: 1,
  one: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
};

/** Digits go with time and with people. In words it is time: “drie mensen” may be what a text is about. */
const amount =
  /(?<![\p{L}\p{N}])(?:(\d{1,4}(?:[.,]\d)?)\s*(minuten|minuut|minutes?|min|uur|uren|hours?|mensen|personen|deelnemers|people|persons|participants)|(anderhalf|een half|half an|een|één|an|one|twee|two|drie|three)\s*(uur|uren|hours?))(?![\p{L}\p{N}])/giu;
