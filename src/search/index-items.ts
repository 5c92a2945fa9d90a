import { isDissent } from '../model/contribution.ts';
import type { Facts, SubjectFacts } from '../model/search-facts.ts';
import { readSubject } from '../model/subject.ts';
import type { ArchivedVoice } from '../model/voice-feed.ts';
import { toWords } from '../words/index.ts';
import type { Item } from './index-build.ts';
import type { ReadPage } from './index-page.ts';

/** A page as search finds it: by its words, and by what the content knows of it and its passages. */
export function toPageItem(
  { title, meta, passages, href }: ReadPage & { href: string },
  facts: SubjectFacts = { page: {}, passages: {} },
): Item {
  const own = new Map<number, Facts>();
  const also = new Map<number, string>();
  passages.forEach((passage, at) => {
    const { also: more = '', ...rest } = facts.passages[passage.id] ?? {};
    if (Object.keys(rest).length > 0) own.set(at, rest);
    const names = `${passage.also} ${more}`.trim();
    if (names !== '') also.set(at, names);
  });
  const { kind = '' } = meta;
  return {
    leaf: {
      ...{ href, title, kind, facts: meta['facts'] ?? '', mark: meta['lewis'] ?? '' },
      passages: passages.map(({ id, title: heading, text }) => [id, heading, text]),
    },
    facts: { ...(kind === '' ? {} : { kind: [kind] }), ...facts.page },
    ...{ own, also },
  };
}

/**
 * A voice as search finds it: by its words, in a group with the page it is on, and opening where it stands.
 * The codes are the same in every language, so that a link to a search works in all of them.
 */
export function toVoiceItem(voice: ArchivedVoice): Item {
  const { pathname, hash } = new URL(voice.url);
  const dissent = isDissent(voice.stance);
  const text = [voice.text, ...(voice.needs === undefined ? [] : [voice.needs])]
    .join(' ')
    .replace(/\s+/g, ' ');
  return {
    leaf: {
      href: pathname + hash,
      title: voice.whole,
      kind: toKind(voice),
      facts: '',
      mark: dissent ? 'dissent' : '',
      voice: toWords(voice.language).blocks.stances[voice.stance],
      where: toWhere(voice),
      passages: [['', '', text]],
    },
    facts: {
      kind: ['bijdrage'],
      stance: [voice.stance],
      ...(dissent ? { dissent: ['only'] } : {}),
      ...(voice.state === undefined ? {} : { state: [voice.state] }),
      ...(voice.lewis.length === 0 ? {} : { lewis: voice.lewis.map(String) }),
    },
    own: new Map(),
    also: new Map(),
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
