/**
 * How much fits on one side of a card, in millimetres of an A6 card. Every format is this side at another scale, so
 * what fits here fits everywhere: the height is that of a quarter of US Letter, which is less than a quarter of A4.
 * How many signs fit in a line is told on the safe side, by the widest of the lines of this handbook.
 */
export const side = {
  width: 105,
  height: 139.7,
  /** Nothing is printed this close to the edge of a card. */
  safe: 6,
} as const;

/** How a kind of text is set: how many signs fit in a line, how high a line is, and what stands between two texts. */
interface Setting {
  signs: number;
  line: number;
  gap: number;
}

/** Every kind of text on a card. Sizes are those of src/styles/cards.css. */
const settings = {
  /** 26 pt, for a title that fits in two lines of it; else 20 pt. */
  bigTitle: { signs: 20, line: 9.6, gap: 0 },
  title: { signs: 26, line: 7.8, gap: 0 },
  /** 14 pt. */
  purpose: { signs: 42, line: 6.3, gap: 2 },
  /** 20 pt. */
  invitation: { signs: 30, line: 8.2, gap: 7.5 },
  /** 13 pt, and so are the lines to say. */
  does: { signs: 43, line: 5.6, gap: 1.5 },
  says: { signs: 45, line: 5.6, gap: 1.5 },
  /** 9.5 pt, beside a word that tells what it is. */
  row: { signs: 44, line: 4.5, gap: 1.1 },
  /** 11 pt. */
  no: { signs: 50, line: 4.9, gap: 1 },
} as const satisfies Record<string, Setting>;
export type CardText = keyof typeof settings;

/** What stands on a side besides its texts. */
export const fixed = {
  /** Between the edges that stay empty. */
  room: side.height - 2 * (side.safe + 0.5),
  /** The least a figure needs, what has to be known before choosing, and the line at the foot. */
  front: 16 + 4 + 12 + 8,
  /** The head of any other side: the figure and the name. */
  head: 12,
  /** The line at the foot of a side. */
  foot: 6,
  /** The heading above a group of texts. */
  group: 7,
  /** The band around a no. */
  band: 11,
  /** What may be written down, and six lines for the no in the room. */
  lines: 47,
  /** Instead of them, where nobody writes. */
  silence: 14,
  /** The code, the address and the version. */
  code: 21,
} as const;

/** How high a text is, with what comes before it. */
export function toHeight(kind: CardText, text: string): number {
  const { signs, line, gap } = settings[kind];
  return gap + countLines(text, signs) * line;
}

/** How many lines a text takes when words are never cut, except one that is longer than a line. */
export function countLines(text: string, signs: number): number {
  let lines = 1;
  let at = 0;
  for (const word of text.split(/\s+/)) {
    const width = toWidth(word);
    if (at > 0 && at + 1 + width <= signs) at += 1 + width;
    else {
      // The first word stands on the first line, also when it needs more than that one.
      if (at > 0) lines += 1;
      lines += Math.max(0, Math.ceil(width / signs) - 1);
      at = width === 0 ? 0 : width - signs * (Math.ceil(width / signs) - 1);
    }
  }
  return lines;
}

/** Signs of scripts that are not Latin, Greek or Cyrillic are wider, and come from another font. */
const toWidth = (word: string): number =>
  Array.from(word.replaceAll(/[\u00ad\u200b]/g, '')).reduce(
    (sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2.6 : sign > '\u052f' ? 1.4 : 1),
    0,
  );
