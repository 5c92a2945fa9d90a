import path from 'node:path';
import process from 'node:process';
import { StoreError } from '../src/discussion/store.ts';
import { CarryError } from '../src/discussion/carry/table.ts';
import { beginDiscussion } from './begin-discussion.ts';
import { carryDiscussion } from './carry-discussion.ts';
import { readOrder, usage, type Order } from './discussion-order.ts';
import { toListing, toReading } from './discussion-text.ts';
import { findKept } from './kept.ts';
import { openDesk } from './open-desk.ts';

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
    const answer = await desk.ask(order);
    if (!answer.ok) throw new Refusal(answer.message);
    if ('contributions' in answer)
      return order.do === 'list'
        ? toListing(answer.contributions)
        : toReading(answer.contributions);
    if (answer.rebuilding !== true) return `Done. ${desk.isServed ? '' : later}`.trim();
    console.log('Done. The site is being rebuilt …');
    const rebuilt = await desk.waitForRebuild();
    if (rebuilt?.ok === false)
      throw new Refusal(
        `The decision is kept, but the site could not be rebuilt; the last good one is served.\n${rebuilt.message}`,
      );
    return `The site shows it now${rebuilt ? `, after ${rebuilt.seconds} s` : ''}.`;
  } finally {
    await desk.close();
  }
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
