import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { findChromiumVersion, hasBrowser } from '../tests/browser.ts';
import { buildWhenNeeded, isOfDiscussion } from './build.ts';
import { choosePlans, OrderError, readOrder, type CardsOrder } from './cards-order.ts';
import { createProgress } from './cards-progress.ts';
import { toChromiumAdvice } from './chromium.ts';
import { makePdfs } from './make-pdfs.ts';
import { listPlans } from './pdf-documents.ts';
import { openShelf } from './pdf-shelf.ts';
import { FitError, openPrinter } from './printer.ts';
import { RecordError, recordCardsIn, toToday } from './record-cards.ts';
import { CommandError } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Records every card, makes every PDF that was asked for and is not there yet, and puts all there are into the site. */
async function makeCards(order: CardsOrder): Promise<void> {
  if (!hasBrowser()) throw new OrderError(toChromiumAdvice('npm run cards'));
  // First of all: a card tells on paper which version it is.
  await record();
  await buildWhenNeeded({ root });
  const { handbook } = await import('../src/handbook.ts');
  const dir = path.join(root, 'dist');
  const shelf = await openShelf(root);
  const all = await listPlans(dir, handbook);
  const plans = choosePlans(all, order);
  shelf.keepOnly(new Set(all.map((plan) => plan.path)));
  const made = await makePdfs(plans, {
    dir,
    shelf,
    openPrinter: () => openPrinter(dir),
    made: await toMadeBy(),
    author: handbook.name,
    address: handbook.address,
    backs: await readShift(order),
    say: createProgress(process.stderr),
  });
  await shelf.publish(dir);
  const there = shelf.list().length;
  console.log(
    `${String(made)} made, ${String(there)} in all. They are in dist/pdf and dist/en/pdf; the page /pdf/ lists them.`,
  );
}

async function record(): Promise<void> {
  const { fresh, changed } = await recordCardsIn(root, toToday(new Date()));
  if (changed > 0)
    console.log(
      `${String(changed)} texts recorded, ${String(fresh)} of them of new cards. Keep content/cards.yml with the rest of the content.`,
    );
}

/** What decides how a PDF looks besides its text: this program, its packages and the browser. */
async function toMadeBy(): Promise<string> {
  const hash = createHash('sha256').update(findChromiumVersion());
  const folder = path.join(root, 'src/print');
  const files = (await readdir(folder)).sort().map((name) => path.join(folder, name));
  for (const file of [
    ...files,
    path.join(root, 'scripts/printer.ts'),
    path.join(root, 'package-lock.json'),
  ])
    hash.update(await readFile(file));
  return hash.digest('hex');
}

/** How far backs are moved belongs to a printer, not to the handbook, so it is kept beside the project’s caches. */
async function readShift({ shift }: CardsOrder): Promise<{ dx: number; dy: number }> {
  const file = path.join(root, '.cache', 'print-shift.json');
  if (shift) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(shift));
    return shift;
  }
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept === undefined) return { dx: 0, dy: 0 };
  const known = JSON.parse(kept) as { dx: number; dy: number };
  if (known.dx !== 0 || known.dy !== 0)
    console.error(
      `Backs move by ${String(known.dx)} mm sideways and ${String(known.dy)} mm down; --shift=0,0 ends that.`,
    );
  return known;
}

try {
  await makeCards(readOrder(process.argv.slice(2)));
} catch (error) {
  const isKnown =
    error instanceof OrderError ||
    error instanceof FitError ||
    error instanceof RecordError ||
    error instanceof CommandError ||
    isOfDiscussion(error);
  if (!isKnown) throw error;
  console.error(
    error instanceof CommandError ? 'The build failed; see above. No PDF was made.' : error.message,
  );
  process.exitCode = 1;
}
