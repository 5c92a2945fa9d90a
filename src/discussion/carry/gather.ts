import type { DiscussionSettings } from '../../model/discussion-settings.ts';
import { mostBytes } from '../../model/draft.ts';
import type { Language } from '../../model/language.ts';
import { toByteLength, toLine } from '../../model/line.ts';
import type { Subject } from '../../model/subject.ts';
import { clean } from '../clean.ts';
import { toForeignId } from './elsewhere.ts';
import type { Foreign, ForeignComment, ForeignPage, LeftOut, TakenOver } from './elsewhere.ts';
import type { ForeignPost } from './elsewhere.ts';

export interface GatherOptions {
  settings: Pick<DiscussionSettings, 'name' | 'email'>;
  language: Language;
  /** The role of whoever spoke there, when it is known to be one and the same. */
  role?: string | undefined;
  /** Whether what was shown there is shown here at once; it waits otherwise. */
  publish: boolean;
  /** What a page of elsewhere is here; nothing when that is not known. */
  find: (page: ForeignPage) => Subject | undefined;
  /** Called for each post, in order; what it gives is what the comments on it are about. */
  onPost: (post: ForeignPost) => Subject | undefined;
}

/** Everything a file holds, ready to be kept. */
export interface Gathered {
  comments: TakenOver[];
  posts: number;
  leftOut: LeftOut[];
  /** Pages that have comments, and are nothing here: their comments are not taken over. */
  unknown: Map<string, number>;
  /** What was changed on the way, and how often. */
  changed: Map<string, number>;
}

/** Reads a whole file before anything is kept: one that is damaged halfway leaves nothing behind. */
export async function gather(
  foreign: AsyncIterable<Foreign> | Iterable<Foreign>,
  options: GatherOptions,
): Promise<Gathered> {
  const gathered: Gathered = {
    ...{ comments: [], posts: 0, leftOut: [] },
    ...{ unknown: new Map(), changed: new Map() },
  };
  const all: { comment: ForeignComment; subject: Subject }[] = [];
  const subjects = new Map<ForeignPage, Subject | undefined>();
  for await (const piece of foreign) {
    if (piece.kind === 'left-out') gathered.leftOut.push(piece.leftOut);
    if (piece.kind === 'changed') count(gathered.changed, piece.what);
    if (piece.kind === 'post') {
      gathered.posts += 1;
      subjects.set(piece.post, options.onPost(piece.post));
    }
    if (piece.kind !== 'comment') continue;
    const { comment } = piece;
    if (!subjects.has(comment.page)) subjects.set(comment.page, options.find(comment.page));
    const subject = subjects.get(comment.page);
    if (subject === undefined) count(gathered.unknown, toPageName(comment.page));
    else all.push({ comment, subject });
  }
  // Oldest first, as they would have arrived.
  all.sort((a, b) => a.comment.at.getTime() - b.comment.at.getTime());
  const ids = toIds(all);
  for (const one of all) add(gathered, one, ids, options);
  return gathered;
}

/** What a comment is called here, by what it is called there. */
type Ids = ReadonlyMap<string, string>;

const toIds = (all: readonly { comment: ForeignComment }[]): Ids =>
  new Map(all.map(({ comment }) => [comment.id, toForeignId(comment.site, comment.id)]));

function add(
  { comments, leftOut, changed }: Gathered,
  { comment, subject }: { comment: ForeignComment; subject: Subject },
  ids: Ids,
  { settings, language, role, publish }: GatherOptions,
): void {
  const { place, parent, words } = comment;
  const cleaned = toByteLength(words) > mostBytes ? undefined : clean(words);
  if (cleaned?.ok !== true) {
    leftOut.push({ why: `a comment of more than ${mostBytes / 1024} kB`, place });
    return;
  }
  const to = parent === undefined ? undefined : ids.get(parent);
  if (parent !== undefined && to === undefined)
    count(changed, 'answers something that was left out, and stands by itself');
  const name = toName(comment, settings, changed);
  const email = toEmail(comment, settings, changed);
  comments.push({
    id: toForeignId(comment.site, comment.id),
    ...{ subject, language, words, html: cleaned.html, cleaner: cleaned.cleaner },
    ...(name === undefined ? {} : { name }),
    ...(name === undefined && role !== undefined ? { role } : {}),
    ...(email === undefined ? {} : { email }),
    ...(to === undefined ? {} : { to }),
    sent: comment.at,
    publish: publish && comment.isShown,
  });
}

/** The longest name and address a form here takes. */
const [longestName, longestEmail] = [60, 254];

function toName(
  { name = '' }: ForeignComment,
  settings: GatherOptions['settings'],
  changed: Gathered['changed'],
): string | undefined {
  const line = toLine(name);
  if (line === '') return undefined;
  if (settings.name === 'off') {
    count(changed, 'had a name, and this handbook asks for none');
    return undefined;
  }
  // A name is published; an address must never be.
  if (/\S@\S/.test(line)) {
    count(changed, 'had an e-mail address for a name, which was taken away');
    return undefined;
  }
  if (line.length <= longestName) return line;
  count(changed, `had a name of more than ${longestName} signs, which was cut`);
  return line.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '');
}

function toEmail(
  { email = '' }: ForeignComment,
  settings: GatherOptions['settings'],
  changed: Gathered['changed'],
): string | undefined {
  const line = toLine(email);
  if (line === '' || settings.email === 'off') return undefined;
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(line) && line.length <= longestEmail) return line;
  count(changed, 'had an e-mail address that is none, which was not kept');
  return undefined;
}

const toPageName = ({ address, title }: ForeignPage): string =>
  address || title || 'a page without an address';

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
