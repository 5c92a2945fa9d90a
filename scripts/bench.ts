import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { sourceLanguage, type Language } from '../src/model/language.ts';
import { benchCards } from './bench-cards.ts';
import { toBenchCase, toBenchId } from './bench-case.ts';
import { benchSearch } from './bench-search.ts';
import { toBenchTable, type Measured } from './bench-table.ts';
import { measure } from './measure.ts';
import { readSize } from './site-size.ts';

const root = path.resolve(import.meta.dirname, '..');
const defaultSizes = [100, 1000];
const mostCases = 10_000;
const mostMinutes = 20;

const usage = [
  'npm run bench [-- [--english] [number of cases …]]',
  `  Builds handbooks of so many made-up cases (${defaultSizes.join(' and ')} when left out, ${String(mostCases)} at most) and measures them.`,
  '  --english  writes every case in English too; otherwise English pages show the Dutch text.',
  'npm run bench -- search [number of cases …]',
  '  Grades search by its golden sets, and measures an index of so many cases.',
  'npm run bench -- cards',
  '  Prints decks of 10 to 1,000 cards of the site in dist, and measures that.',
].join('\n');

interface Wanted {
  /** Only the search, and not the building of whole handbooks. */
  search: boolean;
  sizes: number[];
  written: Language[];
}

function readWanted(given: readonly string[]): Wanted | 'unclear' {
  const sizes = given.filter((word) => !['--english', 'search'].includes(word)).map(Number);
  const isSize = (size: number) => Number.isInteger(size) && size >= 1 && size <= mostCases;
  if (!sizes.every(isSize)) return 'unclear';
  return {
    search: given.includes('search'),
    sizes: sizes.length > 0 ? sizes.sort((a, b) => a - b) : defaultSizes,
    written: given.includes('--english') ? [sourceLanguage, 'en'] : [sourceLanguage],
  };
}

/** Builds a handbook of `cases` made-up cases, beside the real ones, from nothing and in a folder of its own. */
async function benchSize(cases: number, written: readonly Language[]): Promise<Measured> {
  // Inside the project, so that the copy finds the same packages; all its caches are its own and empty.
  const folder = path.join(root, '.build', `bench-${String(process.pid)}`);
  try {
    await copyProject(folder);
    await writeCases(folder, cases, written);
    const cost = await measure(process.execPath, ['scripts/build.ts'], {
      cwd: folder,
      minutes: mostMinutes,
      log: path.join(folder, '.build', 'bench.log'),
    });
    return { cases, ...cost, ...(await readSize(path.join(folder, 'dist'))) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const parts = ['content', 'public', 'scripts', 'src', 'tests/browser.ts'];
  const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const part of [...parts, ...files]) {
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  }
}

async function writeCases(folder: string, cases: number, written: readonly Language[]) {
  for (const language of written) {
    for (let number = 1; number <= cases; number++) {
      const home = path.join(folder, 'content', language, 'cases', toBenchId(number));
      await mkdir(home, { recursive: true });
      await writeFile(path.join(home, 'index.mdx'), toBenchCase(number, cases, language));
    }
  }
}

async function bench({ sizes, written }: Wanted): Promise<void> {
  const measured: Measured[] = [];
  for (const cases of sizes) {
    console.error(`Building a handbook of ${String(cases)} made-up cases …`);
    measured.push(await benchSize(cases, written));
  }
  console.log(toBenchTable(measured));
}

const given = process.argv.slice(2);
const wanted = readWanted(given);
if (given[0] === 'cards') {
  await benchCards(root, console.log);
} else if (wanted === 'unclear') {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    await (wanted.search ? benchSearch(wanted.sizes) : bench(wanted));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
