import type { Element, ElementContent, Root } from 'hast';

/** Everything that begins on a line of its own. */
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'center', 'details', 'div', 'dl', 'fieldset'],
  ...['figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'main', 'nav', 'ol'],
  ...['p', 'pre', 'section', 'table', 'ul'],
]);
/** In these, too, an empty line begins a paragraph. */
const holders = new Set(['blockquote', 'div', 'section', 'article', 'aside', 'center', 'main']);

/**
 * Makes paragraphs of text that has only empty lines between them, as WordPress kept it before it had blocks, and
 * breaks of the other ends of lines.
 */
export function toParagraphs(parent: Root | Element): void {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = () => {
    const isFilled = run.some((node) => node.type !== 'text' || node.value.trim() !== '');
    if (isFilled) made.push({ type: 'element', tagName: 'p', properties: {}, children: trim(run) });
    run = [];
  };
  for (const node of parent.children as ElementContent[]) {
    if (node.type === 'element' && blocks.has(node.tagName)) {
      end();
      if (holders.has(node.tagName)) toParagraphs(node);
      made.push(node);
    } else if (node.type === 'text') {
      const [first = '', ...more] = node.value.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/);
      run.push(...toLines(first));
      for (const part of more) {
        end();
        run.push(...toLines(part));
      }
    } else run.push(node);
  }
  end();
  parent.children = made;
}

const toLines = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((value, index): ElementContent[] => [
      ...(index === 0
        ? []
        : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ]);

/** Without the breaks at both ends. */
function trim(run: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent) =>
    (node.type === 'element' && node.tagName === 'br') ||
    (node.type === 'text' && node.value.trim() === '');
  const first = run.findIndex((node) => !isBreak(node));
  const last = run.findLastIndex((node) => !isBreak(node));
  return run.slice(first, last + 1);
}
