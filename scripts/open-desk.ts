import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createDesk, type DeskAnswer, type DeskAsked } from '../src/discussion/desk.ts';
import { openStore } from '../src/discussion/keeping.ts';
import { listStepIds, SubjectList, subjectListPath } from '../src/model/subject-list.ts';
import { askDesk, waitForRebuild } from '../src/serving/desk.ts';
import type { Rebuilt } from '../src/serving/rebuilds.ts';
import type { Kept } from './kept.ts';

/** A desk to decide at, wherever the store is open. */
export interface OpenDesk {
  /** Whether the site is running on this machine, and keeps the store. */
  isServed: boolean;
  ask: (asked: DeskAsked) => Promise<DeskAnswer>;
  waitForRebuild: () => Promise<Rebuilt | undefined>;
  close: () => Promise<void>;
}

/** Goes through the running site, since one program at a time holds the store; without one opens the store itself. */
export async function openDesk(root: string, { keeping, folder }: Kept): Promise<OpenDesk> {
  const probe = await askDesk(folder, { do: 'list' });
  if (probe !== undefined)
    return {
      isServed: true,
      ask: async (asked) =>
        (await askDesk(folder, asked)) ?? { ok: false, message: 'The site has just stopped.' },
      waitForRebuild: () => waitForRebuild(folder),
      close: () => Promise.resolve(),
    };
  const store = await openStore(keeping);
  const list = await readList(path.join(root, 'dist'));
  const desk = createDesk({
    store,
    listSteps: (whole) => listStepIds(list, whole),
    now: () => new Date(),
  });
  return {
    isServed: false,
    ask: desk,
    waitForRebuild: () => Promise.resolve(undefined),
    close: store.close,
  };
}

/** Without a list that can be read, every step is believed: somebody decides, and not this program. */
async function readList(site: string): Promise<SubjectList> {
  const text = await readFile(path.join(site, subjectListPath), 'utf8').catch(() => '{}');
  return SubjectList.safeParse(JSON.parse(text)).data ?? { subjects: [] };
}
