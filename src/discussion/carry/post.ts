import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { fitTogether } from './fit-together.ts';
import { readHtml } from './html.ts';
import { toParagraphs } from './paragraphs.ts';
import { placePictures } from './pictures.ts';

/** A text of elsewhere as the body of a case, and what of it needs somebody to look. */
export interface Body {
  mdx: string;
  /** The text of its first paragraph. */
  begin: string;
  images: DraftImage[];
  /** What could not be taken, in words. */
  lost: string[];
}

export interface DraftImage {
  /** Where it was. */
  address: string;
  /** Its name beside the text. */
  name: string;
}

export interface BodyOptions {
  /** The address of the page: links that name no site are taken from there. */
  address: string;
  /** The name a picture gets beside the text; nothing when there is no such picture to be had. */
  findImage: (address: string) => string | undefined;
}

/**
 * Makes MDX of HTML: words, headings, lists, quotes, tables, links and pictures, in the closed vocabulary of content.
 * Whatever else it holds is left out and told; nothing of it can run, and nothing is fetched.
 */
export function toBody(html: string, { address, findImage }: BodyOptions): Body {
  const lost: string[] = [];
  const images: DraftImage[] = [];
  const hast = readHtml(html);
  if (hast === undefined || isTooDeep(hast))
    return {
      mdx: '',
      begin: '',
      images,
      lost: [`more than ${deepest} elements inside each other; nothing of it was taken`],
    };
  const isClassic = !html.includes('<!-- wp:');
  takeOut(hast, lost);
  if (isClassic) toParagraphs(hast);
  const made: Nodes = toMdast(hast);
  const tree: Root = made.type === 'root' ? made : { type: 'root', children: [] };
  cleanLinks(tree, address);
  fitTogether(tree);
  placePictures(tree, (url) => {
    const at = toAddress(url, address) ?? url;
    const name = findImage(at);
    if (name === undefined) lost.push(`the picture ${at.slice(0, 200)}, which is not to be had`);
    else images.push({ address: at, name });
    return { at, name };
  });
  levelHeadings(tree);
  for (const [, code = ''] of toString(tree).matchAll(
    /\[\/?([a-z][\w-]{2,})(?:\s[^\]]*=[^\]]*)?\]/g,
  ))
    lost.push(`the shortcode [${code}], which stands there as text`);
  return { mdx: toMdx(tree), begin: readBegin(tree), images, lost: [...new Set(lost)] };
}

/** So much fits in a text that people read; a parser of Markdown, and the stack, bear less than a parser of HTML. */
const deepest = 40;

function isTooDeep(root: HastNodes): boolean {
  let level: HastNodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** What can run, fetch or ask, and what is drawn by a program: none of it is words. */
const foreign = new Set([
  ...['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'applet', 'frame'],
  ...['form', 'input', 'button', 'select', 'textarea', 'video', 'audio', 'source', 'track'],
  ...['canvas', 'svg', 'math', 'link', 'meta', 'base', 'title', 'area', 'map', 'frameset'],
]);
/** These nobody misses. */
const quiet = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'link',
  'meta',
  'base',
  'source',
]);

function takeOut(parent: HastRoot | Element, lost: string[]): void {
  parent.children = (parent.children as Element['children']).filter((node) => {
    if (node.type === 'comment') return false;
    if (node.type !== 'element') return true;
    if (!foreign.has(node.tagName)) {
      takeOut(node, lost);
      return true;
    }
    const from = node.properties.src ?? node.properties.data ?? node.properties.action;
    const where = typeof from === 'string' && from !== '' ? ` of ${from.slice(0, 200)}` : '';
    if (!quiet.has(node.tagName) || where !== '') lost.push(`<${node.tagName}>${where}`);
    return false;
  });
}

/** The whole address something leads to; nothing when it leads nowhere safe. */
function toAddress(written: string, from: string): string | undefined {
  const url = URL.parse(written, URL.canParse(from) ? from : undefined);
  return url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol)
    ? url.href
    : undefined;
}

/** Links lead to whole, safe addresses and say where; the words of others stay. */
function cleanLinks(parent: Parents, from: string): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if ('children' in node) cleanLinks(node, from);
    if (node.type === 'html') return [];
    if (node.type !== 'link') return [node];
    const url = toAddress(node.url, from);
    const holdsImage = JSON.stringify(node.children).includes('"image"');
    if (url === undefined || holdsImage || toString(node).trim() === '') return node.children;
    return [{ type: 'link', url, children: node.children }];
  });
}

/** Headings begin at the second level, and go one deeper at a time; headings inside something else are bold words. */
function levelHeadings(tree: Root): void {
  let above = 1;
  const least = Math.min(
    ...tree.children.flatMap((node) => (node.type === 'heading' ? node.depth : [])),
  );
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'heading') return [unheaded(node)];
    if (toString(node).trim() === '') return [];
    above = Math.min(node.depth - least + 2, above + 1, 6);
    return [{ ...node, depth: above as 2 }];
  });
}

function unheaded<T extends RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).map((child): RootContent =>
    child.type === 'heading'
      ? { type: 'paragraph', children: [{ type: 'strong', children: child.children }] }
      : unheaded(child),
  );
  return { ...node, children };
}

/** The words of the first paragraph that has any. */
const readBegin = (tree: Root): string =>
  tree.children
    .map((node) => (node.type === 'paragraph' ? toWords(node) : ''))
    .find((words) => words !== '') ?? '';

/** Words in one line; an end of a line is a space between them. */
const toWords = (parent: Parents): string =>
  parent.children
    .map((node) =>
      node.type === 'break' ? ' ' : 'children' in node ? toWords(node) : toString(node),
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What means something in MDX and nothing in Markdown is written so that it is only itself. */
const mdx: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  resourceLink: true,
  rule: '-',
  unsafe: [
    { character: '{', inConstruct: ['phrasing'] },
    { character: '}', inConstruct: ['phrasing'] },
    { character: '<', inConstruct: ['phrasing'] },
    { atBreak: true, character: 'i', after: 'mport\\b' },
    { atBreak: true, character: 'e', after: 'xport\\b' },
  ],
};

const toMdx = (tree: Nodes): string => toMarkdown(tree, { ...mdx, extensions: [gfmToMarkdown()] });
