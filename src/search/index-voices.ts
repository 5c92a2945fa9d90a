import { isDissent } from '../model/contribution.ts';
import type { ArchivedVoice } from '../model/voice-feed.ts';
import { toWords } from '../words/index.ts';

/** A record of its own in the index, in the shape Pagefind takes. */
export interface IndexRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A voice as search finds it: by its words, and opening where it stands. The codes are the same in every language. */
export function toIndexRecord(voice: ArchivedVoice): IndexRecord {
  const { blocks, found } = toWords(voice.language);
  const { pathname, hash } = new URL(voice.url);
  const stance = blocks.stances[voice.stance];
  const dissent = isDissent(voice.stance);
  return {
    url: pathname + hash,
    content: [voice.text, ...(voice.needs === undefined ? [] : [voice.needs])].join('\n'),
    language: voice.language,
    meta: {
      title: voice.whole,
      kind: 'bijdrage',
      finding: voice.step === undefined ? stance : found.title(stance, voice.step),
      ...(voice.state === undefined ? {} : { facts: found.states[voice.state] }),
      ...(dissent ? { mark: 'dissent' } : {}),
    },
    filters: {
      kind: ['bijdrage'],
      stance: [voice.stance],
      ...(dissent ? { dissent: ['only'] } : {}),
      ...(voice.state === undefined ? {} : { state: [voice.state] }),
      ...(voice.lewis.length === 0 ? {} : { lewis: voice.lewis.map(String) }),
    },
  };
}
