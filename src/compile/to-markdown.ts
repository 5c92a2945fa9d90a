import type {
  BlockContent,
  DefinitionContent,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as mdastToMarkdown } from 'mdast-util-to-markdown';
import { isElement } from './check-vocabulary.ts';

/** Writes a body as plain Markdown: components become headings, quotes and lists that any reader understands. */
export function toMarkdown(tree: Root): string {
  const plain: Root = { type: 'root', children: tree.children.flatMap(toPlain) };
  return mdastToMarkdown(plain, {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '_',
    rule: '-',
  });
}

function toPlain(node: RootContent): RootContent[] {
  if (isCode(node)) return [];
  if (!isElement(node)) return [toPlainInside(node)];
  const children = (node.children as RootContent[]).flatMap(toPlain);
  const attribute = (name: string): string => {
    const found = node.attributes.find(
      (each) => each.type === 'mdxJsxAttribute' && each.name === name,
    );
    return typeof found?.value === 'string' ? found.value : '';
  };
  switch (node.name) {
    case 'Step':
      return [heading(2, attribute('title')), ...children];
    case 'Question':
    case 'Say':
    case 'Tip':
      return [quote(children)];
    case 'Contribution':
      return [
        quote([
          ...children,
          ...(attribute('needs') === '' ? [] : [text(`→ ${attribute('needs')}`)]),
          text(`— ${attribute('role')}`),
        ]),
      ];
    case 'Voices':
      return [heading(3, attribute('title')), ...children];
    case 'Checklist':
      return [
        heading(3, attribute('title')),
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: children.filter((child) => child.type === 'listItem'),
        },
      ];
    case 'Check':
      return [
        { type: 'listItem', checked: false, spread: false, children: asParagraphs(children) },
      ];
    case 'Polarity':
      return [
        heading(3, attribute('title')),
        text(attribute('purpose')),
        ...children,
        text(attribute('fear')),
      ];
    case 'Pole':
      return [heading(4, attribute('name')), ...children];
    default:
      return children;
  }
}

/** Inline components keep only their words. */
function toPlainInside<T extends RootContent>(node: T): T {
  if (!('children' in node)) return node;
  return { ...node, children: toPlainAll(node.children) };
}

const toPlainAll = (nodes: readonly RootContent[]): RootContent[] =>
  nodes
    .filter((node) => !isCode(node))
    .flatMap((node) =>
      isElement(node) ? toPlainAll(node.children as RootContent[]) : toPlainInside(node),
    );

/** Code has been reported as a problem; it has no place in plain words. */
const isCode = (node: RootContent): boolean =>
  ['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'].includes(node.type);

const text = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});
const heading = (depth: 2 | 3 | 4, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
});
const quote = (children: RootContent[]): RootContent => ({
  type: 'blockquote',
  children: asParagraphs(children),
});

/** Loose words in a component are a paragraph. */
function asParagraphs(children: RootContent[]): (BlockContent | DefinitionContent)[] {
  const isPhrasing = (node: Nodes): node is PhrasingContent =>
    ['text', 'emphasis', 'strong', 'link', 'delete', 'inlineCode', 'break'].includes(node.type);
  const loose = children.filter(isPhrasing);
  return loose.length > 0 && loose.length === children.length
    ? [{ type: 'paragraph', children: loose }]
    : (children as (BlockContent | DefinitionContent)[]);
}
