import { toPath, toRangePath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { toLewisSteps, type LewisStep } from '../model/lewis.ts';
import type { Step } from '../model/step.ts';
import type { Words } from '../words/index.ts';

/** What a step in a case is made of, ready to draw: marks, and a link to where the way of working is explained. */
export interface StepUse {
  marks: LewisStep[];
  link?: { href: string; text: string };
  /** True for a practice that is not one of the Lewis steps. */
  isPractice: boolean;
}

/** What a link to a practice needs to know of it. */
export interface PracticeName {
  id: string;
  title: string;
  lewis?: LewisStep | undefined;
}

export function toStepUse(
  step: Step,
  practices: readonly PracticeName[],
  language: Language,
  words: Words,
): StepUse {
  const marks = step.lewis ? toLewisSteps(step.lewis) : [];
  const [first] = marks;
  const practice = practices.find(({ id, lewis }) =>
    step.practice ? id === step.practice : marks.length === 1 && lewis === first,
  );
  const practiceHref = practice && toPath({ kind: 'practice', id: practice.id }, language);
  if (step.lewis && first !== undefined) {
    const href = step.lewis.includes('-')
      ? toRangePath(step.lewis, language)
      : (practiceHref ?? toPath({ kind: 'steps' }, language));
    return {
      marks,
      link: { href, text: words.case.lewisStep(first, marks.at(-1) ?? first) },
      isPractice: false,
    };
  }
  if (!practice || practiceHref === undefined) return { marks, isPractice: false };
  return {
    marks,
    link: { href: practiceHref, text: practice.title },
    isPractice: practice.lewis === undefined,
  };
}
