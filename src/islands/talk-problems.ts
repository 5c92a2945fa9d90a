import type { FieldProblem } from '../model/draft.ts';
import { fillIn } from './fill-in.ts';
import { findAll } from './find.ts';
import type { TalkSentences } from './talk-words.ts';

/** Puts a sentence beside each field that something is wrong with; gives those that have no field here. */
export function markProblems(
  form: HTMLFormElement,
  problems: readonly FieldProblem[],
  { own, problems: all, fields }: TalkSentences,
): string[] {
  return problems.flatMap(({ field, problem }) => {
    const sentence =
      own[`${field}.${problem}`] ??
      fillIn(all[problem] ?? '{field}', { field: fields[field] ?? field });
    const place = form.querySelector<HTMLElement>(`[data-problem="${CSS.escape(field)}"]`);
    if (!place) return [sentence];
    place.textContent = sentence;
    place.hidden = false;
    place.id = `p-${field}`;
    mark(form, field, true);
    return [];
  });
}

/** Takes away what was wrong with a field, or with all of them. */
export function clearProblems(form: HTMLFormElement, field?: string): void {
  for (const place of findAll(form, '[data-problem]')) {
    const { problem = '' } = place.dataset;
    if (field !== undefined && field !== problem) continue;
    place.hidden = true;
    mark(form, problem, false);
  }
}

/** As the server marks them: choices all together, as a group of them has no such thing as being invalid. */
function mark(form: HTMLFormElement, field: string, isWrong: boolean): void {
  const control = form.querySelector(`[name="${CSS.escape(field)}"]`);
  const group = control?.matches('[type=radio]') ? control.closest('fieldset') : undefined;
  const marked = group ?? control;
  const described = marked?.getAttribute('aria-describedby') ?? '';
  const others = described.split(' ').filter((id) => id !== '' && id !== `p-${field}`);
  const ids = isWrong ? [`p-${field}`, ...others] : others;
  if (ids.length > 0) marked?.setAttribute('aria-describedby', ids.join(' '));
  else marked?.removeAttribute('aria-describedby');
  const name = group ? 'data-wrong' : 'aria-invalid';
  if (isWrong) marked?.setAttribute(name, 'true');
  else marked?.removeAttribute(name);
}
