import type { Passage } from './anchor.ts';
import type { Block } from './block.ts';
import type { Practice } from './entry.ts';
import type { Polarity } from './polarity.ts';

/**
 * The passage that the blocks of a step are: its words in reading order, and their digest. Author’s voices, their
 * letters and links are no part of it, so a passage stays the same when something is only said about it.
 */
export const toPassage = (blocks: readonly Block[]): Passage => toDigested(toTexts(blocks));

/** The words of a case that stand outside its steps: the passage of the case as a whole. */
export const toStoryPassage = (blocks: readonly Block[]): Passage =>
  toPassage(blocks.filter(({ kind }) => kind !== 'step'));

const practiceLines = ['purpose', 'when', 'notWhen', 'invitation', 'output'] as const;
const practiceLists = ['does', 'says', 'signsToMoveOn', 'signsNotYet', 'pitfalls'] as const;

export type PracticeText = Pick<
  Practice,
  (typeof practiceLines)[number] | (typeof practiceLists)[number] | 'accessibleVariant' | 'blocks'
>;

/** The passage of a practice: what stands on its card, and then its story. */
export const toPracticePassage = (practice: PracticeText): Passage =>
  toDigested([
    ...practiceLines.map((name) => practice[name]),
    ...practiceLists.flatMap((name) => practice[name]),
    practice.accessibleVariant,
    ...toTexts(practice.blocks),
  ]);

/** A text as a passage holds it, and its digest. */
function toDigested(texts: readonly string[]): Passage {
  const text = texts.map(toPlain).filter(Boolean).join('\n');
  // A voice between two paragraphs cuts the blocks there; the words are still the same.
  return { digest: toDigest(text.replaceAll('\n', ' ')), text };
}

function toTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'step':
        return [block.step.title, ...toTexts(block.blocks)];
      case 'voices':
        return [block.title, ...block.pairs.map(toWords)];
      case 'checklist':
        return [block.checklist.title, ...block.checklist.checks.map(({ text }) => toWords(text))];
      case 'polarity':
        return toBoardTexts(block.polarity);
      case 'image':
        return block.caption === undefined ? [] : [block.caption];
      case 'contribution':
        return [];
      default:
        return [toWords(block.html)];
    }
  });
}

const toBoardTexts = ({ title, purpose, fear, poles }: Polarity): string[] => [
  ...[title, purpose, fear],
  ...poles.flatMap(({ name, ...lists }) => [name, ...Object.values(lists).flat().map(toWords)]),
];

/** The words of HTML the compiler wrote: without tags, and without the letters of author’s voices. */
function toWords(html: string): string {
  const withoutLetters = html.replaceAll(/<a\b[^>]*\bdata-voice=[^>]*>[^<]*<\/a>/g, '');
  const words = withoutLetters
    .replaceAll(
      /<\/?(?:p|li|ul|ol|h[1-6]|blockquote|table|tr|td|th|dl|dt|dd|pre|br|hr)\b[^>]*>/g,
      ' ',
    )
    .replaceAll(/<[^>]*>/g, '');
  return words.replaceAll(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) =>
    toSign(name, whole),
  );
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function toSign(name: string, whole: string): string {
  if (!name.startsWith('#')) return signs[name] ?? whole;
  const isHex = name[1] === 'x' || name[1] === 'X';
  return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

const toPlain = (text: string): string =>
  text.normalize().replaceAll('\u00ad', '').replaceAll('&shy;', '').replaceAll(/\s+/g, ' ').trim();

/**
 * A digest of 53 bits (cyrb53, public domain): it tells whether a text changed, not whether somebody meddled with it,
 * so it need not be slow, and it is the same in a build, on a server and in a browser.
 */
function toDigest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
