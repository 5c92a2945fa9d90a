import type { DeskItem, DeskView } from '../discussion/desk-asked.ts';
import { undoMinutes, type RecentRuling } from '../discussion/store.ts';
import { toPath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { toWhole } from '../model/subject.ts';
import { toAge, toCounted, type DeskSentences } from './desk-sentences.ts';
import {
  get,
  toFlags,
  toPlacePath,
  toVoiceFlags,
  toVoiceTexts,
  type Part,
  type Sentences,
} from './page-facts.ts';

/** What a page says things with, and when. */
export type Say = Sentences & { desk: DeskSentences; now: Date; language: Language };

type Queue = Extract<DeskView, { view: 'queue' }>;
type Published = Extract<DeskView, { view: 'published' }>;

/** What waits, and the one that is decided about now. */
export function toQueuePart({ waiting, total, chosen, recent }: Queue, say: Say): Part {
  const { desk, now } = say;
  const [oldest] = waiting;
  return {
    flags: toFlags({
      chosen: chosen !== undefined,
      nothing: total === 0,
      later: total > waiting.length,
      recent: recent.length > 0,
    }),
    texts: {
      count: toCounted(desk.waiting, total),
      later: toCounted(desk.later, total - waiting.length),
      oldest:
        oldest === undefined
          ? ''
          : desk.oldest.replace('{age}', toAge(desk, now.getTime() - toSince(oldest))),
    },
    lists: {
      chosen: chosen === undefined ? [] : [toItemPart(chosen, say)],
      waiting: waiting.map((item) => {
        const part = toItemPart(item, say);
        const flags = toFlags({ current: item.id === chosen?.id, other: item.id !== chosen?.id });
        const links = { one: `${toPath({ kind: 'desk' }, say.language)}?id=${item.id}#beslis` };
        return { ...part, flags: new Set([...(part.flags ?? []), ...flags]), links };
      }),
      recent: recent.map((ruling) => toRecentPart(ruling, say)),
    },
  };
}

/** What is published and was sought, and what can still be undone. */
export const toListParts = (
  { found, recent }: Published,
  say: Say,
): NonNullable<Part['lists']> => ({
  found: found.map((item) => {
    const part = toItemPart(item, say);
    const { ladder, steps } = item;
    const isStanding = item.status === 'published';
    return {
      ...part,
      flags: new Set([
        ...(part.flags ?? []),
        ...toFlags({ ladder: ladder !== undefined, standing: isStanding, elsewhere: !isStanding }),
        ...toFlags({ moves: ladder !== undefined && isStanding && ladder.open }),
      ]),
      texts: {
        ...part.texts,
        rung: get(say.desk.rungs, ladder?.rung) ?? '',
        status: get(say.desk.states, item.status) ?? item.status,
      },
      lists: {
        steps: steps.map((step) => ({
          texts: { step, title: get(say.places, `${toWhole(item.subject)}#${step}`) ?? step },
        })),
      },
    };
  }),
  recent: recent.map((ruling) => toRecentPart(ruling, say)),
});

/** One contribution as everybody will see it, beside the passage as it was answered. */
function toItemPart(item: DeskItem, say: Say): Part {
  const { id, ref, html, words, on, language, answered } = item;
  const [before, after] = cut(answered?.text ?? '', on);
  return {
    flags: toFlags({
      ...toVoiceFlags(item),
      on: on !== undefined,
      passage: answered !== undefined,
      marked: after !== undefined,
      edited: item.edited !== undefined,
      'was-published': item.wasPublished,
      answers: item.to !== undefined,
      foreign: language !== say.language,
    }),
    texts: {
      ...toVoiceTexts(item, say),
      ...{ ref, id, anchor: `stem-${id}`, title: `titel-${id}` },
      on: on ?? '',
      age: toAge(say.desk, say.now.getTime() - toSince(item)),
      excerpt: toExcerpt(words),
      before,
      mark: after === undefined ? '' : (on ?? ''),
      after: after ?? '',
    },
    html: { words: html },
    links: { place: toPlacePath(item) },
    lang: language,
  };
}

const toRecentPart = ({ id, subject, stance, as, at, rulings }: RecentRuling, say: Say): Part => {
  const gone = Math.floor((say.now.getTime() - Date.parse(at)) / 60_000);
  return {
    texts: {
      // Which text it was, undoing looks up itself.
      ref: `${id}@1@${rulings}`,
      what: get(say.desk.verdicts, as) ?? as,
      stance: get(say.stances, stance) ?? '',
      place: get(say.places, subject) ?? subject,
      left: toCounted(say.desk.left, Math.max(1, undoMinutes - gone)),
    },
  };
};

/** Since when a text waits. */
const toSince = ({ sent, edited }: DeskItem): number => Date.parse(edited ?? sent);

/** How much of a passage is shown on each side of the sentence, and of words in a line of a list. */
const [mostBeside, mostExcerpt] = [320, 140];

/** What comes before a sentence and after it, as far as it fits; its beginning when the sentence is not there. */
function cut(text: string, sentence: string | undefined): [string, string?] {
  const at = sentence === undefined ? -1 : text.indexOf(sentence);
  if (sentence === undefined || at === -1) return [toStart(text, 2 * mostBeside)];
  const [before, after] = [text.slice(0, at), text.slice(at + sentence.length)];
  return [toEnd(before, mostBeside), toStart(after, mostBeside)];
}

/** The beginning of the words as they were typed. */
const toExcerpt = (words: string): string =>
  toStart(
    words
      .replaceAll(/<\/?[a-z][^>]*>/gi, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    mostExcerpt,
  );

/** The beginning of a text, up to a whole word. */
function toStart(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s*\S*$/u, '')} …`;
}

function toEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  return `… ${text.slice(-most).replace(/^\S*\s*/u, '')}`;
}
