import { parseArgs } from 'node:util';
import { suggest, toList } from '../src/compile/suggest.ts';
import { isLanguage, languages } from '../src/model/language.ts';
import type { PdfPlan } from './pdf-plan.ts';

export const usage = [
  'npm run cards [-- [--deck=DECK] [--format=FORMAT] [--language=LANGUAGE] [--shift=SIDEWAYS,DOWN]]',
  '  Makes the PDFs of the handbook: cards, sheets, cases and the whole. What did not change is not made again.',
  '  --deck, --format and --language choose; each may be given more than once.',
  '  --shift moves the backs of cards by so many millimetres, and is remembered; the calibration sheet tells how many.',
].join('\n');

/** What was asked for on the command line. */
export interface CardsOrder {
  decks: readonly string[];
  formats: readonly string[];
  languages: readonly string[];
  shift?: { dx: number; dy: number };
}

/** Something asked for that cannot be done; the message says what can. */
export class OrderError extends Error {}

/** Further than this no printer is off; it must be a slip of the pen. */
const mostShift = 10;

/** Reads the command line. */
export function readOrder(given: readonly string[]): CardsOrder {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { deck: text, format: text, language: text, shift: { type: 'string' } },
    });
    return {
      decks: values.deck ?? [],
      formats: values.format ?? [],
      languages: values.language ?? [],
      ...(values.shift === undefined ? {} : { shift: readShift(values.shift) }),
    };
  } catch (error) {
    if (error instanceof OrderError) throw error;
    throw new OrderError(usage, { cause: error });
  }
}

function readShift(text: string): { dx: number; dy: number } {
  const [dx, dy, ...more] = text
    .replaceAll('−', '-')
    .split(',')
    .map((part) => (part.trim() === '' ? NaN : Number(part)));
  const isGood = (millimetres: number | undefined): millimetres is number =>
    millimetres !== undefined && Math.abs(millimetres) <= mostShift;
  if (more.length > 0 || !isGood(dx) || !isGood(dy))
    throw new OrderError(
      `“${text}” is no shift. Give two numbers of millimetres, at most ${String(mostShift)}, with a point: --shift=0.5,-1`,
    );
  return { dx, dy };
}

/** The PDFs that were asked for; all of them when nothing was chosen. */
export function choosePlans(
  plans: readonly PdfPlan[],
  { decks, formats, languages: wanted }: CardsOrder,
): PdfPlan[] {
  for (const language of wanted) {
    if (!isLanguage(language))
      throw new OrderError(
        `There is no language “${language}”. Languages: ${toList([...languages])}.`,
      );
  }
  const known = (name: 'deck' | 'format') => [
    ...new Set(plans.flatMap((plan) => plan[name] ?? [])),
  ];
  refuseUnknown('deck', decks, known('deck'));
  const papers = known('format');
  refuseUnknown(
    'format',
    formats.filter((name) => !papers.some((full) => full.startsWith(`${name}-`))),
    papers,
  );
  const isIn = (list: readonly string[], value: string | undefined) =>
    list.length === 0 || (value !== undefined && list.includes(value));
  // A format without its paper means all papers.
  const isFormat = (format: string | undefined) =>
    isIn(formats, format) || isIn(formats, format?.replace(/-[^-]+$/, ''));
  return plans.filter(
    (plan) => isIn(decks, plan.deck) && isFormat(plan.format) && isIn(wanted, plan.language),
  );
}

function refuseUnknown(noun: string, wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const all = known.length === 0 ? 'There are none yet.' : `Known: ${toList(known)}.`;
  throw new OrderError(
    `There is no ${noun} “${unknown}”. ${suggest(unknown, known, '')} ${all}`.replaceAll('  ', ' '),
  );
}
