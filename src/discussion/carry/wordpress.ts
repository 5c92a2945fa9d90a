import { toSite, type Foreign, type ForeignComment, type ForeignPost } from './elsewhere.ts';
import { CarryError } from './table.ts';
import { toPlain, toTyped } from './typed.ts';
import { readText, readXml, type XmlElement } from './xml.ts';

/**
 * Reads an export of WordPress (WXR): its posts, and the comments on each right after it.
 * @see https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
export async function* readWordPress(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Foreign> {
  const loose: number[] = [];
  let site = '';
  let isExport = false;
  const elements = readXml(chunks, {
    inside: ['rss', 'channel'],
    texts,
    onLooseSign: (line) => loose.push(line),
  });
  for await (const element of elements) {
    if (element.name === 'wp:wxr_version') isExport = true;
    if (element.name === 'link' && site === '') site = toSite(element.text);
    if (element.name === 'wp:base_blog_url') site = toSite(element.text) || site;
    if (element.name !== 'item') continue;
    if (!isExport) throw new CarryError(notAnExport);
    yield* readItem(element, `wordpress ${site}`);
  }
  if (!isExport) throw new CarryError(notAnExport);
  if (loose.length > 0)
    yield { kind: 'changed', what: `loose “&” read as they stand (${toLines(loose)})` };
}

const toLines = (lines: readonly number[], most = 20): string =>
  `line ${lines.slice(0, most).join(', ')}${lines.length > most ? ` and ${lines.length - most} more` : ''}`;

const notAnExport =
  'Expected an export of WordPress, with <wp:wxr_version> in <channel>; found none. In WordPress choose Tools, Export, All content.';

const texts = new Set([
  ...['link', 'title', 'category', 'content:encoded', 'excerpt:encoded', 'wp:wxr_version'],
  ...['wp:base_blog_url', 'wp:post_id', 'wp:post_date', 'wp:post_date_gmt', 'wp:post_name'],
  ...['wp:status', 'wp:post_type', 'wp:post_password', 'wp:comment_id', 'wp:comment_author'],
  ...['wp:comment_author_email', 'wp:comment_date', 'wp:comment_date_gmt', 'wp:comment_content'],
  ...['wp:comment_approved', 'wp:comment_type', 'wp:comment_parent'],
]);

function* readItem(item: XmlElement, site: string): Generator<Foreign> {
  const type = readText(item, 'wp:post_type') ?? 'nothing';
  const state = readText(item, 'wp:status') ?? 'nothing';
  const comments = item.children.filter(({ name }) => name === 'wp:comment');
  if (type !== 'post') {
    yield leaveOut(`of the kind “${type}”, and no post`, item.line);
    if (comments.length > 0)
      yield leaveOut('comments on what is no post', item.line, comments.length);
    return;
  }
  if (state === 'trash' || state === 'auto-draft') {
    yield leaveOut(`a post that was thrown away or never written (${state})`, item.line);
    return;
  }
  const post = readPost(item, state);
  yield { kind: 'post', post };
  for (const comment of comments) yield readComment(comment, post, site);
}

function readPost(item: XmlElement, state: string): ForeignPost {
  const summary = toPlain(readText(item, 'excerpt:encoded') ?? '');
  const slug = readText(item, 'wp:post_name');
  const published = readText(item, 'wp:post_date')?.slice(0, 10);
  return {
    id: readText(item, 'wp:post_id') ?? `line ${item.line}`,
    address: readText(item, 'link') ?? '',
    title: toPlain(readText(item, 'title') ?? ''),
    ...(slug === undefined ? {} : { slug }),
    html: readText(item, 'content:encoded') ?? '',
    ...(summary === '' ? {} : { summary }),
    ...(published !== undefined && /^[1-9]\d{3}-\d\d-\d\d$/.test(published) ? { published } : {}),
    topics: [...new Set(item.children.filter(isTopic).map(({ text }) => toPlain(text)))],
    notes: [
      ...(state === 'publish' ? [] : [`It was not published there: its state was “${state}”.`]),
      ...(readText(item, 'wp:post_password') === undefined ? [] : ['It had a password there.']),
    ],
    line: item.line,
  };
}

const isTopic = ({ name, attributes, text }: XmlElement): boolean =>
  name === 'category' &&
  (attributes['domain'] === 'category' || attributes['domain'] === 'post_tag') &&
  attributes['nicename'] !== 'uncategorized' &&
  text.trim() !== '';

function readComment(element: XmlElement, page: ForeignPost, site: string): Foreign {
  const { line } = element;
  const approved = readText(element, 'wp:comment_approved') ?? '1';
  const type = readText(element, 'wp:comment_type') ?? 'comment';
  const id = readText(element, 'wp:comment_id');
  if (approved !== '1' && approved !== '0') return leaveOut(`a comment marked “${approved}”`, line);
  if (type !== 'comment') return leaveOut(`a ${type}, and no comment`, line);
  if (id === undefined) return leaveOut('a comment without <wp:comment_id>', line);
  const at =
    readMoment(readText(element, 'wp:comment_date_gmt')) ??
    readMoment(readText(element, 'wp:comment_date'));
  if (at === undefined) return leaveOut('a comment without a date', line);
  const words = toTyped(element.children.find(isContent)?.text ?? '');
  if (words === '') return leaveOut('a comment without words', line);
  const parent = readText(element, 'wp:comment_parent');
  const name = readText(element, 'wp:comment_author');
  const email = readText(element, 'wp:comment_author_email');
  const comment: ForeignComment = {
    ...{ site, id, page, isShown: approved === '1', words, at, place: `line ${line}` },
    ...(parent === undefined || parent === '0' ? {} : { parent }),
    ...(name === undefined ? {} : { name: toPlain(name) }),
    ...(email === undefined ? {} : { email }),
  };
  return { kind: 'comment', comment };
}

const isContent = ({ name }: XmlElement): boolean => name === 'wp:comment_content';

/** A moment as WordPress writes it; what it does not know is written in zeros. */
function readMoment(text = ''): Date | undefined {
  if (!/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function leaveOut(why: string, line: number, count = 1): Foreign {
  const place = count === 1 ? `line ${line}` : `${count} from line ${line}`;
  return { kind: 'left-out', leftOut: { why, place } };
}
