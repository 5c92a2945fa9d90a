import { parseArgs } from 'node:util';
import type { DeskAsked } from '../src/discussion/desk.ts';
import { declineReasons, type Decision, type DeclineReason } from '../src/model/ruling.ts';
import { toWords } from '../src/words/index.ts';
import type { CarryOrder } from './carry-discussion.ts';

/** What can be asked from the terminal; one order asks for one thing, or for the same thing of more contributions. */
export type Order = DeskAsked | CarryOrder | { do: 'create' } | { do: 'each'; asked: DeskAsked[] };

export const usage = [
  'npm run discussion -- <what> [--as <role>]',
  '  list               what waits for a decision, oldest first',
  '  show ID            one contribution, whole',
  '  publish ID         puts it on the page',
  `  decline ID REASON  does not, or no longer: ${declineReasons.join(', ')}`,
  '  add ID STEP        a published no changed this step',
  '  below ID           a published no goes under the waterline',
  '  undo ID            takes back the last decision about it, for ten minutes',
  '  verify             checks that no decision was changed, and nothing vanished',
  '  create             makes a new, empty discussion, where there is none',
  '  export FILE        writes everything to a new, private file; with --public only what everybody may read',
  '  import FILE        takes such a file into a new, empty discussion: all of it, or nothing',
  'More at once: write the IDs with commas between them, like ID,ID,ID.',
  'When its writer changed a text, write ID@2 for the second version, as “list” shows it.',
  `--as names the role that decides, never a person; “${toWords('nl').desk.role}” when left out.`,
].join('\n');

/** Reads what was typed; nothing when it is not one of these. */
export function readOrder(typed: readonly string[]): Order | undefined {
  const read = readTyped(typed);
  if (read === undefined) return undefined;
  const [what = '', named = '', more, ...rest] = read.words;
  if (rest.length > 0 || (read.isPublic && what !== 'export')) return undefined;
  if (what === 'export' || what === 'import') {
    if (named === '' || more !== undefined) return undefined;
    return { do: what, file: named, isPublic: read.isPublic };
  }
  if (what === 'list' || what === 'verify' || what === 'create')
    return named === '' ? { do: what } : undefined;
  const asked = named.split(',').map((one) => readOne(what, one, more, read.by));
  const [first] = asked;
  if (first === undefined || !isWhole(asked)) return undefined;
  return asked.length === 1 ? first : { do: 'each', asked };
}

const isWhole = <T>(all: readonly (T | undefined)[]): all is T[] =>
  all.every((one) => one !== undefined);

function readOne(
  what: string,
  named: string,
  more: string | undefined,
  by: string,
): DeskAsked | undefined {
  const [id = '', version = '1', ...others] = named.split('@');
  if (id === '' || others.length > 0 || !/^\d{1,6}$/.test(version)) return undefined;
  if (what === 'show') return more === undefined ? { do: 'show', id } : undefined;
  if (what === 'undo') return more === undefined ? { do: 'undo', id, by } : undefined;
  const decision = toDecision(what, more, by);
  return decision && { do: 'decide', id, version: Number(version), decision };
}

function readTyped(
  typed: readonly string[],
): { words: string[]; by: string; isPublic: boolean } | undefined {
  try {
    const { positionals: words, values } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { as: { type: 'string' }, public: { type: 'boolean', default: false } },
    });
    return { words, by: values.as ?? toWords('nl').desk.role, isPublic: values.public };
  } catch {
    return undefined;
  }
}

function toDecision(what: string, more: string | undefined, by: string): Decision | undefined {
  if (what === 'decline') return isReason(more) ? { as: 'decline', by, reason: more } : undefined;
  if (what === 'add') return more === undefined ? undefined : { as: 'add', by, step: more };
  if (more !== undefined) return undefined;
  return what === 'publish' || what === 'below' ? { as: what, by } : undefined;
}

const isReason = (text: string | undefined): text is DeclineReason =>
  (declineReasons as readonly (string | undefined)[]).includes(text);
