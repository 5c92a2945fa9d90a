import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccounts, type Accounts } from '../../src/discussion/accounts.ts';
import type { Asked } from '../../src/discussion/asked.ts';
import type { DeskReply, DeskView } from '../../src/discussion/desk-asked.ts';
import { createDeskHttp, type DeskHttp } from '../../src/discussion/desk-http.ts';
import { createDesk } from '../../src/discussion/desk.ts';
import type { LogLine } from '../../src/discussion/options.ts';
import type { Store } from '../../src/discussion/store.ts';
import { createSqliteStore, openSqliteStore } from '../../src/discussion/stores/sqlite.ts';
import { site, toForm, toGet } from './ask.ts';
import { start } from './drafts.ts';

/** A desk with a store of its own, and a clock that is set by hand. */
export interface DeskUnderTest {
  ask: DeskHttp;
  store: Store;
  accounts: Accounts;
  log: LogLine[];
  clock: { now: Date };
  close: () => Promise<void>;
}

/** The site as it is on the machine of whoever tries it out. */
export const here = 'http://localhost:4321';

/** Starts a desk; `changes` are done to its store. */
export async function startDesk(changes: Partial<Store> = {}): Promise<DeskUnderTest> {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  const file = path.join(folder, 'discussion.db');
  await createSqliteStore(file, start);
  const own = await openSqliteStore(file);
  const store = { ...own, ...changes };
  const clock = { now: start };
  const log: LogLine[] = [];
  const now = () => clock.now;
  const listSteps = () => ['check-in', 'de-vraag'];
  const accounts = createAccounts({
    store: store.accounts,
    secret: new Uint8Array(32).fill(7),
    // What it costs to guess is another test’s.
    cost: { memory: 8, passes: 1, parallelism: 1 },
    now,
  });
  const ask = createDeskHttp({
    desk: createDesk({ store, listSteps, now }),
    origins: [site, here],
    log: (line) => log.push(line),
    ...{ store, accounts, listSteps, now },
  });
  const close = async () => {
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ask, store, accounts, log, clock, close };
}

/** A password that may be chosen. */
export const password = 'zeven paarden op het dak';

/** A form sent from a page of the desk; a field may be there more than once. */
export function toDeskForm(
  fields: Record<string, string | string[]>,
  {
    path: asked = '/beheer/',
    origin = site,
    cookie,
    from = '192.0.2.1',
  }: { path?: string; origin?: string; cookie?: string; from?: string } = {},
): Asked {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as [string, string]),
  );
  const headers = { origin, ...(cookie === undefined ? {} : { cookie }) };
  return {
    ...toForm(new URLSearchParams(pairs).toString(), { path: asked, headers }),
    from,
  };
}

/** Looks at a page of the desk, as who has the cookie. */
export const toLook = (cookie?: string, asked = '/beheer/'): Asked => ({
  ...toGet(asked),
  headers: cookie === undefined ? {} : { cookie },
});

/** The page an answer shows; fails when it is something else. */
export function toPage(reply: DeskReply | undefined): Extract<DeskReply, { kind: 'page' }> {
  if (reply?.kind === 'page') return reply;
  throw new Error(`Not a page: ${JSON.stringify(reply)}`);
}

/** What somebody who is signed in sees; fails when it is something else. */
export function toSeen<V extends DeskView['view']>(
  reply: DeskReply | undefined,
  view: V,
): Extract<DeskView, { view: V }> {
  const shown = toPage(reply).view;
  if (shown.view === view) return shown as Extract<DeskView, { view: V }>;
  throw new Error(`Not “${view}”: ${JSON.stringify(shown)}`);
}

/** What a browser keeps of an answer that sets a cookie, and what the server asked of it. */
export function toCookie(reply: DeskReply | undefined): { cookie: string; rules: string } {
  const header = reply?.headers['Set-Cookie'] ?? '';
  const [cookie = '', ...rules] = header.split('; ');
  return { cookie, rules: rules.join('; ') };
}
