import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { test as base } from '@playwright/test';
import { buildSite } from '../../scripts/build.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { clean } from '../../src/discussion/clean.ts';
import { createStore, openStore, toKeeping } from '../../src/discussion/keeping.ts';
import { newContributionId, toReferenceCode } from '../../src/discussion/reference-code.ts';
import type { NewContribution, Store } from '../../src/discussion/store.ts';
import type { Passage } from '../../src/model/anchor.ts';
import type { ContributionDraft } from '../../src/model/draft.ts';
import { toCardRegisterText } from '../../src/model/card-register-text.ts';
import type { Case } from '../../src/model/entry.ts';
import { toPassage, toStoryPassage } from '../../src/model/passage-text.ts';
import { createSite } from '../../src/serving/site.ts';
import { makeCardPast } from './card-past.ts';
import { seeds, type Seed } from './discussion-seed.ts';

/** A site with a discussion in it: made once for a run by `discussion.setup.ts`, and served for each worker. */
export interface DiscussionSite {
  /** Where it is served, with a slash at the end. */
  address: string;
  /** The folder of the built site. */
  dir: string;
  /** The ids of what was seeded, by name. */
  ids: Readonly<Record<string, string>>;
}

const root = path.resolve(import.meta.dirname, '../..');
const home = path.join(root, '.build', 'discussion');
const [dir, data, record] = ['site', 'data', 'ids.json'].map((name) => path.join(home, name)) as [
  string,
  string,
  string,
];

/** A test on the pages of the site with a discussion; `site` tells what is in it. */
export const test = base.extend<object, { site: DiscussionSite }>({
  site: [
    async ({}, use) => {
      const ids = JSON.parse(await readFile(record, 'utf8')) as Record<string, string>;
      const server = createServer(createSite({ dir }));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await use({ address: `http://127.0.0.1:${String(port)}/`, dir, ids });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.address),
});

/** Fills a new store of its own with the seeded discussion, and builds the whole site from it. */
export async function makeDiscussionSite(): Promise<void> {
  // The site of before too: a build that misses what an earlier one showed stops.
  await rm(home, { recursive: true, force: true });
  const ids = await fillDiscussion(data);
  await mkdir(home, { recursive: true });
  await writeFile(record, JSON.stringify(ids));
  const cards = path.join(home, 'cards.yml');
  await writeFile(cards, toCardRegisterText(await makeCardPast(root)));
  const before = { DATA_DIR: process.env['DATA_DIR'], CARD_REGISTER: process.env['CARD_REGISTER'] };
  Object.assign(process.env, { DATA_DIR: data, CARD_REGISTER: cards });
  try {
    await buildSite({ root, outDir: path.relative(root, dir), quiet: true });
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** Makes a store in a folder and puts the seeded discussion in it, as readers and the editors would. */
export async function fillDiscussion(folder: string): Promise<Record<string, string>> {
  const keeping = toKeeping({ DATA_DIR: folder });
  await createStore(keeping, new Date());
  const store = await openStore(keeping);
  const [passages, ids, now] = [await readPassages(), new Map<string, string>(), Date.now()];
  const at = (daysAgo: number, minutes = 0) =>
    new Date(now - daysAgo * 86_400_000 - 3_600_000 + minutes * 60_000);
  try {
    for (const seed of [...seeds].sort((a, b) => b.daysAgo - a.daysAgo)) {
      const given = toContribution(seed, ids, passages, at(seed.daysAgo));
      const { outcome } = await store.add(given);
      if (outcome !== 'added') throw new Error(`“${seed.name}” was not kept.`);
      ids.set(seed.name, given.id);
      await meetFate(store, seed, given, at);
    }
  } finally {
    await store.close();
  }
  return Object.fromEntries(ids);
}

type At = (daysAgo: number, minutes?: number) => Date;

async function meetFate(store: Store, seed: Seed, given: NewContribution, at: At): Promise<void> {
  let version = 1;
  for (const [step, fate] of (seed.then ?? []).entries()) {
    if ('revise' in fate) {
      const cleaned = toCleaned(fate.revise);
      const needs = given.draft.needs;
      const change = { words: fate.revise, needs, ...cleaned, at: at(seed.daysAgo, step + 1) };
      await store.revise(given.code, change);
      version += 1;
    } else if ('withdraw' in fate) await store.withdraw(given.code, at(fate.withdraw));
    else {
      const moment = fate.daysAgo === undefined ? at(seed.daysAgo, step + 1) : at(fate.daysAgo);
      await store.decide(given.id, fate.decide, { at: moment, version });
    }
  }
}

/** The author’s voices that seeds answer. */
const voices = ['wie-betaalt'];

function toContribution(
  { draft: { to, ...rest }, passage }: Seed,
  ids: ReadonlyMap<string, string>,
  passages: ReadonlyMap<string, Passage>,
  at: Date,
): NewContribution {
  const key = randomUUID();
  const draft: ContributionDraft = {
    subject: 'cases/sla#check-in',
    language: 'nl',
    stance: 'insight',
    words: '',
    needs: 'Meer tijd vooraf.',
    role: 'participant',
    ...rest,
    ...(to === undefined ? {} : { to: ids.get(to) ?? to }),
    key,
  };
  const now = passages.get(`${draft.language} ${draft.subject}`);
  const answered = passage === undefined ? now : { digest: 'before', text: passage };
  return {
    id: newContributionId(at),
    code: toReferenceCode(key),
    draft,
    ...toCleaned(draft.words),
    answered: answered && {
      ...answered,
      ...(draft.on === undefined ? {} : { sentence: draft.on }),
    },
    voices,
    at,
  };
}

function toCleaned(words: string): { html: string; cleaner: string } {
  const { ok, ...cleaned } = clean(words);
  if (!ok || !('html' in cleaned)) throw new Error('A seed is too long.');
  return cleaned;
}

/** The passages of all cases as they are now, by language and subject. */
async function readPassages(): Promise<Map<string, Passage>> {
  const { files } = await readHandbook({ root });
  return new Map(
    files.flatMap(({ collection, language, entry }): [string, Passage][] => {
      if (collection !== 'cases' || !entry) return [];
      const { id, blocks } = entry as Case;
      const whole = `${language} cases/${id}`;
      return [
        [whole, toStoryPassage(blocks)],
        ...blocks.flatMap((block): [string, Passage][] =>
          block.kind === 'step' ? [[`${whole}#${block.step.id}`, toPassage(block.blocks)]] : [],
        ),
      ];
    }),
  );
}
