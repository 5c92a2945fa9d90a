import type { Node, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report, type Document } from './document.ts';
import type { Element } from './attributes.ts';
import { toAttributePoint } from './attributes.ts';
import { suggest, toList } from './suggest.ts';
import { inlineHtml, vocabulary } from './vocabulary.ts';

/**
 * Refuses what content may not hold: code, unknown components, components in the wrong place, free HTML.
 * Comments (`{/* … *\/}`) are taken out of the tree.
 */
export function checkVocabulary(document: Document, tree: Root): void {
  walk(document, tree, undefined);
}

export const isElement = (node: Node): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function walk(document: Document, parent: Parent, inside: string | undefined): void {
  parent.children = parent.children.filter((node) => !isComment(node));
  for (const node of parent.children) {
    checkCode(document, node);
    if (isElement(node)) checkElement(document, node, inside);
    if ('children' in node) walk(document, node, isElement(node) ? (node.name ?? '') : inside);
  }
}

const isComment = (node: Node): boolean =>
  (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
  /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test((node as unknown as { value: string }).value);

function checkCode(document: Document, node: Node): void {
  if (node.type === 'mdxjsEsm') {
    report(document, 'import-in-content', node, {
      expected: 'words and components; everything a case needs is in the vocabulary already',
      found: firstLine((node as unknown as { value: string }).value),
      hint: 'Remove this line. Is it a sentence that starts with “import” or “export”? Then put another word first.',
    });
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    report(document, 'expression-in-content', node, {
      expected: 'words; content runs no code',
      found: `{${firstLine((node as unknown as { value: string }).value)}}`,
      hint: 'Write the result itself. To show a brace, write “\\{”.',
    });
  }
}

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 60) ?? '';

function checkElement(document: Document, element: Element, inside: string | undefined): void {
  const name = element.name ?? '';
  const component = vocabulary[name];
  if (!component) {
    checkHtml(document, element, name);
    return;
  }
  const tag = `<${name}>`;
  if (component.inside && !isAllowedIn(component.inside, inside)) {
    report(document, 'misplaced-component', element, {
      expected:
        component.inside.length === 0
          ? `${tag} outside every other component`
          : `${tag} directly inside ${component.inside.map((other) => `<${other}>`).join(' or ')}`,
      found: inside === undefined ? `${tag} in the running text` : `${tag} inside <${inside}>`,
      hint: 'Move it, or close the component above it first.',
    });
  }
  const around = inside === undefined ? undefined : vocabulary[inside];
  if (
    around &&
    component.display === 'block' &&
    !component.inside &&
    !around.holds?.includes(name)
  ) {
    report(document, 'misplaced-component', element, {
      expected: around.holds
        ? `inside <${inside ?? ''}>: ${toList(around.holds)}`
        : `only words inside <${inside ?? ''}>`,
      found: tag,
      hint: `Close <${inside ?? ''}> before ${tag}.`,
    });
  }
  if (component.needsText && toString(element).trim() === '') {
    report(document, 'incomplete-component', element, {
      expected: `words inside ${tag}`,
      found: 'nothing',
      hint: `Write something between ${tag} and </${name}>, or remove it.`,
    });
  }
}

const isAllowedIn = (allowed: readonly string[], inside: string | undefined): boolean =>
  inside === undefined ? allowed.length === 0 : allowed.includes(inside);

function checkHtml(document: Document, element: Element, name: string): void {
  const known = inlineHtml[name];
  if (!known) {
    const isHtml = /^[a-z]/.test(name);
    report(document, isHtml ? 'html-in-content' : 'unknown-component', element, {
      expected: isHtml
        ? `Markdown, or one of ${toList(Object.keys(inlineHtml))}`
        : `one of ${toList(Object.keys(vocabulary))}`,
      found: name === '' ? 'an empty tag “<>”' : `<${name}>`,
      hint: isHtml
        ? 'Write it in Markdown: **bold**, *italic*, a blank line for a new paragraph.'
        : suggest(name, Object.keys(vocabulary), 'Remove the tags, or see the list of components.'),
    });
    return;
  }
  for (const attribute of element.attributes) {
    if (
      attribute.type === 'mdxJsxAttribute' &&
      known.includes(attribute.name) &&
      typeof attribute.value === 'string'
    )
      continue;
    const written = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    report(
      document,
      'html-in-content',
      attribute.type === 'mdxJsxAttribute' ? toAttributePoint(document, element, written) : element,
      {
        expected:
          known.length === 0
            ? `<${name}> without attributes`
            : `<${name}> with only ${toList(known)}`,
        found: written,
        hint: 'Remove it. Looks are decided by the handbook, not by a text.',
      },
    );
  }
}
