import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import { allowedTags, type AllowedTag } from '../../model/allowed-tags.ts';
import { toLine, toSeen } from '../../model/line.ts';
import { readHtml } from './html.ts';

export interface TypedOptions {
  /** Whether the HTML is that of a page, where an end of a line is only a space. */
  isPage?: boolean;
}

/**
 * HTML of elsewhere as a reader would have typed it here: the tags one may use stay, what begins on a new line does,
 * and of everything else the words are left. It is cleaned like all words after that; this only keeps it readable.
 * @example toTyped('<p>Ja &amp; <b>nee</b></p><p>Dus</p>') // => 'Ja & <b>nee</b>\n\nDus'
 */
export function toTyped(html: string, { isPage = false }: TypedOptions = {}): string {
  if (!/[<&]/.test(html)) return toSeen(isPage ? toLine(html) : html).trim();
  const tree = readHtml(html);
  // What cannot be read is kept as it is; what is no tag of ours is shown as it was typed.
  if (tree === undefined) return toSeen(html).trim();
  const text = write(tree, isPage);
  return toSeen(text)
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** HTML of elsewhere as one line of text. @example toPlain('R&amp;D &#8217;n') // => 'R&D ’n' */
export function toPlain(html: string): string {
  if (!/[<&]/.test(html)) return toLine(html);
  let text = '';
  const tree = readHtml(html);
  if (tree === undefined) return toLine(html);
  walk(tree, (node) => {
    if (node.type === 'text') text += node.value;
  });
  return toLine(text);
}

/** Nothing of these is words. */
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
]);
/** These begin on a line of their own, with an empty line before and after. */
const blocks = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'div',
    'dl',
    'figure',
    'footer',
    'h1',
    'h2',
    'h3',
  ],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'main', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
]);
/** And these on a line. */
const lines = new Set(['li', 'dt', 'dd', 'tr', 'figcaption', 'caption']);

/** A parser makes at most so many levels worth keeping; deeper ones lose their tags and keep their words. */
const deepest = 100;

function write(root: Root, isPage: boolean): string {
  let text = '';
  const begin = (ends: string) => {
    if (text !== '' && !text.endsWith(ends)) text = `${text.replace(/[ \t\n]+$/, '')}${ends}`;
  };
  walk(
    root,
    (node) => {
      if (node.type === 'text')
        text += escape(isPage ? node.value.replaceAll(/\s+/g, ' ') : node.value);
      if (node.type !== 'element') return;
      if (node.tagName === 'br') text += '\n';
      if (blocks.has(node.tagName)) begin('\n\n');
      if (lines.has(node.tagName)) begin('\n');
      if (node.tagName === 'li') text += '- ';
      if (isAllowed(node.tagName)) text += toOpening(node, node.tagName);
    },
    (node) => {
      if (node.type !== 'element') return;
      if (isAllowed(node.tagName)) text += `</${node.tagName}>`;
      if (blocks.has(node.tagName)) begin('\n\n');
      if (lines.has(node.tagName)) begin('\n');
    },
  );
  return text;
}

/** Goes through a tree without going deeper into the stack, whatever somebody nested. */
function walk(
  root: Nodes,
  enter: (node: RootContent) => void,
  leave: (node: RootContent) => void = () => undefined,
): void {
  const waiting: { node: RootContent; isLeft: boolean; depth: number }[] = [];
  const push = (parent: Parents, depth: number) => {
    for (const node of parent.children.toReversed())
      waiting.push({ node: node, isLeft: false, depth });
  };
  if ('children' in root) push(root, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, isLeft, depth } = next;
    if (isLeft) {
      leave(node);
      continue;
    }
    if (node.type === 'element' && silent.has(node.tagName)) continue;
    const isSeen = depth < deepest || node.type === 'text';
    if (isSeen) enter(node);
    if (isSeen && node.type === 'element') waiting.push({ node, isLeft: true, depth });
    if ('children' in node) push(node, depth + 1);
  }
}

const isAllowed = (name: string): name is AllowedTag => Object.hasOwn(allowedTags, name);

function toOpening({ properties }: Element, name: AllowedTag): string {
  const attributes = allowedTags[name].flatMap((attribute) => {
    const value = properties[attribute === 'datetime' ? 'dateTime' : attribute];
    const text = typeof value === 'string' ? value.replaceAll(/[\s"<>]+/g, ' ').trim() : '';
    return text === '' ? [] : [` ${attribute}="${text}"`];
  });
  return `<${name}${attributes.join('')}>`;
}

/** A sign that would be read as the beginning of something else is written the way HTML does. */
const escape = (text: string): string =>
  text.replaceAll(/&(?=[#\w])/g, '&amp;').replaceAll(/<(?=[/a-z])/gi, '&lt;');
