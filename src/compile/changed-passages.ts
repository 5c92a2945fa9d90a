/** A passage of a text, and the line it begins on. */
export interface ChangedPassage {
  line: number;
  text: string;
}

/**
 * What changed between two versions of a text, passage by passage: those that are new or changed, with their lines in the
 * new version, and those that are no longer there.
 */
export function findChangedPassages(
  before: string,
  after: string,
): { changed: ChangedPassage[]; gone: ChangedPassage[] } {
  const [old, now] = [listPassages(before), listPassages(after)];
  return { changed: without(now, old), gone: without(old, now) };
}

/** Those of the one that are not in the other, each as often as it is there more. */
function without(some: readonly ChangedPassage[], others: readonly ChangedPassage[]) {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return some.filter(({ text }) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times <= 0;
  });
}

/** In the frontmatter each field is a passage; behind it a blank line ends one. */
function listPassages(text: string): ChangedPassage[] {
  const passages: ChangedPassage[] = [];
  let isInFields = false;
  let open: ChangedPassage | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '---' && (index === 0 || isInFields)) {
      isInFields = index === 0;
      open = undefined;
      continue;
    }
    const begins = isInFields ? /^\S/.test(line) : open === undefined;
    if (line.trim() === '') {
      open = undefined;
    } else if (begins || open === undefined) {
      open = { line: index + 1, text: line.trim() };
      passages.push(open);
    } else {
      open.text += ` ${line.trim()}`;
    }
  }
  return passages;
}
