import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../model/language.ts';
import {
  listStepIds,
  SubjectList,
  subjectListPath,
  toFinder,
  type Found,
} from '../model/subject-list.ts';
import type { Subject } from '../model/subject.ts';

/** What can be spoken about, as the site that is served now has it. */
export interface Subjects {
  find: (named: string, language: Language) => Found | undefined;
  listSteps: (whole: Subject) => readonly string[] | undefined;
}

/**
 * Reads what can be spoken about from a built site, and reads it anew once another site was put in its place. Between
 * two sites, and with a list that cannot be read, what was known last stays.
 */
export function createSubjects(dir: string, tell: (error: unknown) => void): Subjects {
  const file = path.join(dir, subjectListPath);
  let known = toKnown({ subjects: [] });
  let stamp = '';
  const refresh = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return;
    const is = `${found.ino}:${found.mtimeMs}:${found.size}`;
    if (is === stamp) return;
    stamp = is;
    try {
      known = toKnown(SubjectList.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch (error) {
      tell(error);
    }
  };
  refresh();
  return {
    find: (named, language) => {
      refresh();
      return known.find(named, language);
    },
    listSteps: (whole) => {
      refresh();
      return listStepIds(known.list, whole);
    },
  };
}

const toKnown = (list: SubjectList) => ({ list, find: toFinder(list) });
