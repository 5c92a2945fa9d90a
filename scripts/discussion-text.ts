import type { PendingContribution } from '../src/discussion/store.ts';

/** What waits, as a person reads it: the whole of each, since a decision is about what was read. */
export const toListing = (waiting: readonly PendingContribution[]): string =>
  waiting.length === 0
    ? 'Nothing waits for a decision.'
    : [...waiting.map(toText), `${waiting.length} waiting.`].join('\n\n');

/** One contribution, or more, whole. */
export const toReading = (contributions: readonly PendingContribution[]): string =>
  contributions.map(toText).join('\n\n');

function toText(one: PendingContribution): string {
  const facts = [
    ['about', one.subject],
    ['state', one.wasPublished && one.status === 'pending' ? 'pending, was published' : one.status],
    ['stance', `${one.stance} (${one.language})`],
    ['sent', one.sent],
    ['changed', one.edited],
    ['role', one.role],
    ['name', one.name],
    ['on', one.on],
    ['answers', one.to],
    ['needs', one.needs],
  ].flatMap(([name = '', value]) =>
    value === undefined ? [] : [`  ${name.padEnd(8)} ${toSafe(value)}`],
  );
  const words = toSafe(one.words).split('\n');
  return [toName(one), ...facts, ...words.map((line) => `  | ${line}`)].join('\n');
}

/** The id to decide with: it names the version that stands here. */
const toName = ({ id, version }: PendingContribution): string =>
  version === 1 ? id : `${id}@${version}`;

/** Words of others must not steer a terminal. */
const toSafe = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
