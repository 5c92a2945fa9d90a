import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {
  createStore,
  openStore,
  openStoreToRead,
  type Keeping,
} from '../../src/discussion/keeping.ts';
import { DiscussionSettings } from '../../src/model/discussion-settings.ts';
import type { SubjectList } from '../../src/model/subject-list.ts';
import { listen, type DiscussionOfSite } from '../../src/server.ts';
import { createSecret } from '../../src/serving/secret.ts';

export const policy =
  "script-src 'self' 'sha256-abc='; style-src 'self'; default-src 'none'; form-action 'self'; base-uri 'none'";

const toPage = (title: string): string =>
  `<!doctype html><html><head><meta http-equiv="content-security-policy" content="${policy};"><title>${title}</title></head></html>`;

const passage = (text: string) => ({ digest: `d-${text.length}`, text });
const noted = { formerIds: [], titles: { nl: 'Titel' } };

const list: SubjectList = {
  subjects: [
    {
      ...noted,
      kind: 'cases',
      id: 'sla',
      formerIds: ['contract'],
      voices: ['moe'],
      passages: { nl: passage('Het verhaal.'), en: passage('The story of it.') },
      steps: [
        { ...noted, id: 'check-in', passages: { nl: passage('Iedereen zegt iets.') } },
        { ...noted, id: 'de-vraag', formerIds: ['vraag'], passages: { nl: passage('Wat nu?') } },
      ],
    },
    {
      ...noted,
      kind: 'practices',
      id: 'debat',
      voices: [],
      passages: { nl: passage('Twee kanten.') },
      steps: [],
    },
  ],
};

/** The files of a built site, as small as they can be. */
export const files: Record<string, string> = {
  'index.html': toPage('Onderstroom'),
  'casussen/sla/index.html': toPage('De casus'),
  'reageren/index.html': toPage('Reageren'),
  'en/respond/index.html': toPage('Respond'),
  'bijdrage/index.html': toPage('Bijdrage'),
  'en/contribution/index.html': toPage('Contribution'),
  'onderwerpen.json': JSON.stringify(list),
};

export interface RunningSite {
  port: number;
  /** Folder of the discussion. */
  folder: string;
  /** Folder of the built site. */
  dir: string;
  keeping: Extract<Keeping, { kind: 'sqlite' }>;
  lines: Record<string, unknown>[];
  /** Stops it and leaves what it kept. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
}

/** Serves a small site with a discussion of its own, on a free port; `before` is done to the folder first. */
export async function runSite({
  before = () => Promise.resolve(),
  folder: given,
  ...changes
}: Partial<DiscussionOfSite> & {
  before?: (file: string) => Promise<void>;
} = {}): Promise<RunningSite> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'run-'));
  const [dir, folder] = [path.join(home, 'dist'), given ?? path.join(home, 'data')];
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  const keeping = { kind: 'sqlite', file: path.join(folder, 'discussion.db') } as const;
  await mkdir(folder, { recursive: true });
  await createStore(keeping, new Date());
  createSecret(folder);
  await before(keeping.file);
  const lines: RunningSite['lines'] = [];
  const site = await listen({
    dir,
    port: 0,
    host: '127.0.0.1',
    discussion: {
      keeping,
      folder,
      handbook: {
        address: 'https://handboek.example',
        discussion: DiscussionSettings.parse({
          roles: [{ id: 'participant', nl: 'deelnemer', en: 'participant' }],
        }),
      },
      log: (line) => lines.push({ ...line }),
      ...changes,
    },
  });
  const close = async () => {
    await site.close();
    await rm(home, { recursive: true, force: true });
  };
  return {
    port: Number(new URL(site.address).port),
    folder,
    dir,
    keeping,
    lines,
    stop: site.close,
    close,
  };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Asks for something exactly as written. */
export async function ask(
  { port }: Pick<RunningSite, 'port'>,
  address: string,
  { method = 'GET', headers = {}, body = '' }: AskOptions = {},
): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path: address, method, headers, agent: false });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return readAnswer(response);
}

interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** What a browser sends with a form of ours. */
export const toHeaders = ({ port }: Pick<RunningSite, 'port'>): Record<string, string> => ({
  'content-type': 'application/x-www-form-urlencoded',
  origin: `http://localhost:${port}`,
});

/** A good contribution as a form sends it. */
export const toBody = (changes: Record<string, string> = {}): string =>
  new URLSearchParams({
    subject: 'cases/sla#check-in',
    language: 'nl',
    stance: 'insight',
    words: 'Bij ons ging dat <b>anders</b>.',
    needs: 'Meer tijd vooraf.',
    role: 'participant',
    key: randomUUID(),
    ...changes,
  }).toString();

/** Sends a contribution and gives the answer as a program gets it. */
export async function post(
  site: Pick<RunningSite, 'port'>,
  changes: Record<string, string> = {},
): Promise<Answer & { code: string; id: string }> {
  const headers = { ...toHeaders(site), accept: 'application/json' };
  const answer = await ask(site, '/reageren/', { method: 'POST', headers, body: toBody(changes) });
  const { code = '', own } = JSON.parse(answer.text) as { code?: string; own?: { id: string } };
  return { ...answer, code, id: own?.id ?? '' };
}

/** How many contributions, pending ones too, stand in the file of a site that has stopped. */
export async function countKept({ keeping }: Pick<RunningSite, 'keeping'>): Promise<number> {
  const store = await openStore(keeping);
  const waiting = await store.listPending();
  await store.close();
  return waiting.length;
}

export const listSaid = async (keeping: Keeping) => {
  const store = await openStoreToRead(keeping);
  const said = await store.listSaid();
  await store.close();
  return said;
};
