import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkLedger, type LedgerProblem, type LedgerReading } from '../src/discussion/chain.ts';
import { ledgerPath, PublicLedger } from '../src/model/ledger.ts';

/** What was decided is not what it was; the message says where, and what to do. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';

  constructor(problems: readonly LedgerProblem[]) {
    super(toLedgerReport(problems));
  }
}

const mostListed = 20;

/** What is wrong with a ledger, for whoever keeps it. */
export const toLedgerReport = (problems: readonly LedgerProblem[]): string =>
  [
    'The ledger of decisions is not what it was:',
    ...problems.slice(0, mostListed).map((problem) => `  ${toLine(problem)}`),
    ...(problems.length > mostListed ? [`  … and ${problems.length - mostListed} more`] : []),
    'Somebody changed the database by hand, or put back an old copy. Put back the last whole copy; the site that was built last stays.',
  ].join('\n');

function toLine(found: LedgerProblem): string {
  switch (found.problem) {
    case 'broken':
      return `Entry ${found.number} was changed, or one before it was taken out or put in.`;
    case 'cut-off':
      return `Entry ${found.number} and what came after it are gone.`;
    case 'rewritten':
      return `Entry ${found.number} is another one than the last site showed.`;
    case 'vanished':
      return `${found.id} was published, and is gone without a tombstone.`;
    case 'undecided':
      return `${found.id} is published, and nobody decided that.`;
    case 'other-words':
      return `The words of ${found.id} are not those that were decided about.`;
  }
}

/** Stops a build whose ledger is not whole, or does not go on from the one the last site showed. */
export async function refuseBroken(target: string, ledger: LedgerReading): Promise<void> {
  const file = path.join(target, ledgerPath);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const shown = text === undefined ? undefined : PublicLedger.parse(JSON.parse(text));
  const problems = checkLedger(ledger, shown);
  if (problems.length > 0) throw new LedgerError(problems);
}
