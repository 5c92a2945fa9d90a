import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readGlossary } from './glossary.ts';
import type { Language } from '../../src/model/language.ts';
import { buildIndex, type Item } from '../../src/search/index-build.ts';
import { createSplitter } from '../../src/search/index-compounds.ts';
import { search, type Answer } from '../../src/search/search.ts';
import { openIndex, type Index } from '../../src/search/store.ts';
import { readGolden } from './read.ts';

/** How a golden set came out. */
export interface Grade {
  set: string;
  right: number;
  of: number;
  /** The least share that will do. */
  least: number;
  /** What was not found, or should not have been. */
  wrong: string[];
}

/** Sets on words alone: graded on a made handbook, with a page for every word. */
export async function gradeWords(): Promise<Grade[]> {
  const inflections = readGolden('inflections');
  const compounds = readGolden('compounds');
  const synonyms = readGolden('synonyms');
  return [
    await grade('inflections', 1, inflections, async ({ language, forms }) => {
      const index = await make(
        language,
        inflections.filter((each) => each.language === language).flatMap((each) => each.forms),
      );
      return areMutual(index, language, forms);
    }),
    await grade(
      'compounds, from both ends',
      0.95,
      compounds.flatMap(({ word, parts }) => parts.map((part) => ({ word, part }))),
      async ({ word, part }) => {
        const index = await make(
          'nl',
          compounds.map((each) => each.word),
        );
        return (await listTitles(index, 'nl', part)).includes(word);
      },
    ),
    await grade('synonyms, both ways', 1, synonyms, async ({ language, names }) => {
      const index = await make(
        language,
        synonyms.filter((each) => each.language === language).flatMap((each) => each.names),
      );
      return areMutual(index, language, names);
    }),
  ];
}

/** Asking for either finds the page of the other. */
async function areMutual(index: Index, language: Language, [one, other]: [string, string]) {
  const [first, second] = [
    await listTitles(index, language, one),
    await listTitles(index, language, other),
  ];
  return first.includes(other) && second.includes(one);
}

/** A handbook of pages with one word each, in a sentence; their titles say which, and are not searched in. */
const make = remember(async (language: Language, words: readonly string[]) => {
  const items = [...new Set(words)].map((word, at): Item => {
    const text =
      language === 'nl'
        ? `Hier staat het: ${word}. En dan nog iets.`
        : `Here it is: ${word}. And on.`;
    return {
      leaf: {
        ...{ href: `/made/${String(at)}/`, title: '', kind: 'pagina', facts: word, mark: '' },
        passages: [['', '', text]],
      },
      ...{ facts: {}, own: new Map(), also: new Map() },
    };
  });
  const split = language === 'nl' ? createSplitter(new Set()) : () => [];
  const files = buildIndex({ language, items, names: await readGlossary(), split });
  const opening = await openIndex(language, (file) =>
    Promise.resolve(JSON.parse(files.get(file) ?? '')),
  );
  if (opening.state === 'missing') throw new Error('The made index cannot be opened.');
  return opening.index;
});

function remember(
  make: (language: Language, words: readonly string[]) => Promise<Index>,
): typeof make {
  const known = new Map<string, Promise<Index>>();
  return (language, words) => {
    const key = `${language} ${words.join(' ')}`;
    const making = known.get(key) ?? make(language, words);
    known.set(key, making);
    return making;
  };
}

async function listTitles(index: Index, language: Language, text: string): Promise<string[]> {
  return (await listGroups(index, language, text)).map(({ facts }) => facts);
}

/** Sets on the handbook as it is, with what readers said: graded on a built site. */
export async function gradeSite(
  folder: string,
  ids: Readonly<Record<string, string>>,
): Promise<Grade[]> {
  const indexes = { nl: await openBuilt(folder, 'nl'), en: await openBuilt(folder, 'en') };
  const list = async (language: Language, text: string, index: Index = indexes[language]) =>
    (await listGroups(index, language, text)).flatMap(({ findings }) =>
      findings.map(({ href }) => href),
    );
  const queries = readGolden('queries');
  const precise = await toPrecision(({ language, query }) => list(language, query));
  const plain = await toPrecision(({ language, query }) =>
    list(language, query, withoutParts(indexes[language])),
  );
  return [
    await grade(
      'absent words, nothing found',
      1,
      readGolden('absent'),
      async ({ language, word }) => {
        const found = await list(language, word);
        return found.length === 0;
      },
    ),
    await grade('the right step first', 0.9, queries, async ({ language, query, right }) => {
      const [first = ''] = await list(language, query);
      return right.includes(first);
    }),
    await grade(
      'only in contributions',
      1,
      readGolden('contributions'),
      async ({ language, query, voice }) =>
        (await list(language, query)).some((href) => href.endsWith(`#stem-${ids[voice] ?? voice}`)),
    ),
    {
      set: 'precision at 5, with compounds',
      ...{ right: precise, of: 100, least: Math.max(0, plain - 2) / 100 },
      wrong: [`without compounds ${plain.toFixed(1)}`],
    },
  ];
}

/** How much of the first five findings helps, in percents, over all golden questions. */
async function toPrecision(
  list: (golden: { language: Language; query: string }) => Promise<string[]>,
): Promise<number> {
  const shares: number[] = [];
  for (const golden of readGolden('queries')) {
    const found = (await list(golden)).slice(0, 5);
    const helps = (href: string) =>
      [...golden.right, ...golden.also].some((start) => href.startsWith(start));
    if (found.length > 0) shares.push(found.filter(helps).length / found.length);
  }
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
}

/** The same index as if nothing was ever taken apart. */
const withoutParts = (index: Index): Index => ({
  ...index,
  find: (terms) => index.find(terms.filter((term) => !term.endsWith('+'))),
});

/** The index of a built site, read from its files. */
export async function openBuilt(folder: string, language: Language): Promise<Index> {
  const opening = await openIndex(
    language,
    async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as unknown,
  );
  if (opening.state === 'missing') throw new Error(`There is no index in ${folder}.`);
  return opening.index;
}

/** Everything that is found: all pages, not only the first of them. */
async function listGroups(index: Index, language: Language, text: string) {
  let answer: Answer = await search(index, language, { text: `${text} `, chosen: {} });
  while (answer.state === 'found' && answer.left > 0) answer = await answer.more();
  return answer.state === 'found' ? answer.groups : [];
}

async function grade<T>(
  set: string,
  least: number,
  items: readonly T[],
  isRight: (item: T) => Promise<boolean>,
): Promise<Grade> {
  const wrong: string[] = [];
  for (const item of items) if (!(await isRight(item))) wrong.push(JSON.stringify(item));
  return { set, right: items.length - wrong.length, of: items.length, least, wrong };
}

/** A set that came out as it should. */
export const isPassed = ({ right, of, least }: Grade): boolean => right / of >= least - 1e-9;

/** The grades as a table, as text. */
export const toGradeTable = (grades: readonly Grade[]): string =>
  [
    'golden set                         right    of  least  share',
    ...grades.map(({ set, right, of, least }) =>
      [
        set.padEnd(34),
        String(Math.round(right * 10) / 10).padStart(6),
        String(of).padStart(6),
        `${String(Math.round(least * 1000) / 10)}%`.padStart(7),
        `${(100 * (right / of)).toFixed(1)}%`.padStart(7),
      ].join(''),
    ),
  ].join('\n');
