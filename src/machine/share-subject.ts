import type { Case, Practice } from '../model/entry.ts';
import { toUsedLewisSteps } from '../model/guide.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Language } from '../model/language.ts';
import type { LewisStep } from '../model/lewis.ts';
import { toWords } from '../words/index.ts';
import { toPlainText } from './plain-text.ts';

/** What stands on a picture for previews: nothing else decides how it looks. */
export interface ShareSubject {
  /** Name of the handbook. */
  name: string;
  language: Language;
  /** The words that go through the waterline. */
  title: string;
  /** One sentence under water. */
  line: string;
  /** What kind of text it is, with its size; empty for the site itself. */
  facts: string;
  /** The steps shown as a row. */
  steps: LewisStep[];
  /** The one step shown large; absent for everything that is no step. */
  figure?: LewisStep;
}

export function toCaseSubject(entry: Case, { name }: Handbook): ShareSubject {
  const { machine, home, case: w } = toWords(entry.language);
  const kind = entry.status === 'exercise' ? w.exercise : machine.case;
  return {
    name,
    language: entry.language,
    title: toPlainText(entry.title),
    line: toPlainText(entry.moment),
    // No minutes: they are the handbook's proposal, and would read as how long it took.
    facts: `${kind}, ${home.people(entry.people)}`,
    steps: toUsedLewisSteps(entry.steps),
  };
}

export function toPracticeSubject(entry: Practice, { name }: Handbook): ShareSubject {
  const w = toWords(entry.language).practice;
  const kind = entry.lewis ? w.step(entry.lewis) : w.kind[entry.kind];
  return {
    name,
    language: entry.language,
    title: toPlainText(entry.title),
    line: toPlainText(entry.tagline),
    facts: `${kind}, ${w.minutes(entry.minutes.min, entry.minutes.max)}`,
    steps: [],
    ...(entry.lewis ? { figure: entry.lewis } : {}),
  };
}

/** The site shows its own name, and all five steps. */
export const toSiteSubject = ({ name, tagline }: Handbook, language: Language): ShareSubject => ({
  name,
  language,
  title: name,
  line: tagline[language],
  facts: '',
  steps: [1, 2, 3, 4, 5],
});
