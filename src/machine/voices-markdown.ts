import type { Language } from '../model/language.ts';
import type { VoiceRecord } from '../model/voice-record.ts';
import { toWords } from '../words/index.ts';
import {
  joinBlocks,
  toBullets,
  toFact,
  toHeading,
  toMarkdownText,
  toQuote,
} from './markdown-text.ts';

/**
 * What readers say about a case or practice, as Markdown, oldest first; nothing when nobody said anything.
 * The author’s own voices stand in the text itself.
 */
export function toVoicesMarkdown(records: readonly VoiceRecord[], language: Language): string {
  const readers = records.filter(({ from }) => from === 'reader');
  if (readers.length === 0) return '';
  return joinBlocks([
    toHeading(2, toWords(language).found.said),
    ...[...readers].sort((a, b) => (a.sent < b.sent ? -1 : 1)).map(toVoiceMarkdown),
  ]);
}

function toVoiceMarkdown(record: VoiceRecord): string {
  const { blocks, found: w, machine } = toWords(record.language);
  const stance = blocks.stances[record.stance];
  return joinBlocks([
    toHeading(3, record.step === undefined ? stance : w.title(stance, record.step)),
    record.answered === undefined ? '' : toQuote(record.answered),
    ...record.text.split('\n').map(toMarkdownText),
    toBullets([
      ...(record.needs === undefined ? [] : [toFact(w.needs, record.needs)]),
      ...(record.state === undefined ? [] : [w.states[record.state]]),
      toMarkdownText(record.by === '' ? w.somebody : record.by),
      toFact(machine.published, record.published.slice(0, 10)),
    ]),
  ]);
}
