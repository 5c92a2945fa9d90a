import path from 'node:path';
import process from 'node:process';
import type { DeskAnswer, DeskAsked } from '../src/discussion/desk.ts';
import { StoreError } from '../src/discussion/store.ts';
import { CarryError } from '../src/discussion/carry/table.ts';
import { beginDiscussion } from './begin-discussion.ts';
import { carryDiscussion } from './carry-discussion.ts';
import { readOrder, usage, type Order } from './discussion-order.ts';
import { toListing, toReading } from './discussion-text.ts';
import { findKept } from './kept.ts';
import { toLedgerReport } from './ledger-report.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Carries out an order; what comes back is said. */
async function carryOut(order: Order): Promise<string> {
  const kept = findKept(root);
  if (order.do === 'create') {
    await beginDiscussion(kept);
    return `A new, empty discussion is kept in ${kept.keeping.kind === 'sqlite' ? kept.folder : 'the database'}.`;
  }
  if (order.do === 'export' || order.do === 'import') return carryDiscussion(order, kept);
  const desk = await openDesk(root, kept);
  try {
    const all = order.do === 'each' ? order.asked : [order];
    const told = await askEach(desk, all);
    return told.some(({ rebuilding }) => rebuilding) ? await waitFor(desk) : toEnd(desk, told);
  } finally {
    await desk.close();
  }
}

interface Told {
  text: string;
  rebuilding: boolean;
}

/** Asks one thing after another; what is refused is told, and the others go on. */
async function askEach(desk: OpenDesk, all: readonly DeskAsked[]): Promise<Told[]> {
  const told: Told[] = [];
  const refused: string[] = [];
  for (const asked of all) {
    const answer = await desk.ask(asked);
    if (answer.ok) told.push(toTold(asked, answer));
    else refused.push(answer.message);
  }
  if (refused.length === 0) return told;
  const done = told.length > 0 ? [`${told.length} of ${all.length} done.`] : [];
  throw new Refusal([...refused, ...done].join('\n'));
}

function toTold({ do: what }: DeskAsked, answer: Extract<DeskAnswer, { ok: true }>): Told {
  if ('contributions' in answer) {
    const text = (what === 'list' ? toListing : toReading)(answer.contributions);
    return { text, rebuilding: false };
  }
  if ('decided' in answer) return { text: 'Done.', rebuilding: answer.rebuilding === true };
  const { entries, head, problems } = answer.ledger;
  if (problems.length > 0) throw new Refusal(toLedgerReport(problems));
  return {
    text: `The ledger is whole: ${entries} decisions, and nothing vanished. It ends with\n${head}`,
    rebuilding: false,
  };
}

async function waitFor(desk: OpenDesk): Promise<string> {
  console.log('Done. The site is being rebuilt …');
  const rebuilt = await desk.waitForRebuild();
  if (rebuilt?.ok === false)
    throw new Refusal(
      `The decision is kept, but the site could not be rebuilt; the last good one is served.\n${rebuilt.message}`,
    );
  return `The site shows it now${rebuilt ? `, after ${rebuilt.seconds} s` : ''}.`;
}

function toEnd({ isServed }: OpenDesk, told: readonly Told[]): string {
  const isDone = told.every(({ text }) => text === 'Done.');
  if (!isDone) return told.map(({ text }) => text).join('\n\n');
  return isServed ? 'Done.' : `Done. ${later}`;
}

const later = 'The site is not running here; npm start or npm run build brings it up to date.';

class Refusal extends Error {}

const order = readOrder(process.argv.slice(2));
if (order === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    console.log(await carryOut(order));
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof CarryError || error instanceof Refusal))
      throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
