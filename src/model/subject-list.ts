import { z } from 'zod';
import type { Passage } from './anchor.ts';
import type { Case, Practice } from './entry.ts';
import { Id } from './id.ts';
import { languages, sourceLanguage, type Language } from './language.ts';
import { toPassage, toPracticePassage, toStoryPassage, type PracticeText } from './passage-text.ts';
import { toKnown, toKnownSubjects, readAddress } from './subject-address.ts';
import { Subject, readSubject, subjectKinds, type SubjectKind } from './subject.ts';

/** One thing that can be spoken about: a case, a practice or a step, in every language. */
const about = {
  id: Id,
  formerIds: z.array(Id),
  titles: z.record(z.string(), z.string()),
  /** The passage as it is now; that of the source language stands for a language that is left out. */
  passages: z.record(z.string(), z.strictObject({ digest: z.string(), text: z.string() })),
};

/** Everything that can be spoken about, as the build hands it to the running site. */
export const SubjectList = z.strictObject({
  subjects: z.array(
    z.strictObject({
      kind: z.enum(subjectKinds),
      ...about,
      /** The ids of the author’s own voices in it, which can be answered too. */
      voices: z.array(z.string()),
      steps: z.array(z.strictObject(about)),
    }),
  ),
});
export type SubjectList = z.infer<typeof SubjectList>;

type SubjectEntry = SubjectList['subjects'][number];
type StepEntry = SubjectEntry['steps'][number];

/** Where the list stands in a built site. */
export const subjectListPath = '/onderwerpen.json';

type WrittenCase = Pick<Case, 'id' | 'title' | 'formerIds' | 'steps' | 'blocks' | 'contributions'>;
type WrittenPractice = Pick<Practice, 'id' | 'title' | 'formerIds'> & PracticeText;

/** What is written, in one language; a text that was not translated stands there in the source language. */
export interface Written {
  cases: readonly WrittenCase[];
  practices: readonly WrittenPractice[];
}

/** Gathers everything that can be spoken about, each text once. */
export function toSubjectList(written: Record<Language, Written>): SubjectList {
  const source = written[sourceLanguage];
  const cases = inAllLanguages('cases', written);
  const practices = inAllLanguages('practices', written);
  return {
    subjects: [
      ...source.cases.map((one) => toCaseEntry(one, cases.get(one.id) ?? [])),
      ...source.practices.map((one) => toPracticeEntry(one, practices.get(one.id) ?? [])),
    ],
  };
}

/** A thing of the handbook by its present name, and the passage it is now. */
export interface Found {
  subject: Subject;
  title: string;
  passage: Passage;
  /** The ids of the author’s own voices in the case it is part of. */
  voices: readonly string[];
}

/**
 * Finds what somebody names: a present or former subject, or the address of its page in any spelling; with the
 * title and the passage in the language that was read.
 */
export function toFinder(
  list: SubjectList,
): (named: string, language: Language) => Found | undefined {
  const known = toKnownSubjects(toWritten(list));
  const entries = new Map<Subject, StepEntry & Pick<SubjectEntry, 'voices'>>();
  for (const whole of list.subjects) {
    const { kind, id, voices } = whole;
    entries.set(`${kind}/${id}`, whole);
    for (const step of whole.steps) entries.set(`${kind}/${id}#${step.id}`, { ...step, voices });
  }
  return (named, language) => {
    const isSubject = readSubject(named) !== undefined;
    const subject = isSubject ? toKnown(named, known) : readAddress(named, known);
    const entry = subject === undefined ? undefined : entries.get(subject);
    const passage = entry?.passages[language] ?? entry?.passages[sourceLanguage];
    if (subject === undefined || entry === undefined || passage === undefined) return undefined;
    const title = entry.titles[language] ?? entry.titles[sourceLanguage] ?? entry.id;
    return { subject, title, passage, voices: entry.voices };
  };
}

/** The ids of the steps of a case or practice, in order; nothing when there is no such whole. */
export const listStepIds = (list: SubjectList, whole: Subject): string[] | undefined =>
  list.subjects.find(({ kind, id }) => `${kind}/${id}` === whole)?.steps.map(({ id }) => id);

const toWritten = ({ subjects }: SubjectList): Record<SubjectKind, SubjectEntry[]> => ({
  cases: subjects.filter(({ kind }) => kind === 'cases'),
  practices: subjects.filter(({ kind }) => kind === 'practices'),
});

type InLanguages<T> = [Language, T][];

/** The same text in every language it is there in, by id. */
function inAllLanguages<K extends keyof Written>(
  kind: K,
  written: Record<Language, Written>,
): Map<string, InLanguages<Written[K][number]>> {
  const all = new Map<string, InLanguages<Written[K][number]>>();
  for (const language of languages)
    for (const one of written[language][kind])
      all.set(one.id, [...(all.get(one.id) ?? []), [language, one]]);
  return all;
}

function toCaseEntry(
  { id, formerIds, steps }: WrittenCase,
  all: InLanguages<WrittenCase>,
): SubjectEntry {
  const passages = all.map(([language, one]) => [language, toStepPassages(one)] as const);
  return {
    kind: 'cases',
    id,
    formerIds,
    ...toTold(
      all.map(([language, { title, blocks }]) => [language, title, toStoryPassage(blocks)]),
    ),
    voices: [...new Set(all.flatMap(([, one]) => one.contributions.map((voice) => voice.id)))],
    steps: steps.map((step) => ({
      id: step.id,
      formerIds: step.formerIds,
      ...toTold(
        passages.flatMap(([language, inStep]): Told[] => {
          const found = inStep.get(step.id);
          return found === undefined ? [] : [[language, found.title, found.passage]];
        }),
      ),
    })),
  };
}

const toStepPassages = ({ blocks }: WrittenCase) =>
  new Map(
    blocks.flatMap((block) =>
      block.kind === 'step'
        ? [[block.step.id, { title: block.step.title, passage: toPassage(block.blocks) }] as const]
        : [],
    ),
  );

const toPracticeEntry = (
  { id, formerIds }: WrittenPractice,
  all: InLanguages<WrittenPractice>,
): SubjectEntry => ({
  kind: 'practices',
  id,
  formerIds,
  ...toTold(all.map(([language, one]) => [language, one.title, toPracticePassage(one)])),
  voices: [],
  steps: [],
});

type Told = [language: Language, title: string, passage: Passage];

/** Titles and passages by language, without those that say the same as the source language. */
function toTold(all: Told[]): Pick<StepEntry, 'titles' | 'passages'> {
  const source = all.find(([language]) => language === sourceLanguage);
  const own = all.filter(
    (one) => one === source || one[1] !== source?.[1] || one[2].digest !== source[2].digest,
  );
  return {
    titles: Object.fromEntries(own.map(([language, title]) => [language, toPlainTitle(title)])),
    passages: Object.fromEntries(own.map(([language, , passage]) => [language, passage])),
  };
}

const toPlainTitle = (title: string): string => title.replaceAll(/&shy;|\u00ad/g, '');
