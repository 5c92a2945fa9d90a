import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * Issues as an author can mend them. Where a value may have several forms, the issues of the form it comes nearest to
 * stand in place of “Invalid input”; when it is like none of them, every form is named.
 */
export const toPlainIssues = (issues: readonly Issue[]): Issue[] => issues.flatMap(toPlain);

function toPlain(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const forms = issue.errors.map((form) => toPlainIssues(form));
  const nearest = forms.find((form) => !form.some(isOfAnotherKind));
  if (nearest) return nearest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
  const message = forms.flatMap((form) => form.map((each) => each.message)).join(', or ');
  return [{ ...issue, message }];
}

const isOfAnotherKind = ({ code, path }: Issue): boolean =>
  (code === 'invalid_type' || code === 'invalid_value') && path.length === 0;
