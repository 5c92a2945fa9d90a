import { parseArgs } from 'node:util';
import type { DeskAsked } from '../src/discussion/desk.ts';
import { declineReasons, type Decision, type DeclineReason } from '../src/model/ruling.ts';
import { toWords } from '../src/words/index.ts';
import type { CarryOrder } from './carry-discussion.ts';

/** What can be asked from the terminal. */
export type Order = DeskAsked | CarryOrder | { do: 'create' };

export const usage = [
  'npm run discussion -- <what> [--as <role>]',
  '  list               what waits for a decision, oldest first',
  '  show ID            one contribution, whole',
  '  publish ID         puts it on the page',
  `  decline ID REASON  does not, or no longer: ${declineReasons.join(', ')}`,
  '  add ID STEP        a published no changed this step',
  '  below ID           a published no goes under the waterline',
  '  create             makes a new, empty discussion, where there is none',
  '  export FILE        writes everything to a new, private file; with --public only what everybody may read',
  '  import FILE        takes such a file into a new, empty discussion: all of it, or nothing',
  'When its writer changed a text, write ID@2 for the second version, as “list” shows it.',
  `--as names the role that decides, never a person; “${toWords('nl').desk.role}” when left out.`,
].join('\n');

/** Reads what was typed; nothing when it is not one of these. */
export function readOrder(typed: readonly string[]): Order | undefined {
  const read = readTyped(typed);
  if (read === undefined) return undefined;
  const [what, named = '', more, ...rest] = read.words;
  if (rest.length > 0 || (read.isPublic && what !== 'export')) return undefined;
  if (what === 'export' || what === 'import') {
    if (named === '' || more !== undefined) return undefined;
    return { do: what, file: named, isPublic: read.isPublic };
  }
  if (what === 'list' || what === 'create') return named === '' ? { do: what } : undefined;
  const [id = '', version = '1', ...others] = named.split('@');
  if (id === '' || others.length > 0 || !/^\d{1,6}$/.test(version)) return undefined;
  if (what === 'show') return more === undefined ? { do: 'show', id } : undefined;
  const decision = toDecision(what, more, read.by);
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

function toDecision(
  what: string | undefined,
  more: string | undefined,
  by: string,
): Decision | undefined {
  if (what === 'decline') return isReason(more) ? { as: 'decline', by, reason: more } : undefined;
  if (what === 'add') return more === undefined ? undefined : { as: 'add', by, step: more };
  if (more !== undefined) return undefined;
  return what === 'publish' || what === 'below' ? { as: what, by } : undefined;
}

const isReason = (text: string | undefined): text is DeclineReason =>
  (declineReasons as readonly (string | undefined)[]).includes(text);
