import { toPlainText } from './plain-text.ts';

/**
 * Plain text as Markdown that shows it: signs that would be markup are escaped.
 * @example toMarkdownText('1 * 2 < [3]') // => '1 \\* 2 \\< \\[3\\]'
 */
export const toMarkdownText = (text: string): string =>
  toPlainText(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<~|]/g, '\\$&')
    // What would start a heading, quotation or list, or name a character.
    .replace(/^[#>+-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');

/** A link. @example toLink('Casus', '/casussen/sla.md') // => '[Casus](/casussen/sla.md)' */
export const toLink = (text: string, address: string): string =>
  `[${toMarkdownText(text)}](${address})`;

export const toHeading = (depth: number, text: string): string =>
  `${'#'.repeat(depth)} ${toMarkdownText(text)}`;

/** A heading with what stands under it; nothing at all when there is nothing under it. */
export const toPart = (depth: number, title: string, body: string): string =>
  body.trim() === '' ? '' : `${toHeading(depth, title)}\n\n${body}`;

/** A list of plain lines. */
export const toLines = (lines: readonly string[]): string => toBullets(lines.map(toMarkdownText));

/** A list of lines that are Markdown already. */
export const toBullets = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line}`).join('\n');

export const toNumbers = (lines: readonly string[]): string =>
  lines.map((line, index) => `${String(index + 1)}. ${line}`).join('\n');

/** A name with what belongs to it. @example toFact('Duur', '20 minuten') // => '**Duur:** 20 minuten' */
export const toFact = (name: string, value: string): string =>
  `**${name}:** ${toMarkdownText(value)}`;

export const toQuote = (text: string): string => `> ${toMarkdownText(text)}`;

/** Blocks with a white line between them; what is empty is left out. */
export const joinBlocks = (blocks: readonly string[]): string =>
  `${blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
