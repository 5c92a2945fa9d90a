import {
  asksWhatIsNeeded,
  modes,
  positions,
  toAdditions,
  toDecision,
  type Process,
} from './process.ts';

/**
 * Reads a process that was kept earlier; gives nothing when it has another shape. Written by hand, because
 * it runs in the browser, where a library for shapes would weigh more than the whole tool.
 */
export function readProcess(value: unknown): Process | undefined {
  return isRecord(value) &&
    isOneOf(value['mode'], modes) &&
    isOneOf(value['at'], positions) &&
    isText(value['question']) &&
    isListOf(value['topics'], isItem) &&
    isListOf(value['proposals'], isItem) &&
    isListOf(value['additions'], (each) => isItem(each) && isText(each['to'])) &&
    isRecord(value['noes']) &&
    isCount(value['noes']['shared']) &&
    isCount(value['noes']['alone']) &&
    isCount(value['sides']) &&
    isCount(value['fruitless']) &&
    isCount(value['next']) &&
    isRecord(value['counts']) &&
    Object.values(value['counts']).every(isCounts) &&
    isListOf(value['votes'], isVote) &&
    isAbsentOr(value['rule'], isCount) &&
    isAbsentOr(value['chosen'], isText) &&
    isAbsentOr(value['before'], (each) => isOneOf(each, positions)) &&
    isAbsentOr(value['decidedBy'], (each) => isOneOf(each, ['unanimous', 'everyone'])) &&
    (value['at'] === 'decided') === (value['decidedBy'] !== undefined)
    ? (value as unknown as Process)
    : undefined;
}

/** The sentences of the record. `options` names what is always there to vote for. */
export interface RecordWords {
  titles: Record<Process['mode'], string>;
  question: string;
  topics: string;
  decision: string;
  notYet: string;
  added: string;
  nothingAdded: string;
  votes: string;
  rounds: Record<'first' | 'second', string>;
  called: Record<Process['votes'][number]['called'], string>;
  options: Record<string, string>;
  perSide: string;
  noes: string;
  shared: string;
  alone: string;
  noNames: string;
}

/** The outcome as Markdown, without anybody's name. What happened at step 5 is not in it, and neither is that it happened. */
export function toMarkdown(process: Process, words: RecordWords): string {
  const { mode, question, topics, votes, noes } = process;
  const parts = [
    `# ${words.titles[mode]}`,
    question === '' ? '' : `${words.question}: ${toPlain(question)}`,
    ...(mode === 'decide' ? toDecisionParts(process, words) : []),
    topics.length === 0 ? '' : `## ${words.topics}\n\n${toList(topics.map(({ text }) => text))}`,
    votes.length === 0 ? '' : `## ${words.votes}\n\n${toVotes(process, words)}`,
    noes.shared + noes.alone === 0
      ? ''
      : `## ${words.noes}\n\n- ${words.shared}: ${noes.shared}\n- ${words.alone}: ${noes.alone}`,
    words.noNames,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function toDecisionParts(process: Process, words: RecordWords): string[] {
  if (process.at !== 'decided') return [`## ${words.decision}\n\n${words.notYet}`];
  const added = toAdditions(process).map(({ text }) => text);
  const decision = `## ${words.decision}\n\n${toPlain(toDecision(process))}`;
  if (!asksWhatIsNeeded(process)) return [decision];
  return [
    decision,
    `## ${words.added}\n\n${added.length === 0 ? words.nothingAdded : toList(added)}`,
  ];
}

function toVotes({ votes }: Process, words: RecordWords): string {
  return votes
    .map(({ round, called, counts }, index) => {
      const rows = counts.map(({ text, votes: perSide }) => {
        const total = perSide.reduce((all, each) => all + each, 0);
        const sides = perSide.length > 1 ? ` (${words.perSide}: ${perSide.join(' + ')})` : '';
        return `   - ${words.options[text] ?? toPlain(text)}: ${total}${sides}`;
      });
      return [`${index + 1}. ${words.rounds[round]}: ${words.called[called]}`, ...rows].join('\n');
    })
    .join('\n');
}

const toList = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${toPlain(line)}`).join('\n');

/** What people typed stays what they typed: no markup, no list in a list, no link. */
export const toPlain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~&!]/g, String.raw`\$&`)
    .replace(/^([-+])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);

type Unknown = Record<string, unknown>;

const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isCounts = (value: unknown): boolean => isListOf(value, isCount);
const isOneOf = (value: unknown, all: readonly unknown[]): boolean => all.includes(value);
const isListOf = (value: unknown, is: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);
const isItem = (value: unknown): value is Unknown =>
  isRecord(value) && isText(value['id']) && isText(value['text']);

const isVote = (value: unknown): boolean =>
  isRecord(value) &&
  isOneOf(value['round'], ['first', 'second']) &&
  isText(value['called']) &&
  isListOf(
    value['counts'],
    (each) => isRecord(each) && isText(each['text']) && isCounts(each['votes']),
  );
