import type { Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report, type Document } from './document.ts';
import { toAttributePoint, type Element } from './attributes.ts';

/** A voice written in the text: the words it is about, and its letter in reading order. */
export interface VoiceAnchor {
  id: string;
  on: string;
  letter: string;
}

/**
 * Marks the words each `<Contribution>` is about in the paragraph just above it, and puts its letter behind them.
 * Runs before other plugins, which split text up.
 */
export function anchorVoices(
  document: Document,
  tree: Root,
  voices: ReadonlyMap<Element, VoiceAnchor>,
): void {
  walk(document, tree, voices);
}

function walk(document: Document, parent: Parent, voices: ReadonlyMap<Element, VoiceAnchor>): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== 'mdxJsxFlowElement') continue;
    const voice = voices.get(node);
    if (!voice) {
      walk(document, node, voices);
      continue;
    }
    const paragraph = findParagraphAbove(parent.children, index);
    if (paragraph && markWords(paragraph, voice)) continue;
    report(document, 'words-not-found', toAttributePoint(document, node, 'on'), {
      expected:
        'words that stand exactly so in the paragraph just above, without a link or markup inside them',
      found: `on="${voice.on}"${paragraph ? `, above: “${toString(paragraph).slice(0, 60)}…”` : ', and no paragraph above'}`,
      hint: 'Copy a few words from the paragraph above into on="…".',
    });
  }
}

/** The nearest paragraph above, looking past other voices about the same passage. */
function findParagraphAbove(nodes: readonly RootContent[], index: number): Paragraph | undefined {
  for (let above = index - 1; above >= 0; above -= 1) {
    const node = nodes[above];
    if (node?.type === 'paragraph') return node;
    if (node?.type !== 'mdxJsxFlowElement' || node.name !== 'Contribution') return undefined;
  }
  return undefined;
}

function markWords(parent: Parent, voice: VoiceAnchor): boolean {
  for (const [index, node] of parent.children.entries()) {
    if (node.type === 'text') {
      const at = node.value.indexOf(voice.on);
      if (at === -1) continue;
      const rest = node.value.slice(at + voice.on.length);
      parent.children.splice(
        index,
        1,
        ...[
          { ...node, value: node.value.slice(0, at) },
          ...toAnchor(voice),
          { ...node, value: rest },
        ].filter((part) => part.type !== 'text' || part.value !== ''),
      );
      return true;
    }
    if (
      (node.type === 'emphasis' || node.type === 'strong') &&
      !node.data?.hName &&
      markWords(node, voice)
    )
      return true;
  }
  return false;
}

const toAnchor = ({ id, on, letter }: VoiceAnchor): PhrasingContent[] => [
  {
    type: 'emphasis',
    data: { hName: 'mark', hProperties: { className: ['anker'], id: `anker-${id}` } },
    children: [{ type: 'text', value: on }],
  },
  {
    type: 'link',
    url: `#kant-${id}`,
    data: { hProperties: { className: ['ref'], dataVoice: id } },
    children: [{ type: 'text', value: letter }],
  },
];
