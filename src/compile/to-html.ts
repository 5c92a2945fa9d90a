import type { Element as HastElement, ElementContent } from 'hast';
import { toHtml as hastToHtml } from 'hast-util-to-html';
import type { Nodes, RootContent } from 'mdast';
import { toHast, type Handler } from 'mdast-util-to-hast';
import { toTermPath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import type { Element } from './attributes.ts';
import { inlineHtml } from './vocabulary.ts';

/** Writes checked mdast as HTML. Only known inline elements come through; nothing raw ever does. */
export function toHtml(nodes: readonly RootContent[], language: Language): string {
  const tree = { type: 'root', children: [...nodes] } as Nodes;
  const inline: Handler = (state, node: Element) => toInline(node, state.all(node), language);
  const hast = toHast(tree, {
    handlers: {
      mdxJsxTextElement: inline,
      mdxJsxFlowElement: inline,
      mdxFlowExpression: nothing,
      mdxTextExpression: nothing,
      mdxjsEsm: nothing,
    },
  });
  return hastToHtml(hast);
}

/** Writes a paragraph's words without the `<p>` around them. */
export const toPhrases = (nodes: readonly RootContent[], language: Language): string =>
  toHtml(
    nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : node)),
    language,
  );

const nothing: Handler = () => undefined;

function toInline(
  node: Element,
  children: ElementContent[],
  language: Language,
): HastElement | ElementContent[] {
  const name = node.name ?? '';
  const attributes = Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
  if (name === 'Term') {
    const id = attributes['id'] ?? '';
    return {
      type: 'element',
      tagName: 'a',
      properties: { className: ['term'], href: toTermPath(id, language), dataTerm: id },
      children,
    };
  }
  const known = inlineHtml[name];
  // An unknown element has been reported; its words stay.
  if (!known) return children;
  const properties = Object.fromEntries(
    Object.entries(attributes).filter(([key]) => known.includes(key)),
  );
  return { type: 'element', tagName: name, properties, children };
}
