import type { Image, Link, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Where a picture is, and its name beside the text; no name when it is not to be had. */
export type FindPicture = (url: string) => { at: string; name: string | undefined };

/**
 * Gives every picture a paragraph of its own, where content wants it, and words for who cannot see it. One that is not
 * to be had becomes a link to where it was, in its place.
 */
export function placePictures(parent: Parents | Root, find: FindPicture): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if (node.type === 'paragraph') return split(node, find);
    if (node.type === 'heading' || node.type === 'table') {
      const pictures: Image[] = [];
      takeOut(node, find, pictures);
      return [node, ...pictures.map(toParagraph)];
    }
    if ('children' in node) placePictures(node, find);
    return [node];
  });
}

/** A paragraph as the paragraphs and pictures it is made of, in order. */
function split({ children }: Paragraph, find: FindPicture): RootContent[] {
  const parts: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const end = () => {
    const isFilled = run.some((one) => toString(one).trim() !== '');
    if (isFilled) parts.push({ type: 'paragraph', children: trim(run) });
    run = [];
  };
  for (const child of children) {
    const pictures: Image[] = [];
    const holder: Paragraph = { type: 'paragraph', children: [child] };
    takeOut(holder, find, pictures);
    run.push(...holder.children);
    if (pictures.length === 0) continue;
    end();
    parts.push(...pictures.map(toParagraph));
  }
  end();
  return parts;
}

/** Takes the pictures out of words, however deep. */
function takeOut(parent: Parents, find: FindPicture, pictures: Image[]): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if (node.type === 'imageReference') return [];
    if (node.type === 'image') {
      const placed = toPlaced(node, find);
      if (placed.type !== 'image') return [placed];
      pictures.push(placed);
      return [];
    }
    if ('children' in node) takeOut(node, find, pictures);
    return [node];
  });
}

function toPlaced({ url, alt }: Image, find: FindPicture): Image | Link | PhrasingContent {
  const { at, name } = find(url);
  const words = alt?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const told = words === '' ? (name ?? at.split('/').at(-1) ?? at) : words;
  if (name !== undefined) return { type: 'image', url: `./${name}`, alt: told };
  const text: PhrasingContent = { type: 'text', value: told };
  return /^https?:/.test(at) && told !== '' ? { type: 'link', url: at, children: [text] } : text;
}

const toParagraph = (image: Image): Paragraph => ({ type: 'paragraph', children: [image] });

/** Without the spaces and ends of lines that stood around a picture. */
function trim(run: readonly PhrasingContent[]): PhrasingContent[] {
  const isSpace = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const first = run.findIndex((node) => !isSpace(node));
  const last = run.findLastIndex((node) => !isSpace(node));
  return run.slice(first, last + 1).map((node, index, all) => {
    if (node.type !== 'text') return node;
    const begun = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === all.length - 1 ? begun.trimEnd() : begun };
  });
}
