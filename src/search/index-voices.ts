import { isDissent } from '../model/contribution.ts';
import { readSubject } from '../model/subject.ts';
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

/**
 * A voice as search finds it: by its words, in a group with the page it is on, and opening where it stands.
 * The codes are the same in every language, so that a link to a search works in all of them.
 */
export function toIndexRecord(voice: ArchivedVoice): IndexRecord {
  const { pathname, hash } = new URL(voice.url);
  const dissent = isDissent(voice.stance);
  return {
    url: pathname + hash,
    content: [voice.text, ...(voice.needs === undefined ? [] : [voice.needs])].join('\n'),
    language: voice.language,
    meta: {
      title: voice.whole,
      kind: toKind(voice),
      voice: toWords(voice.language).blocks.stances[voice.stance],
      where: toWhere(voice),
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

/** The kind of page it stands on. */
function toKind({ subject, lewis }: ArchivedVoice): string {
  if (readSubject(subject)?.kind === 'cases') return 'casus';
  return lewis.length > 0 ? 'stap' : 'werkvorm';
}

function toWhere({ language, step, state, sent }: ArchivedVoice): string {
  const { found } = toWords(language);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(sent));
  return [
    ...(step === undefined ? [] : [found.atStep(step)]),
    ...(state === undefined ? [] : [found.came[state](day)]),
  ].join(', ');
}
