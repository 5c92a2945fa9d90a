import type { Paragraph, Parents, PhrasingContent, RootContent, Text } from 'mdast';

const inline = new Set<string>([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'],
]);
const flow = new Set<string>(['root', 'blockquote', 'listItem']);
/** What may stand directly in these, besides words. */
const parts: Record<string, string> = {
  list: 'listItem',
  table: 'tableRow',
  tableRow: 'tableCell',
};

/**
 * Makes a tree one that could have been read from Markdown. HTML lets a block of code stand in a heading and loose words
 * in a list; only where words belong are they kept from meaning more than they say.
 */
export function fitTogether(parent: Parents): void {
  const children = parent.children as RootContent[];
  const part = parts[parent.type];
  if (part !== undefined)
    parent.children = children.map((node) => (node.type === part ? node : wrap(node, part)));
  else if (flow.has(parent.type)) parent.children = gather(children.flatMap(unwrap));
  else parent.children = children.flatMap(toPhrases);
  for (const node of parent.children) {
    if ('children' in node) fitTogether(node);
    // An empty line would end it.
    if (node.type === 'inlineCode') node.value = node.value.replaceAll(/\s+/g, ' ').trim() || ' ';
  }
}

const wrap = (node: RootContent, type: string): RootContent =>
  ({ type, children: [node] }) as RootContent;

/** A part of something that is not there is only what is in it. */
const unwrap = (node: RootContent): RootContent[] =>
  node.type === 'tableRow' || node.type === 'tableCell' || node.type === 'listItem'
    ? (node.children as RootContent[]).flatMap(unwrap)
    : [node];

/** Words that stand loose get a paragraph, as many as stand together. */
function gather(children: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  let run: Paragraph | undefined;
  for (const node of children) {
    if (!inline.has(node.type)) {
      run = undefined;
      made.push(node);
      continue;
    }
    if (run === undefined) {
      run = { type: 'paragraph', children: [] };
      made.push(run);
    }
    run.children.push(node as PhrasingContent);
  }
  return made;
}

/** Where only words can be, the words of something are what is left of it. */
function toPhrases(node: RootContent): RootContent[] {
  if (inline.has(node.type)) return [node];
  if ('children' in node) return (node.children as RootContent[]).flatMap(toPhrases);
  const text: Text = { type: 'text', value: 'value' in node ? node.value : '' };
  return text.value === '' ? [] : [text];
}
