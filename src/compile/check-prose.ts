import type { Node, Paragraph, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkLintRecommended from 'remark-preset-lint-recommended';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { findAttribution } from '../model/attribution.ts';
import type { Side } from '../model/find-attribution.ts';
import type { Language } from '../model/language.ts';
import { toReadingLevel } from '../model/reading-level.ts';
import { isElement } from './check-vocabulary.ts';
import { report, toPointAt, type Document } from './document.ts';

/** What a text is read with: its language, and the sides of the case it tells. */
interface Reader {
  language: Language;
  sides: readonly Side[];
}

/** Checks words as words: whether a summary gives somebody away, whether a paragraph is hard to read, and its form. */
export function checkProse(document: Document, tree: Root, reader: Reader): void {
  for (const voices of listElements(tree, 'Voices')) checkVoices(document, voices, reader);
  for (const paragraph of listParagraphs(tree)) checkReading(document, paragraph, reader.language);
  checkForm(document, tree);
}

/** In a summary nobody can tell who said what; that is what makes it one. */
function checkVoices(document: Document, voices: Parent, { language, sides }: Reader): void {
  for (const line of listLines(voices)) {
    const found = findAttribution(toString(line), language, sides);
    if (found === undefined) continue;
    const start = line.position?.start.offset ?? 0;
    const at = document.text.slice(start, line.position?.end.offset).indexOf(found);
    report(document, 'attributed-voice', toPointAt(document, start + Math.max(0, at)), {
      expected: 'a line that gives nobody away, like “We want to go on, but there is doubt too”',
      found: `“${found}”`,
      hint: 'Say what was heard, and not from whom: no names, no function, no “he” or “she”.',
    });
  }
}

const listLines = (parent: Parent): Parent[] =>
  parent.children.flatMap((node) => {
    if (node.type === 'paragraph') return node;
    return 'children' in node ? listLines(node) : [];
  });

/** Fewer words than this say nothing about a level. */
const fewestWords = 25;

function checkReading(document: Document, paragraph: Paragraph, language: Language): void {
  const level = toReadingLevel(toString(paragraph), language);
  if (!level || level.words < fewestWords || !level.isHard) return;
  const { formula, score, wordsPerSentence, syllablesPerWord } = level;
  const round = (number: number) => String(Math.round(number * 10) / 10);
  report(document, 'hard-to-read', paragraph, {
    expected:
      formula === 'Flesch-Douma'
        ? 'a score of 60 or more (about B1)'
        : 'grade 9 or less (about B1)',
    found: `${formula} ${String(Math.round(score))}: ${round(wordsPerSentence)} words a sentence, ${round(syllablesPerWord)} syllables a word`,
    hint:
      wordsPerSentence > 15
        ? 'Make two sentences of the longest one. Say who does what.'
        : 'Use shorter words where there are any. Say who does what.',
  });
}

/** Running text, and not what is inside of components: those have limits of their own. */
const listParagraphs = (parent: Parent): Paragraph[] =>
  parent.children.flatMap((node) => {
    if (node.type === 'paragraph') return node;
    const isStep = node.type === 'mdxJsxFlowElement' && node.name === 'Step';
    return isStep ? listParagraphs(node) : [];
  });

/** The rule itself would have it between angle brackets, which in MDX begin a component. */
const bareAddress = {
  found: 'an address without words',
  hint: 'Write it as a link: [words that say where it leads](the address).',
};

const lint = unified().use(remarkLintRecommended).freeze();

function checkForm(document: Document, tree: Root): void {
  const file = new VFile({ value: document.text });
  lint.runSync(tree, file);
  for (const { line, column, reason, ruleId } of file.messages)
    report(
      document,
      'untidy-markdown',
      { line: line ?? 1, column: column ?? 1 },
      {
        expected: `Markdown that every program reads in the same way (${ruleId ?? 'remark-lint'})`,
        ...(ruleId === 'no-literal-urls'
          ? bareAddress
          : {
              found: reason,
              hint: 'Tidy this place. To show such a sign itself, write “\\” before it.',
            }),
      },
    );
}

const listElements = (parent: Parent, name: string): Parent[] =>
  parent.children.flatMap((node: Node & { children?: unknown }) => [
    ...(isElement(node) && node.name === name ? [node] : []),
    ...('children' in node ? listElements(node as Parent, name) : []),
  ]);
