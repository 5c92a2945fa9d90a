import type { Language } from './language.ts';
import { questionWords } from './question-words.ts';

/** What a question is looked at for, in the order in which it is told. */
export const questionAspects = [
  'mark',
  'one',
  'open',
  'blame',
  'solution',
  'sides',
  'short',
] as const;
export type QuestionAspect = (typeof questionAspects)[number];

/** A remark about one aspect: it fits, or it deserves a look. `found` holds the words that gave rise to it. */
export interface QuestionFinding {
  about: QuestionAspect;
  result: 'fits' | 'look';
  found: string[];
}

/** More words than this are hard to keep in mind while you answer. Our number, not one of the method. */
export const mostWords = 25;

/**
 * Looks at a question for a meeting of two sides. It advises and does not judge: it knows words, not meanings.
 * Name the sides and it sees whether the question names both or neither. An empty text has no findings.
 */
export function checkQuestion(
  text: string,
  language: Language,
  sides: readonly string[] = [],
): QuestionFinding[] {
  const question = toBareQuestion(text);
  if (question === '') return [];
  const words = questionWords[language];
  const find = (patterns: readonly string[]) => findWords(question, patterns);
  const count = question.split(/\s+/).length;
  const toFinding = (about: QuestionAspect, fits: boolean, found: string[] = []) =>
    ({ about, result: fits ? 'fits' : 'look', found }) as const;

  const blame = find(words.blame);
  const solution = find(words.solution);
  const second = findSecondQuestion(question, words.and, words.openers);
  const leading = find(words.leading);
  const named = findSides(question, words, sides);
  return [
    toFinding('mark', question.endsWith('?')),
    toFinding('one', second.length === 0, second),
    toFinding('open', isOpen(question, words.openers) && leading.length === 0, leading),
    toFinding('blame', blame.length === 0, blame),
    toFinding('solution', solution.length === 0, solution),
    toFinding('sides', named.length === 0, named),
    toFinding('short', count <= mostWords, count <= mostWords ? [] : [String(count)]),
  ];
}

/** The question without the marks of a quotation around it. */
const toBareQuestion = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^["'“”‘’„«»]+/, '')
    .replace(/["'“”‘’„«»]+$/, '')
    .trim();

/** Open when it begins with a question word, or when one comes right after the first clause. */
function isOpen(question: string, openers: readonly string[]): boolean {
  const opener = new RegExp(`^(?:[^,:]{1,80}[,:] )?(?:${openers.join('|')})(?![\\p{L}])`, 'iu');
  return opener.test(question);
}

/** A second question mark, or “and how”. */
function findSecondQuestion(
  question: string,
  and: readonly string[],
  openers: readonly string[],
): string[] {
  const marks = question.match(/\?/g)?.length ?? 0;
  if (marks > 1) return ['?'.repeat(marks)];
  return findWords(question, [`(?:${and.join('|')}),? (?:${openers.join('|')})`]);
}

/** The words for one side only; nothing when both sides, or neither, are in the question. */
function findSides(
  question: string,
  { together, oneSide, pairs }: (typeof questionWords)[Language],
  sides: readonly string[],
): string[] {
  const names = sides.map((side) => side.trim()).filter((side) => side !== '');
  const named = names.filter((name) => findWords(question, [toLiteral(name)]).length > 0);
  if (names.length > 1 && named.length > 0) return named.length === names.length ? [] : named;
  const apart = findWords(question, oneSide);
  if (apart.length > 0) return apart;
  const counted = pairs.map((pair) => findWords(question, pair));
  const [one = [], other = []] = counted;
  if (one.length > 0 && other.length > 0) return [];
  return findWords(question, together).length > 0 ? [] : [...one, ...other];
}

/** The words of a question that fit one of the patterns, as they stand in it. */
function findWords(question: string, patterns: readonly string[]): string[] {
  if (patterns.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}])(?:${patterns.join('|')})(?![\\p{L}])`, 'giu');
  return [...new Set((question.match(pattern) ?? []).map((word) => word.toLowerCase()))];
}

const toLiteral = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
