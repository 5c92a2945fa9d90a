import type { Language } from '../model/language.ts';
import { toSubject, type Subject } from '../model/subject.ts';
import { toWords } from '../words/index.ts';
import { toPlainTitle } from './title.ts';

/** Something that can be spoken about. */
export interface TalkPlace {
  subject: Subject;
  title: string;
}

export interface TalkGroup {
  label: string;
  places: readonly TalkPlace[];
}

interface TalkCase {
  id: string;
  short: string;
  steps: readonly { id: string; title: string }[];
}

/** What can be spoken about on the page of a case: the whole first, then its steps. */
export const toCasePlaces = ({ id, steps }: TalkCase, language: Language): TalkPlace[] => [
  { subject: toSubject({ kind: 'cases', id }), title: toWords(language).form.wholeCase },
  ...steps.map(({ id: step, title }) => ({
    subject: toSubject({ kind: 'cases', id, step }),
    title: toPlainTitle(title),
  })),
];

/** Everything that can be spoken about: each case with its steps, and all practices together. */
export const toTalkGroups = (
  cases: readonly TalkCase[],
  practices: readonly { id: string; title: string }[],
  language: Language,
): TalkGroup[] => [
  ...cases.map((each) => ({
    label: toPlainTitle(each.short),
    places: toCasePlaces(each, language),
  })),
  {
    label: toWords(language).form.practices,
    places: practices.map(({ id, title }) => ({
      subject: toSubject({ kind: 'practices', id }),
      title: toPlainTitle(title),
    })),
  },
];

/** The title of each subject; a whole has the name of its case. */
export const toTalkTitles = (
  groups: readonly TalkGroup[],
  language: Language,
): Record<Subject, string> => {
  const { wholeCase } = toWords(language).form;
  return Object.fromEntries(
    groups.flatMap(({ label, places }) =>
      places.map(({ subject, title }) => [subject, title === wholeCase ? label : title]),
    ),
  );
};
