import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { search } from '../src/search/search.ts';
import { openIndex, type Get } from '../src/search/store.ts';
import { gradeSite, gradeWords, toGradeTable, type Grade } from '../tests/golden/grade.ts';
import { wordsToAsk, writeSearchPages } from './bench-search-pages.ts';
import { measure } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const questions = 200;

/**
 * Measures search: the golden sets as a table, then what an index of so many made-up cases takes to make, to fetch and
 * to ask. Golden sets on pages are graded on the site with a discussion of the tests, when it was built.
 */
export async function benchSearch(sizes: readonly number[]): Promise<void> {
  const grades = [...(await gradeWords()), ...(await gradeDiscussion())];
  console.log(toGradeTable(grades));
  for (const { set, wrong } of grades) for (const each of wrong) console.log(`  ${set}: ${each}`);
  const program = await weighProgram();
  console.log(`\nProgram of the search: ${program.toFixed(1)} kB gzip.\n`);
  const head = [
    'cases',
    'index CPU s',
    'RSS MB',
    'index MB',
    'first result kB',
    'with counts kB',
    'p50 ms',
    'p95 ms',
    'first ms',
  ];
  console.log([head, head.map(() => '---:')].map(toRow).join('\n'));
  for (const size of sizes) console.log(toRow(await benchSize(size, program)));
}

const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

async function gradeDiscussion(): Promise<Grade[]> {
  const home = path.join(root, '.build', 'discussion');
  try {
    const ids = JSON.parse(await readFile(path.join(home, 'ids.json'), 'utf8')) as Record<
      string,
      string
    >;
    return await gradeSite(path.join(home, 'site'), ids);
  } catch {
    console.error(
      'The golden sets on pages were left out: run the tests first, they build the site for it.',
    );
    return [];
  }
}

async function benchSize(cases: number, program: number): Promise<string[]> {
  const folder = path.join(root, '.build', `bench-search-${String(process.pid)}`);
  try {
    await writeSearchPages(folder, cases);
    const cost = await measure(process.execPath, ['scripts/bench-index.ts', folder], {
      ...{ cwd: root, minutes: 20, log: `${folder}.log` },
    });
    const fetched = await weighFirst(folder);
    const times = await time(folder);
    const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
    return [
      String(cases),
      cost.cpuSeconds === 'unknown' ? '–' : cost.cpuSeconds.toFixed(1),
      cost.peakBytes === 'unknown' ? '–' : (cost.peakBytes / 1e6).toFixed(0),
      ((await weighFolder(path.join(folder, 'search-index'))) / 1e6).toFixed(1),
      (fetched.first + program).toFixed(1),
      (fetched.all + program).toFixed(1),
      ...[at(0.5), at(0.95)],
      (await timeFirst(folder)).toFixed(1),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.log`, { force: true });
  }
}

/** Reads files of an index, and counts what they weigh zipped. */
function createGet(folder: string, weigh: (bytes: number) => void = () => undefined): Get {
  return async (file) => {
    const text = await readFile(path.join(folder, file));
    weigh(gzipSync(text, { level: 9 }).length / 1000);
    return JSON.parse(text.toString()) as unknown;
  };
}

async function open(folder: string, get: Get) {
  const opening = await openIndex('nl', get);
  if (opening.state === 'missing') throw new Error(`There is no index in ${folder}.`);
  return opening.index;
}

/** Kilobytes before the first result, and with the counts: the largest of ten questions, each on a new page. */
async function weighFirst(folder: string): Promise<{ first: number; all: number }> {
  const [firsts, alls]: [number[], number[]] = [[], []];
  for (const text of wordsToAsk(10)) {
    let weight = 0;
    const index = await open(
      folder,
      createGet(folder, (bytes) => (weight += bytes)),
    );
    const answer = await search(index, 'nl', { text, chosen: {} });
    firsts.push(weight);
    await answer.count();
    alls.push(weight);
  }
  return { first: Math.max(...firsts), all: Math.max(...alls) };
}

/** Milliseconds from question to answer in a page that has asked before, counts included, in order. */
async function time(folder: string): Promise<number[]> {
  const index = await open(folder, createGet(folder));
  const texts = wordsToAsk(questions);
  const ask = async (text: string) =>
    (
      await search(index, 'nl', { text: text.slice(0, 1 + (text.length % 7) + 2), chosen: {} })
    ).count();
  for (const text of texts) await ask(text);
  const times: number[] = [];
  for (const text of texts) {
    const started = performance.now();
    await ask(text);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

/** Milliseconds for the first question of all, from files on a disk. */
async function timeFirst(folder: string): Promise<number> {
  const started = performance.now();
  const index = await open(folder, createGet(folder));
  await search(index, 'nl', { text: wordsToAsk(1)[0] ?? '', chosen: {} });
  return performance.now() - started;
}

async function weighFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries.filter((each) => each.isFile()))
    bytes += (await readFile(path.join(entry.parentPath, entry.name))).length;
  return bytes;
}

/** Kilobytes of the programs the search page of the built site names, with those they name. */
async function weighProgram(): Promise<number> {
  const site = path.join(root, 'dist');
  const page = await readFile(path.join(site, 'zoeken/index.html'), 'utf8').catch(() => '');
  if (page === '')
    console.error('There is no site in dist, so the program weighs nothing here: npm run build.');
  const queue = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(
    ([, src = '']) => src,
  );
  let weight = 0;
  for (const src of new Set(queue)) weight += await weighScript(path.join(site, src), new Set());
  return weight;
}

async function weighScript(file: string, known: Set<string>): Promise<number> {
  if (known.has(file)) return 0;
  known.add(file);
  const text = await readFile(file, 'utf8');
  let weight = gzipSync(text, { level: 9 }).length / 1000;
  for (const [, name = ''] of text.matchAll(/from\s*["'](\.\/[^"']+)["']/g))
    weight += await weighScript(path.join(path.dirname(file), name), known);
  return weight;
}
