import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../src/model/language.ts';
import type { Said } from '../src/model/said.ts';
import { findLost, SaidList, saidListPath } from '../src/model/said-list.ts';
import { SubjectList, subjectListPath, toFinder } from '../src/model/subject-list.ts';

/** Something that was published once is gone without a trace; the message names it and says what to do. */
export class LostError extends Error {
  override readonly name = 'LostError';

  constructor(lost: SaidList, file: string) {
    const listed = Object.entries(lost).map(([id, subject]) => `  ${id}  about ${subject}`);
    super(
      [
        `${listed.length === 1 ? 'A contribution' : `${listed.length} contributions`} that was on the last site is not in the discussion any more:`,
        ...listed.slice(0, mostListed),
        ...(listed.length > mostListed ? [`  … and ${listed.length - mostListed} more`] : []),
        'Put back the last copy of the database. To take one away on purpose, decline it: that leaves a tombstone.',
        `If the discussion was really begun anew, remove ${path.basename(file)} from the built site and build again.`,
      ].join('\n'),
    );
  }
}

const mostListed = 20;

/** Stops a build that would forget what the last one showed. */
export async function refuseLost(target: string, said: readonly Said[]): Promise<void> {
  const file = path.join(target, saidListPath);
  const remembered = await readFile(file, 'utf8').catch(() => '{}');
  const lost = findLost(SaidList.parse(JSON.parse(remembered)), said);
  if (Object.keys(lost).length > 0) throw new LostError(lost, file);
}

/** What to tell about contributions whose step, or whose whole page, is no longer there; nothing when there are none. */
export async function reportOrphans(
  site: string,
  said: readonly Said[],
): Promise<string | undefined> {
  if (said.length === 0) return undefined;
  const text = await readFile(path.join(site, subjectListPath), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const find = toFinder(SubjectList.parse(JSON.parse(text)));
  const orphans = said.flatMap((one) => toOrphan(one, find));
  if (orphans.length === 0) return undefined;
  return [
    orphans.length === 1
      ? 'One contribution has lost what it is about:'
      : `${orphans.length} contributions have lost what they are about:`,
    ...orphans.map((line) => `  ${line}`),
    'Did a step get another id? Then name the old one in its formerIds.',
  ].join('\n');
}

function toOrphan(
  { id, subject }: Said,
  find: (named: string, language: Language) => object | undefined,
): string[] {
  if (find(subject, 'nl') !== undefined) return [];
  const [whole = '', step] = subject.split('#');
  const isThere = step !== undefined && find(whole, 'nl') !== undefined;
  return [
    isThere
      ? `${id}  ${subject}: there is no such step; it is shown with the whole`
      : `${id}  ${subject}: there is no such page; it is shown nowhere`,
  ];
}
