import type { Node, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';

/** Gives what comes instead of a match; nothing leaves the text as it is. */
type Replace = (match: RegExpExecArray, node: Text) => PhrasingContent[] | undefined;

/** Places whose words are not running text: links already lead somewhere, headings and spoken lines stay bare. */
const closed = new Set(['link', 'linkReference', 'heading', 'inlineCode', 'code', 'definition']);
const closedComponents = new Set([
  'Question',
  'Say',
  'Voices',
  'Checklist',
  'Polarity',
  'Contribution',
  'Term',
  'q',
  'cite',
]);

export const isClosed = (node: Node): boolean =>
  closed.has(node.type) ||
  ('name' in node && typeof node.name === 'string' && closedComponents.has(node.name));

/** Replaces matches of a pattern in running text by other nodes. New nodes are not looked at again. */
export function replaceText(tree: Root | Parent, pattern: RegExp, replace: Replace): void {
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type === 'text') return splitText(node, pattern, replace);
    if ('children' in node && !isClosed(node)) replaceText(node, pattern, replace);
    return [node];
  });
}

function splitText(node: Text, pattern: RegExp, replace: Replace): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(pattern)) {
    const replacement = replace(match, node);
    if (!replacement) continue;
    if (match.index > end) parts.push({ ...node, value: node.value.slice(end, match.index) });
    parts.push(...replacement);
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return [node];
  if (end < node.value.length) parts.push({ ...node, value: node.value.slice(end) });
  return parts;
}
