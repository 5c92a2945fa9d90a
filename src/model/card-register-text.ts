import { isCardCode } from './card-code.ts';
import {
  compare,
  listChanged,
  type CardRecord,
  type CardRegister,
  type CardVersion,
  type PartDigests,
} from './card-register.ts';
import { languages, type Language } from './language.ts';
import { readSubject, type Subject } from './subject.ts';

/** Where the register stands. */
export const cardRegisterFile = 'content/cards.yml';

/** Something in the register that cannot be as it is. */
export interface RegisterProblem {
  line: number;
  column: number;
  expected: string;
  found: string;
  hint: string;
}

/**
 * Reads the register: a line for each card and one for each version of it, so that a change is a line more, and two
 * people’s changes can be put together line by line. It is YAML of the plainest kind. What is not right is told and
 * left out; the rest is read.
 */
export function readCardRegister(text: string): {
  register: CardRegister;
  problems: RegisterProblem[];
} {
  const { lines, problems, doubtful } = readLines(text);
  const cards = lines.filter((line) => line.kind === 'card');
  const known = new Map<string, CardLine>();
  for (const card of cards) {
    for (const key of [card.subject, card.code]) {
      const other = known.get(key);
      if (other) problems.push(toTwice(card, key, other));
    }
    if (known.has(card.subject) || known.has(card.code)) continue;
    known.set(card.subject, card);
    known.set(card.code, card);
  }
  const kept = new Set(known.values());
  const versions = Map.groupBy(
    lines.filter((line) => line.kind === 'version'),
    ({ subject, language }) => `${subject} ${language}`,
  );
  for (const [line] of versions.values())
    if (line && !known.has(line.subject) && !doubtful.has(line.subject))
      problems.push(toLoose(line));
  const register = [...kept].map(({ subject, code }): CardRecord => {
    const inLanguages = languages.flatMap((language) => {
      const own = versions.get(`${subject} ${language}`);
      return own ? [[language, unfold(own, problems)] as const] : [];
    });
    return { subject, code, versions: Object.fromEntries(inLanguages) };
  });
  return {
    register: register.sort((a, b) => compare(a.subject, b.subject)),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** Writes the register as it is kept: what is read from it is the same register. */
export const toCardRegisterText = (register: CardRegister): string =>
  [
    ...explanation.map((line) => `# ${line}`),
    ...[...register].sort((a, b) => compare(a.subject, b.subject)).flatMap(toLines),
    '',
  ].join('\n');

const explanation = [
  'Every card that was ever recorded: its code for good, and what it said, version by version.',
  'npm run cards writes this file. Change no line by hand; a card that is gone stays here.',
  'When two changes meet, keep the lines of both and run npm run cards again.',
];

/** The first version has a digest of every part, a later one of what changed; `-` is a part that went away. */
function toLines({ subject, code, versions }: CardRecord): string[] {
  const inLanguages = languages.flatMap((language) => {
    let before: PartDigests = {};
    return (versions[language] ?? []).map(({ number, on, digests }) => {
      const changed = listChanged(before, digests).map(
        (part) => `${part}=${Object.hasOwn(digests, part) ? (digests[part] ?? gone) : gone}`,
      );
      before = digests;
      return `${subject} ${language} ${String(number)}: ${[on, ...changed].join(' ')}`;
    });
  });
  return [`${subject}: ${code}`, ...inLanguages];
}

const gone = '-';

interface CardLine {
  kind: 'card';
  line: number;
  subject: Subject;
  code: string;
}

interface VersionLine {
  kind: 'version';
  line: number;
  subject: Subject;
  language: Language;
  number: number;
  on: string;
  changed: [part: string, digest: string][];
}

interface ReadLines {
  lines: (CardLine | VersionLine)[];
  problems: RegisterProblem[];
  /** What lines that are not right are about: one slip is told once, and not again for every version. */
  doubtful: ReadonlySet<string>;
}

function readLines(text: string): ReadLines {
  const lines: (CardLine | VersionLine)[] = [];
  const problems: RegisterProblem[] = [];
  const doubtful = new Set<string>();
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '' || written.startsWith('#')) continue;
    const line = index + 1;
    const read = readCardLine(written, line) ?? readVersionLine(written, line);
    const isRight = read?.kind === 'version' || (read !== undefined && isCardCode(read.code));
    if (isRight) lines.push(read);
    else problems.push(read ? toWrongCode(read) : toUnreadable(written, line));
    if (!isRight) doubtful.add(/^[^\s:]*/.exec(written)?.[0] ?? '');
  }
  return { lines, problems, doubtful };
}

function readCardLine(written: string, line: number): CardLine | undefined {
  const [, subject = '', code = ''] = /^(\S+): (\d+)$/.exec(written) ?? [];
  return readSubject(subject) ? { kind: 'card', line, subject, code } : undefined;
}

function readVersionLine(written: string, line: number): VersionLine | undefined {
  const [, subject = '', language = '', number = '', on = '', rest = ''] =
    /^(\S+) ([a-z]+) ([1-9]\d*): (\d{4}-\d\d-\d\d)((?: [A-Za-z]+=(?:[a-z0-9]+|-))*)$/.exec(
      written,
    ) ?? [];
  const known = languages.find((each) => each === language);
  if (known === undefined || !readSubject(subject)) return undefined;
  const changed = rest
    .split(' ')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [part = '', digest = ''] = pair.split('=');
      return [part, digest];
    });
  return { kind: 'version', line, subject, language: known, number: Number(number), on, changed };
}

/** Every version with all its digests. A number that is missing or there twice is told; from there on nothing is read. */
function unfold(lines: readonly VersionLine[], problems: RegisterProblem[]): CardVersion[] {
  const versions: CardVersion[] = [];
  let digests: PartDigests = {};
  for (const each of [...lines].sort((a, b) => a.number - b.number || a.line - b.line)) {
    if (each.number !== versions.length + 1) {
      problems.push(toOutOfOrder(each, versions.length + 1));
      break;
    }
    const all = { ...digests, ...Object.fromEntries(each.changed) };
    digests = Object.fromEntries(Object.entries(all).filter(([, digest]) => digest !== gone));
    versions.push({ number: each.number, on: each.on, digests });
  }
  return versions;
}

const toUnreadable = (written: string, line: number): RegisterProblem => ({
  line,
  column: 1,
  expected: '“cases/sla#check-in: 71348”, or “cases/sla#check-in nl 1: 2026-11-25 title=1a2b3c”',
  found: `“${written.length > 60 ? `${written.slice(0, 60)} …` : written}”`,
  hint: 'Put the line back as npm run cards wrote it, or take it out and run npm run cards.',
});

const toWrongCode = ({ line, subject, code }: CardLine): RegisterProblem => ({
  line,
  column: subject.length + 3,
  expected: 'a code of five digits or more, of which the last checks the others',
  found: `“${code}”`,
  hint: 'Codes are not made up by hand. Put the line back, or take it out and run npm run cards.',
});

const toTwice = (
  { line, subject, code }: CardLine,
  key: string,
  other: CardLine,
): RegisterProblem => ({
  line,
  column: key === code ? subject.length + 3 : 1,
  expected: key === code ? 'a code that no other card has' : 'each card once',
  found: `“${key}”, also on line ${String(other.line)}`,
  hint:
    key === code
      ? 'Keep the card that was printed. Take the lines of the other out and run npm run cards: it gets another code.'
      : 'Keep the line with the code that was printed, and take the other out.',
});

const toLoose = ({ line, subject }: VersionLine): RegisterProblem => ({
  line,
  column: 1,
  expected: `a line “${subject}: ” with the code of this card`,
  found: 'a version of a card that is not in this file',
  hint: 'Put the line with its code back: it stands on paper somewhere.',
});

const toOutOfOrder = (
  { line, subject, language, number }: VersionLine,
  next: number,
): RegisterProblem => ({
  line,
  column: subject.length + language.length + 3,
  expected: `version ${String(next)}: versions count from 1, each once`,
  found: `version ${String(number)}`,
  hint:
    number < next
      ? 'Two changes met here. Keep the line that was printed, take the other out and run npm run cards.'
      : 'Put the missing line back, or take this one out and run npm run cards.',
});
