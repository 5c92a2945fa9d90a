import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { OwnerAsked } from '../src/discussion/owner-desk.ts';
import { StoreError } from '../src/discussion/store.ts';
import { handbook } from '../src/handbook.ts';
import { toPath } from '../src/model/address.ts';
import { readAccountName } from '../src/model/account.ts';
import { beginDiscussion } from './begin-discussion.ts';
import { findKept } from './kept.ts';
import { askHidden, askLine } from './ask-terminal.ts';
import { openOwnerDesk } from './open-owner-desk.ts';

const root = path.resolve(import.meta.dirname, '..');

const usage = [
  'npm run owner                makes an owner: asks for a name and a password',
  'npm run owner -- --link      prints a link to make an owner with; it works once, for two days',
  'npm run owner -- --link NAME prints a link for that account to choose a new password',
  'There is no first password that comes along: nobody is an owner until you say so.',
].join('\n');

/** What was typed: who gets an account, and how. Nothing when it is not understood. */
function readWish(): { link: boolean; name?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { link: { type: 'boolean', default: false } },
    });
    const [name, ...rest] = positionals;
    if (rest.length > 0 || (name !== undefined && !values.link)) return undefined;
    return { link: values.link, ...(name === undefined ? {} : { name }) };
  } catch {
    return undefined;
  }
}

/** Without a terminal nobody can be asked, so there is a link instead. */
async function toAsked(wish: { link: boolean; name?: string }): Promise<OwnerAsked> {
  if (wish.link || !process.stdin.isTTY) {
    const name = wish.name === undefined ? undefined : readAccountName(wish.name);
    return { do: 'invite', role: 'owner', ...(name === undefined ? {} : { name }) };
  }
  const name = await askLine('Name of the account (it is published nowhere): ');
  const password = await askHidden('Password, at least 12 signs: ');
  if ((await askHidden('The same password once more: ')) !== password)
    throw new Refusal('The two passwords are not the same. Nothing was made.');
  return { do: 'enrol', role: 'owner', name, password };
}

async function makeOwner(wish: { link: boolean; name?: string }): Promise<string> {
  const kept = findKept(root);
  if (kept.keeping.kind === 'sqlite' && !existsSync(kept.folder)) await beginDiscussion(kept);
  const asked = await toAsked(wish);
  const desk = await openOwnerDesk(kept);
  try {
    const answer = await desk.ask(asked);
    if (!answer.ok) throw new Refusal(answer.message);
    if (answer.link === undefined)
      return `Done. Sign in at ${toAddress('desk')} or, on this machine, at ${toHere('desk')}`;
    const query = `?link=${answer.link}`;
    return [
      'This link works once, for two days. Whoever has it decides: give it to nobody else.',
      `  ${toAddress('desk-invitation')}${query}`,
      'On this machine:',
      `  ${toHere('desk-invitation')}${query}`,
    ].join('\n');
  } finally {
    await desk.close();
  }
}

type Door = 'desk' | 'desk-invitation';

const toAddress = (kind: Door): string => `${handbook.address}${toPath({ kind }, 'nl')}`;

const toHere = (kind: Door): string =>
  `http://localhost:${process.env['PORT'] ?? '4321'}${toPath({ kind }, 'nl')}`;

class Refusal extends Error {}

const wish = readWish();
if (wish === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    console.log(await makeOwner(wish));
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
