import type { Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { report, type Document } from './document.ts';

/** The body of a document as mdast, with the frontmatter taken out. Nothing when it cannot be read. */
export function parse(document: Document): Root | undefined {
  try {
    // Sätteri's own node types are wider than mdast's; the tree itself is standard mdast.
    // A text that ends inside an import, on a backslash, ends the whole process (Sätteri 0.10.5); a line end behind it prevents that.
    const tree = mdxToMdast(`${document.text}\n`, {
      features: { gfm: { footnotes: false } },
    }) as unknown as Root;
    tree.children = tree.children.filter((node) => node.type !== 'yaml');
    return isTooDeep(document, tree) ? undefined : tree;
  } catch (error) {
    reportSyntax(document, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Lists in lists in quotes: more than any text needs, and less than a walk over the tree can bear. */
const deepest = 60;

function isTooDeep(document: Document, tree: Root): boolean {
  let level: readonly RootContent[] = tree.children;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) {
      report(document, 'mdx-syntax', level[0], {
        expected: `at most ${String(deepest)} things inside each other`,
        found: 'more',
        hint: 'Bring this text to a level higher up.',
      });
      return true;
    }
    level = level.flatMap((node) => ('children' in node ? (node.children as RootContent[]) : []));
  }
  return false;
}

/** Sätteri puts the place in front of its message: `3:1: Expected a closing tag for `<Step>` (3:1) (mdx-jsx:…)`. */
function reportSyntax(document: Document, message: string): void {
  const [, line = '1', column = '1', rest = message] =
    /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const found = rest.replace(/\s*\([\w-]+:[\w-]+\)\s*$/, '').split('\n')[0] ?? rest;
  report(
    document,
    'mdx-syntax',
    { line: Number(line), column: Number(column) },
    {
      expected:
        'readable MDX: every tag closed in the right order, every “{” and “<” of a text written as “\\{” and “\\<”',
      found,
      hint: 'Look at this place and just above it. An opening tag and a closing tag each stand on a line of their own, with a blank line inside.',
    },
  );
}
