import type { BoardRow, PoleIndex } from '../model/board.ts';
import type { BoardIssue } from '../model/board-check.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';

/** What the program of a board says, as it stands in the page of the blank board. */
export type BoardSaid = Words['board']['said'] &
  Pick<Words['board'], 'poles' | 'credit'> &
  Pick<Words['blocks'], 'purpose' | 'fear' | 'butAlso'> & {
    /** The names of the four lists. */
    rows: readonly string[];
  };

/** What a field on a board is for. */
export type BoardField =
  | { type: 'purpose' | 'fear' }
  | { type: 'name'; pole: PoleIndex }
  | { type: 'add'; pole: PoleIndex; row: BoardRow }
  | { type: 'edit'; id: string };

/** An issue in words. */
export function toSentence(issue: BoardIssue, said: BoardSaid): string {
  switch (issue.kind) {
    case 'no-name':
      return said.noName;
    case 'same':
      return said.same;
    case 'one-sided':
      return said.oneSided;
    default:
      return fillIn(said[issue.kind], { word: issue.word });
  }
}

/** Whether an issue is told beside a field. */
export function isAbout(issue: BoardIssue, field: BoardField): boolean {
  if (field.type === 'name')
    return issue.kind === 'same'
      ? field.pole === 1
      : issue.kind !== 'one-sided' && issue.pole === field.pole;
  return (
    field.type === 'add' &&
    issue.kind === 'one-sided' &&
    issue.row === field.row &&
    issue.pole === field.pole
  );
}
