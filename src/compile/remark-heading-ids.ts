import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Heading } from '../model/block.ts';
import { report, type Document } from './document.ts';

export interface HeadingOptions {
  document: Document;
  /** Ids that are taken: steps, boards, checklists. */
  taken: readonly string[];
  /** Called for every heading, in order. */
  onHeading: (heading: Heading) => void;
}

/**
 * Gives every heading an id from its own words. The page has the only h1 and a `<Step>` draws its own h2,
 * so a body starts at `##` and a step at `###`.
 */
export function remarkHeadingIds({ document, taken, onHeading }: HeadingOptions) {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    for (const id of taken) slugger.slug(id);
    visitHeadings(tree, 1, (heading, above) => {
      if (heading.depth === 1 || heading.depth > above + 1) reportLevel(document, heading, above);
      const text = toString(heading);
      const id = slugger.slug(text);
      heading.data = { ...heading.data, hProperties: { id } };
      onHeading({ id, text, depth: heading.depth });
    });
  };
}

/** Calls for every heading with the depth of the heading above it. */
function visitHeadings(
  parent: Pick<Root, 'children'>,
  start: number,
  call: (heading: HeadingNode, above: number) => void,
): void {
  let above = start;
  for (const node of parent.children) {
    if (node.type === 'heading') {
      call(node, above);
      above = node.depth;
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Step') {
      above = 2;
      visitHeadings(node, 2, call);
    }
  }
}

function reportLevel(document: Document, heading: HeadingNode, above: number): void {
  report(document, 'heading-level', heading, {
    expected:
      above === 1
        ? 'a heading that starts with “##”'
        : `a heading of at most ${String(above + 1)} signs: “${'#'.repeat(above + 1)}”`,
    found: `“${'#'.repeat(heading.depth)} ${toString(heading)}”`,
    hint: 'The page already has its title. Use one sign more than the heading above, or fewer.',
  });
}
