import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { toPath, toRangePath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { LewisRange, lewisRanges, type LewisStep } from '../model/lewis.ts';
import { report, type Document } from './document.ts';
import { replaceText } from './replace-text.ts';

export interface StepReferenceOptions {
  document: Document;
  language: Language;
  /** The practice of each Lewis step. */
  lewis: Partial<Record<LewisStep, string>>;
}

const pattern =
  /(?<![\p{L}\p{N}-])(stap|stappen|step|steps)[ \u00A0](\d{1,2})(?:[ \u00A0]?(-|–|t\/m|tot en met|to|en|and)[ \u00A0]?(\d{1,2}))?(?![\p{N}]|[.,:]\p{N})/giu;

/**
 * Turns “stap 4”, “stappen 1-3” and “steps 1 to 4” in running text into links: one step to its practice,
 * a range to its group. A step that does not exist is a problem.
 */
export function remarkStepReferences(options: StepReferenceOptions) {
  return (tree: Root): void => {
    replaceText(tree, pattern, (match, node) => toReference(match, node, options));
  };
}

function toReference(
  match: RegExpExecArray,
  node: Text,
  options: StepReferenceOptions,
): PhrasingContent[] | undefined {
  const [whole, , first = '', joint, last] = match;
  const isNeighbours = Number(last) === Number(first) + 1;
  // “Stappen 1 en 4” are two steps, not a range: only the first one is near enough to its word to link.
  if (joint !== undefined && /^(en|and)$/i.test(joint) && !isNeighbours) {
    const lead = whole.slice(0, whole.indexOf(first) + first.length);
    const link = toLink(first, lead, node, options);
    return link && [link, { type: 'text', value: whole.slice(lead.length) }];
  }
  const link = toLink(last === undefined ? first : `${first}-${last}`, whole, node, options);
  return link && [link];
}

function toLink(
  written: string,
  label: string,
  node: Text,
  { document, language, lewis }: StepReferenceOptions,
): Link | undefined {
  const range = LewisRange.safeParse(written);
  const practice = range.success ? lewis[Number(range.data) as LewisStep] : undefined;
  const url = practice
    ? toPath({ kind: 'practice', id: practice }, language)
    : range.success
      ? written.includes('-')
        ? toRangePath(range.data, language)
        : toPath({ kind: 'steps' }, language)
      : undefined;
  if (url === undefined) {
    report(document, 'unknown-step-reference', node, {
      expected: `a step from 1 to 5, or one of the ranges ${lewisRanges.join(', ')}`,
      found: `“${label}”`,
      hint: 'Change the number. Do you mean something else than a step of the method? Then use another word, like “onderdeel” or “part”.',
    });
    return undefined;
  }
  return {
    type: 'link',
    url,
    data: { hProperties: { className: ['stapref'] } },
    children: [{ type: 'text', value: label }],
  };
}
