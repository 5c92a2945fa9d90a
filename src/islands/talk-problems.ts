import type { FieldProblem } from '../model/draft.ts';
import { fillIn } from './fill-in.ts';
import { findAll } from './find.ts';
import type { TalkSays } from './talk-words.ts';

/** Puts a sentence beside each field that something is wrong with; gives those that have no field here. */
export function markProblems(
  form: HTMLFormElement,
  problems: readonly FieldProblem[],
  says: TalkSays,
): string[] {
  return problems.flatMap(({ field, problem }) => {
    const name = Object.entries(says.fields).find(([id]) => id === field)?.[1] ?? field;
    const sentence = fillIn(says.problems[problem] ?? '', { field: name });
    const place = form.querySelector<HTMLElement>(`[data-problem="${CSS.escape(field)}"]`);
    if (!place) return [sentence];
    place.textContent = sentence;
    place.hidden = false;
    toMarked(form, field)?.setAttribute('aria-invalid', 'true');
    return [];
  });
}

/** Takes away what was wrong with a field, or with all of them. */
export function clearProblems(form: HTMLFormElement, field?: string): void {
  for (const place of findAll(form, '[data-problem]')) {
    const { problem = '' } = place.dataset;
    if (field !== undefined && field !== problem) continue;
    place.hidden = true;
    toMarked(form, problem)?.removeAttribute('aria-invalid');
  }
}

/** The element that is marked when something is wrong with a field: for choices, all of them together. */
function toMarked(form: HTMLFormElement, field: string): Element | null | undefined {
  const element = form.querySelector(`[name="${CSS.escape(field)}"]`);
  return element?.matches('[type=radio]') ? element.closest('fieldset') : element;
}
