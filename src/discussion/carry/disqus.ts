import { toSite, type Foreign, type ForeignComment, type ForeignPage } from './elsewhere.ts';
import { CarryError } from './table.ts';
import { toPlain, toTyped } from './typed.ts';
import { readText, readXml, type XmlElement } from './xml.ts';

/**
 * Reads an export of Disqus: threads, then the posts in them.
 * @see https://help.disqus.com/en/articles/1717164-comments-export
 */
export async function* readDisqus(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Foreign> {
  const threads = new Map<string, ForeignPage>();
  let forum = '';
  let isExport = false;
  for await (const element of readXml(chunks, { inside: ['disqus'], texts })) {
    isExport ||= ['category', 'thread', 'post'].includes(element.name);
    if (element.name === 'category') forum = readText(element, 'forum') ?? forum;
    if (element.name === 'thread') {
      forum = readText(element, 'forum') ?? forum;
      threads.set(element.attributes['dsq:id'] ?? '', readThread(element));
    }
    if (element.name === 'post') yield readPost(element, threads, `disqus ${toSite(forum)}`);
  }
  if (!isExport)
    throw new CarryError(
      'Expected an export of Disqus, with <thread> and <post> in <disqus>; found neither. In Disqus choose Community, Export.',
    );
}

const texts = new Set([
  ...['forum', 'link', 'title', 'message', 'createdAt', 'name', 'email', 'isAnonymous'],
  ...['isDeleted', 'isSpam', 'isApproved', 'id'],
]);

const readThread = (element: XmlElement): ForeignPage => ({
  address: readText(element, 'link') ?? readText(element, 'id') ?? '',
  title: toPlain(readText(element, 'title') ?? ''),
});

function readPost(
  element: XmlElement,
  threads: ReadonlyMap<string, ForeignPage>,
  site: string,
): Foreign {
  const leaveOut = (why: string): Foreign => ({
    kind: 'left-out',
    leftOut: { why, place: `line ${element.line}` },
  });
  if (readText(element, 'isSpam') === 'true') return leaveOut('a comment marked as spam');
  if (readText(element, 'isDeleted') === 'true') return leaveOut('a comment that was taken away');
  const id = element.attributes['dsq:id'];
  if (id === undefined) return leaveOut('a comment without dsq:id');
  const page = threads.get(readReference(element, 'thread') ?? '');
  if (page === undefined) return leaveOut('a comment in a thread that is not in the file');
  const at = new Date(readText(element, 'createdAt') ?? '');
  if (Number.isNaN(at.getTime())) return leaveOut('a comment without a date');
  const words = toTyped(readText(element, 'message') ?? '', { isPage: true });
  if (words === '') return leaveOut('a comment without words');
  const author = element.children.find(({ name }) => name === 'author');
  const name = author && readText(author, 'name');
  const email = author && readText(author, 'email');
  const parent = readReference(element, 'parent');
  const comment: ForeignComment = {
    ...{ site, id, page, words, at, place: `line ${element.line}` },
    isShown: readText(element, 'isApproved') !== 'false',
    ...(parent === undefined ? {} : { parent }),
    ...(name === undefined ? {} : { name: toPlain(name) }),
    ...(email === undefined ? {} : { email }),
  };
  return { kind: 'comment', comment };
}

const readReference = ({ children }: XmlElement, name: string): string | undefined =>
  children.find((child) => child.name === name)?.attributes['dsq:id'];
