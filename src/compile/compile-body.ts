import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { unified } from 'unified';
import type { Block, Heading } from '../model/block.ts';
import { ContributionProps, type Contribution } from '../model/contribution.ts';
import type { Side } from '../model/find-attribution.ts';
import type { Language } from '../model/language.ts';
import { toLetter } from '../model/letter.ts';
import type { LewisStep } from '../model/lewis.ts';
import type { Step } from '../model/step.ts';
import { anchorVoices } from './anchor-voices.ts';
import { readAttributes, toAttributePoint, type Element } from './attributes.ts';
import { checkProse } from './check-prose.ts';
import { checkSteps } from './check-steps.ts';
import { checkVocabulary, isElement } from './check-vocabulary.ts';
import { report, type Document } from './document.ts';
import { parse } from './parse.ts';
import { readBlocks, type Reading } from './read-blocks.ts';
import { remarkGlossary, type GlossaryIndex } from './remark-glossary.ts';
import { remarkHeadingIds } from './remark-heading-ids.ts';
import { remarkPassages } from './remark-passages.ts';
import { remarkStepReferences } from './remark-step-references.ts';
import { resolveLinks, type LocalLink, type Reference } from './resolve-links.ts';
import { toMarkdown } from './to-markdown.ts';

/** What a body needs to know of the rest of the handbook. */
export interface Surroundings {
  language: Language;
  glossary: GlossaryIndex | undefined;
  /** The practice of each Lewis step. */
  lewis: Partial<Record<LewisStep, string>>;
  /** The practice this body belongs to, if it is one. */
  practice?: string;
  /** The sides of the case this body tells, if it is one. */
  sides?: readonly Side[];
}

export interface Body {
  blocks: Block[];
  headings: Heading[];
  steps: Step[];
  /** Whether every step as it is written could be read, so that steps can be held against each other. */
  isWhole: boolean;
  contributions: Contribution[];
  images: string[];
  markdown: string;
  terms: string[];
  /** Every id on the page that a link may lead to. */
  anchors: string[];
  references: Reference[];
  localLinks: LocalLink[];
}

/**
 * Compiles a body: parse once, check once, run the remark plugins, read as blocks.
 * Problems are noted in the document; nothing comes back when the text cannot be parsed.
 */
export function compileBody(document: Document, surroundings: Surroundings): Body | undefined {
  const tree = parse(document);
  if (!tree) return undefined;
  checkVocabulary(document, tree);
  const { language, glossary, lewis, practice, sides = [] } = surroundings;
  checkProse(document, tree, { language, sides });
  const { references, localLinks } = resolveLinks(document, tree, language);
  const markdown = toMarkdown(tree);
  const ids = readIds(document, tree);
  unified().use(remarkPassages).runSync(tree);
  const summaries = readSummaries(tree);
  const voices = readVoices(document, tree);
  anchorVoices(
    document,
    tree,
    new Map(
      [...voices].map(([element, { props, letter }]) => [
        element,
        { id: props.id, on: props.on, letter },
      ]),
    ),
  );
  references.push(...listTermReferences(document, tree));

  const headings: Heading[] = [];
  const terms = new Set(
    references.filter(({ kind, id }) => kind === 'glossary' && id !== '').map(({ id }) => id),
  );
  unified()
    .use(remarkHeadingIds, { document, taken: ids, onHeading: (heading) => headings.push(heading) })
    .use(remarkStepReferences, { document, language, lewis })
    .use(remarkGlossary, {
      index: glossary,
      language,
      onTerm: (id) => terms.add(id),
      ...(practice === undefined ? {} : { practice }),
    })
    .runSync(tree);

  const reading: Reading = {
    document,
    language,
    voices,
    summaries,
    steps: [],
    stepElements: new Map(),
    contributions: [],
    images: [],
    references,
  };
  const blocks = readBlocks(reading, tree);
  const { steps, contributions, images } = reading;
  const isWhole = hasEveryStep(document, tree, steps);
  if (isWhole) checkSteps(document, steps, reading.stepElements, voices);
  const anchors = [
    ...ids,
    ...steps.flatMap((step) => step.formerIds),
    ...headings.map(({ id }) => id),
    ...listPassageIds(tree),
  ];
  return {
    blocks,
    headings,
    steps,
    isWhole,
    contributions,
    images,
    markdown,
    terms: [...terms],
    anchors,
    references,
    localLinks,
  };
}

/** The ids components carry on the page; two the same are a problem. Checks are unique within their own list. */
function readIds(document: Document, tree: Root): string[] {
  const seen = new Map<string, Element>();
  for (const element of walkElements(tree.children)) {
    if (element.name === 'Term' || element.name === 'Check') continue;
    const attribute = element.attributes.find(
      (each) => each.type === 'mdxJsxAttribute' && each.name === 'id',
    );
    const id = attribute?.value;
    if (typeof id !== 'string') continue;
    const first = seen.get(id);
    if (!first) {
      seen.set(id, element);
      continue;
    }
    report(document, 'duplicate-id', toAttributePoint(document, element, 'id'), {
      expected: 'an id that is used once on this page',
      found: `id="${id}", also on <${first.name ?? ''}> in line ${String(first.position?.start.line ?? 1)}`,
      hint: 'Give one of them another id. Was one of them published before? Then change the other.',
    });
  }
  return [...seen.keys()];
}

/** The first paragraph of every step, before letters of voices are put in. */
const readSummaries = (tree: Root): Map<Element, string> =>
  new Map(
    [...walkElements(tree.children)].flatMap((element): [Element, string][] => {
      const first = (element.children as RootContent[]).find((node) => node.type === 'paragraph');
      return element.name === 'Step' && first
        ? [[element, toString(first).replaceAll(/\s+/g, ' ').trim()]]
        : [];
    }),
  );

/** A step that could not be read has its own problem; what misses it is not wrong for that. */
function hasEveryStep(document: Document, tree: Root, steps: readonly Step[]): boolean {
  const written = [...walkElements(tree.children)].filter(({ name }) => name === 'Step');
  const ids = new Set(steps.map(({ id }) => id));
  const isStray = document.problems.some(({ name }) =>
    ['unknown-component', 'misplaced-component'].includes(name),
  );
  return ids.size === written.length && !isStray;
}

function readVoices(
  document: Document,
  tree: Root,
): Map<Element, { props: ContributionProps; letter: string }> {
  const voices = new Map<Element, { props: ContributionProps; letter: string }>();
  for (const element of walkElements(tree.children)) {
    if (element.name !== 'Contribution') continue;
    const props = readAttributes(document, element, ContributionProps);
    if (props) voices.set(element, { props, letter: toLetter(voices.size) });
  }
  return voices;
}

const listTermReferences = (document: Document, tree: Root): Reference[] =>
  [...walkElements(tree.children)].flatMap((element) => {
    const attribute =
      element.name === 'Term'
        ? element.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')
        : undefined;
    if (typeof attribute?.value !== 'string') return [];
    const at = toAttributePoint(document, element, 'id');
    return [{ kind: 'glossary' as const, id: attribute.value, written: attribute.value, at }];
  });

function* walkElements(nodes: readonly RootContent[]): Generator<Element> {
  for (const node of nodes) {
    if (isElement(node)) yield node;
    if ('children' in node) yield* walkElements(node.children);
  }
}

const listPassageIds = (tree: { children: readonly RootContent[] }): string[] =>
  tree.children.flatMap((node) => {
    if (node.type === 'paragraph')
      return typeof node.data?.hProperties?.id === 'string' ? [node.data.hProperties.id] : [];
    return node.type === 'mdxJsxFlowElement' && node.name === 'Step' ? listPassageIds(node) : [];
  });
