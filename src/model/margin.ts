import type { Block } from './block.ts';
import type { Contribution } from './contribution.ts';
import { isOpen } from './ladder.ts';
import { toLetter } from './letter.ts';
import { markWords } from './mark-words.ts';
import { isDissent } from './contribution.ts';
import type { SaidContribution } from './said.ts';
import { toSpokenText } from './spoken-text.ts';
import { isThere, type WholeThread } from './whole-thread.ts';

/** A story with the voices of readers beside it. */
export interface MarginStory {
  blocks: Block[];
  /** The voices whose words are marked in the text: the author’s, and those of readers. */
  marked: ReadonlySet<string>;
  /** The author’s voices that get no note of their own. */
  withoutNote: ReadonlySet<string>;
  /** The voices of each step that wait under the waterline, by its id. */
  waiting: ReadonlyMap<string, readonly string[]>;
}

/** This many notes fit beside one passage; the others wait under the waterline. */
export const mostNotes = 3;

/**
 * Puts voices of readers beside the passage they are about: after the paragraph with the words they answer, which are
 * marked, or else at the end of the step. Those of a step that find no room are only counted, and so is what is in
 * another language than the text. Letters go on after the author’s, in reading order.
 */
export function toMarginStory(
  subject: string,
  blocks: readonly Block[],
  { dissents, others }: WholeThread,
  about: { language: string; toSpeaker: (said: SaidContribution) => string },
): MarginStory {
  const said = [...dissents, ...others]
    .map((voice) => voice.said)
    .filter(isThere)
    // A note says whether it agrees; what has no stance stands in the conversation only.
    .filter((one) => !one.isAuthor && one.stance !== 'unstated');
  const bySubject = Map.groupBy(said, (one) => one.subject);
  const marked = new Set(listOwn(blocks).map(({ id }) => id));
  const withoutNote = new Set<string>();
  const waiting = new Map<string, string[]>();
  let letters = marked.size;
  const put = (inside: readonly Block[], voices: readonly SaidContribution[]): Block[] => {
    const placed = [...inside];
    const loose: Block[] = [];
    for (const one of voices) {
      const note = toNote(one, about.toSpeaker(one));
      const letter = toLetter(letters);
      const isMarked = one.language === about.language && markIn(placed, one, { ...note, letter });
      if (isMarked) {
        letters += 1;
        marked.add(one.id);
      } else loose.push({ kind: 'contribution', contribution: note });
    }
    return [...placed, ...loose];
  };
  const story = blocks.map((block): Block => {
    if (block.kind !== 'step') return block;
    const voices = bySubject.get(`${subject}#${block.step.id}`) ?? [];
    const own = listOwn(block.blocks).toSorted((a, b) => a.date.localeCompare(b.date));
    const chosen = choose(voices, Math.max(0, mostNotes - own.length));
    const rest = own.slice(mostNotes).map(({ id }) => id);
    for (const id of rest) withoutNote.add(id);
    waiting.set(block.step.id, [...rest, ...voices.slice(chosen.length).map(({ id }) => id)]);
    return { ...block, blocks: put(block.blocks, inReadingOrder(block.blocks, chosen)) };
  });
  return { blocks: story, marked, withoutNote, waiting };
}

/** The voices that get a note: open dissent first, then the oldest; there is always room for one that is open. */
const choose = (voices: readonly SaidContribution[], room: number): SaidContribution[] =>
  voices.slice(0, Math.max(room, voices.some(isOpen) ? 1 : 0));

/** So that letters follow each other down the page. */
function inReadingOrder(
  blocks: readonly Block[],
  voices: readonly SaidContribution[],
): SaidContribution[] {
  const text = blocks
    .map((block) => (block.kind === 'html' ? toSpokenText(block.html) : ''))
    .join(' ');
  const at = (one: SaidContribution) => {
    const place = one.answered?.sentence === undefined ? -1 : text.indexOf(one.answered.sentence);
    return place === -1 ? text.length : place;
  };
  return [...voices].sort((a, b) => at(a) - at(b));
}

/** Marks the words of a voice in the first block that has them, and puts its note after that paragraph. */
function markIn(blocks: Block[], one: SaidContribution, contribution: Contribution): boolean {
  const words = one.answered?.sentence;
  if (words === undefined) return false;
  const mark = { id: one.id, letter: contribution.letter, agrees: !isDissent(one.stance) };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'html') continue;
    const found = markWords(block.html, words, mark);
    if (found === undefined) continue;
    const rest: Block[] = found.after === '' ? [] : [{ kind: 'html', html: found.after }];
    const note: Block = { kind: 'contribution', contribution };
    blocks.splice(index, 1, { kind: 'html', html: found.before }, note, ...rest);
    return true;
  }
  return false;
}

/** A reader’s contribution as a note; it has a letter only where its words are marked. */
const toNote = (one: SaidContribution, role: string): Contribution => ({
  id: one.id,
  stance: one.stance,
  on: one.answered?.sentence ?? '',
  ...(one.needs === undefined ? {} : { needs: one.needs }),
  role,
  date: one.sent.slice(0, 10),
  letter: '',
  html: one.html,
  text: toSpokenText(one.html),
  language: one.language,
});

const listOwn = (blocks: readonly Block[]): Contribution[] =>
  blocks.flatMap((block) =>
    block.kind === 'step'
      ? listOwn(block.blocks)
      : block.kind === 'contribution'
        ? [block.contribution]
        : [],
  );
