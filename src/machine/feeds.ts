import { Feed, type Item } from 'feed';
import { toPath } from '../model/address.ts';
import type { Case, Practice } from '../model/entry.ts';
import { toFeedPath, type FeedFormat } from '../model/feed.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { toCaseDay, type Shelves } from './places.ts';
import { toAddress, toHtmlText, toPlainText } from './plain-text.ts';

/** News is for people who have been here before: the newest are enough. */
const most = 50;

/**
 * The news of the handbook as RSS or Atom: cases and practices, newest first. A feed speaks one language,
 * so a text that has not been translated waits in the feed of its own language.
 */
export function toFeed(
  format: FeedFormat,
  language: Language,
  { cases, practices }: Pick<Shelves, 'cases' | 'practices'>,
  handbook: Handbook,
): string {
  const at = (path: string) => toAddress(handbook.address, path);
  const home = at(toPath({ kind: 'home' }, language));
  const w = toWords(language).machine;
  const items = [
    ...cases.filter(isIn(language)).map((entry) => toCaseItem(entry, format, at)),
    ...practices.filter(isIn(language)).map((entry) => toPracticeItem(entry, format, at)),
  ]
    .sort((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, most);

  const feed = new Feed({
    id: home,
    title: w.feedTitle(handbook.name),
    description: handbook.tagline[language],
    language,
    link: home,
    feed: at(toFeedPath(format, language)),
    // The newest text, not the moment of the build: an unchanged feed stays the same to the byte.
    updated: items[0]?.date ?? new Date(0),
    author: { name: handbook.name, link: home },
    copyright: handbook.licence.name,
    generator: false,
  });
  for (const item of items) feed.addItem(item);
  return format === 'rss' ? feed.rss2() : withLanguage(feed.atom1(), language);
}

function toCaseItem(entry: Case, format: FeedFormat, at: (path: string) => string): Item {
  const w = toWords(entry.language);
  return {
    ...toItem(entry, format, at(toPath({ kind: 'case', id: entry.id }, entry.language))),
    description: `<p>${toHtmlText(entry.summary)}</p>`,
    date: toDate(toCaseDay(entry)),
    published: toDate(entry.published),
    category: [toCategory(entry.status === 'exercise' ? w.case.exercise : w.machine.case)],
  };
}

function toPracticeItem(entry: Practice, format: FeedFormat, at: (path: string) => string): Item {
  const w = toWords(entry.language).practice;
  return {
    ...toItem(entry, format, at(toPath({ kind: 'practice', id: entry.id }, entry.language))),
    description: `<p>${toHtmlText(entry.purpose)}</p>`,
    date: toDate(entry.reviewed),
    category: [toCategory(entry.lewis ? w.step(entry.lewis) : w.kind[entry.kind])],
  };
}

/** RSS takes a title as plain text, while the Atom writer declares it to be HTML. */
const toItem = ({ title, licence }: Case | Practice, format: FeedFormat, link: string) => ({
  title: format === 'atom' ? toHtmlText(title) : toPlainText(title),
  link,
  copyright: licence,
});

const toCategory = (name: string) => ({ name, term: name });
const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isIn =
  (language: Language) =>
  (entry: { language: Language }): boolean =>
    entry.language === language;

/** The Atom writer has no way to say which language a feed is in. */
const withLanguage = (xml: string, language: Language): string =>
  xml.replace('<feed ', `<feed xml:lang="${language}" `);
