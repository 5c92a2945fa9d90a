import type { Paragraph, Parent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../model/block.ts';
import type { Contribution, ContributionProps } from '../model/contribution.ts';
import type { Language } from '../model/language.ts';
import { ExpectedProps, QuestionProps, SayProps, TipProps, VoicesProps } from '../model/passage.ts';
import { StepProps, type Step } from '../model/step.ts';
import { own } from '../own/index.ts';
import { readAttributes, type Element } from './attributes.ts';
import type { Document } from './document.ts';
import { listItems, readChecklist, readPolarity, reportIncomplete } from './read-lists.ts';
import type { Reference } from './resolve-links.ts';
import { toHtml, toPhrases } from './to-html.ts';

/** What is needed to read a tree as blocks, and what is found on the way. */
export interface Reading {
  document: Document;
  language: Language;
  voices: ReadonlyMap<Element, { props: ContributionProps; letter: string }>;
  /** The first paragraph of every `<Step>`, in plain words. */
  summaries: ReadonlyMap<Element, string>;
  steps: Step[];
  /** Where each step stands, by its id. */
  stepElements: Map<string, Element>;
  contributions: Contribution[];
  /** Images in order, as they are written. */
  images: string[];
  references: Reference[];
}

/** Reads a tree as blocks: components with their data, and HTML for everything between them. */
export function readBlocks(reading: Reading, parent: Parent, step?: string): Block[] {
  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const close = () => {
    if (run.length > 0) blocks.push({ kind: 'html', html: toHtml(run, reading.language) });
    run = [];
  };
  for (const node of parent.children) {
    const block = readBlock(reading, node, step);
    if (block === 'text') {
      run.push(node);
      continue;
    }
    close();
    if (block) blocks.push(block);
  }
  close();
  return blocks;
}

/** A block; `'text'` when the node is running text; nothing when it could not be read (and was reported). */
function readBlock(
  reading: Reading,
  node: RootContent,
  step: string | undefined,
): Block | 'text' | undefined {
  if (node.type === 'paragraph') return readImage(reading, node) ?? 'text';
  if (node.type !== 'mdxJsxFlowElement') return 'text';
  const { document, language } = reading;
  const html = () => toHtml(node.children, language);
  switch (node.name) {
    case 'Step':
      return readStep(reading, node);
    case 'Question': {
      const props = readAttributes(document, node, QuestionProps);
      const text = toString(node)
        .trim()
        .replaceAll(/^[“"‘]|[”"’]$/g, '');
      return props && { kind: 'question', props, html: toPhrases(node.children, language), text };
    }
    case 'Say': {
      const props = readAttributes(document, node, SayProps);
      return props && { kind: 'say', from: props.from, html: toPhrases(node.children, language) };
    }
    case 'Tip': {
      const props = readAttributes(document, node, TipProps);
      return props && { kind: 'tip', from: props.from, html: html() };
    }
    case 'Voices': {
      const props = readAttributes(document, node, VoicesProps);
      const pairs = listItems(node);
      if (pairs.length === 0)
        reportIncomplete(document, node, 'a list of pairs: “- this, but also that”', 'no list');
      return props && { kind: 'voices', ...props, pairs };
    }
    case 'Checklist': {
      const checklist = readChecklist(document, node);
      return checklist && { kind: 'checklist', checklist };
    }
    case 'Polarity': {
      const polarity = readPolarity(document, node);
      return polarity && { kind: 'polarity', polarity };
    }
    case 'Contribution':
      return readContribution(reading, node, step);
    case 'Expected': {
      const props = readAttributes(document, node, ExpectedProps);
      return (
        props && { kind: 'expected', case: props.case, html: toPhrases(node.children, language) }
      );
    }
    default:
      return readOwn(reading, node);
  }
}

/** A component of an author's own: its schema says what it may be, and its words are words. */
function readOwn({ document, language }: Reading, element: Element): Block | undefined {
  const name = element.name ?? '';
  const component = Object.hasOwn(own, name) ? own[name] : undefined;
  const props = component && readAttributes(document, element, component.schema);
  return props && { kind: 'own', name, props, html: toHtml(element.children, language) };
}

function readImage({ images }: Reading, paragraph: Paragraph): Block | undefined {
  const [image] = paragraph.children;
  if (paragraph.children.length !== 1 || image?.type !== 'image') return undefined;
  const caption = image.title ? { caption: image.title } : {};
  return { kind: 'image', image: images.push(image.url) - 1, alt: image.alt ?? '', ...caption };
}

function readStep(reading: Reading, element: Element): Block | undefined {
  const props = readAttributes(reading.document, element, StepProps);
  const blocks = readBlocks(reading, element, props?.id);
  if (!props) return undefined;
  const step: Step = {
    ...props,
    summary: reading.summaries.get(element) ?? '',
    says: readSays(element),
  };
  reading.steps.push(step);
  reading.stepElements.set(step.id, element);
  if (props.practice !== undefined) {
    const at = {
      line: element.position?.start.line ?? 1,
      column: element.position?.start.column ?? 1,
    };
    reading.references.push({
      kind: 'practices',
      id: props.practice,
      written: props.practice,
      at,
      writes: props.notes !== 'none',
    });
  }
  return { kind: 'step', step, blocks };
}

/** The lines a facilitator says in this step, in plain words. */
const readSays = (element: Element): string[] =>
  (element.children as RootContent[]).flatMap((node) =>
    node.type === 'mdxJsxFlowElement' && node.name === 'Say'
      ? [toString(node).replaceAll(/\s+/g, ' ').trim()]
      : [],
  );

function readContribution(
  reading: Reading,
  element: Element,
  step: string | undefined,
): Block | undefined {
  const voice = reading.voices.get(element);
  if (!voice) return undefined;
  const contribution: Contribution = {
    ...voice.props,
    letter: voice.letter,
    ...(step === undefined ? {} : { step }),
    html: toHtml(element.children, reading.language),
    text: toString(element).replaceAll(/\s+/g, ' ').trim(),
  };
  reading.contributions.push(contribution);
  return { kind: 'contribution', contribution };
}
