import { Feed } from 'feed';
import { toPath } from '../model/address.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Language } from '../model/language.ts';
import { readSubject } from '../model/subject.ts';
import {
  toHeard,
  toVoiceFeedPath,
  voiceFeedFormats,
  type Followed,
  type VoiceFeedFormat,
} from '../model/voice-feed.ts';
import type { VoiceRecord } from '../model/voice-record.ts';
import { toWords } from '../words/index.ts';
import { toAddress, toHtmlText, toPlainText } from './plain-text.ts';

/** News is for people who have been here before: the newest are enough. The archive has them all. */
const most = 50;

/** What a feed is made from. */
export interface VoiceFeedSource {
  followed: Followed;
  /** What it is about, in the language of the feed; empty for all voices. */
  about: string;
  /** Every voice in the language of the feed, newest first. */
  records: readonly VoiceRecord[];
}

/** What readers and authors contribute, as Atom or JSON Feed. An unchanged feed is the same to the byte. */
export function toVoiceFeed(
  format: VoiceFeedFormat,
  language: Language,
  { followed, about, records }: VoiceFeedSource,
  handbook: Handbook,
): string {
  const w = toWords(language).found.feeds;
  const name = toPlainText(handbook.name);
  const titles = followed.open
    ? { all: w.allOpen(name), one: w.aboutOpen(name, about) }
    : { all: w.all(name), one: w.about(name, about) };
  const head: Head = {
    title: about === '' ? titles.all : titles.one,
    description: followed.open ? w.descriptionOpen : w.description,
    language,
    page: toAddress(handbook.address, toPagePath(followed, language)),
    self: toAddress(handbook.address, toVoiceFeedPath(followed, format, language)),
    handbook,
  };
  const entries = toHeard(records, followed)
    .slice(0, most)
    .map((record) => toEntry(record, handbook.address));
  return withoutUnseen(format === 'atom' ? toAtom(head, entries) : toJsonFeed(head, entries));
}

/** What a voice is about, in words. */
export const toAboutWords = (
  titles: { step?: string; whole: string } | undefined,
  language: Language,
): string => toWords(language).found.about(titles?.step ?? '', titles?.whole ?? '');

interface Head {
  title: string;
  description: string;
  language: Language;
  page: string;
  self: string;
  handbook: Handbook;
}

interface FeedEntry {
  title: string;
  link: string;
  by: string;
  html: string;
  tags: string[];
  published: string;
  updated: string;
}

function toEntry(record: VoiceRecord, site: string): FeedEntry {
  const { blocks, found: w } = toWords(record.language);
  const link = toAddress(site, record.path);
  const stance = blocks.stances[record.stance];
  const quote =
    record.answered === undefined
      ? ''
      : `<blockquote><p>${toHtmlText(record.answered)}</p></blockquote>`;
  const needs =
    record.needs === undefined
      ? ''
      : `<p><strong>${w.needs}:</strong> ${toHtmlText(record.needs)}</p>`;
  return {
    title: w.title(stance, toAboutWords(record, record.language)),
    link,
    by: record.by === '' ? w.somebody : record.by,
    html: `${quote}${withAbsoluteLinks(record.html, link)}${needs}`,
    tags: [stance, ...(record.state === undefined ? [] : [w.states[record.state]])],
    published: record.published,
    updated: record.updated,
  };
}

function toAtom(
  { title, description, language, page, self, handbook }: Head,
  entries: FeedEntry[],
) {
  const feed = new Feed({
    id: self,
    title,
    description,
    language,
    link: page,
    feed: self,
    // The newest voice, not the moment of the build: an unchanged feed stays the same to the byte.
    updated: new Date(entries[0]?.updated ?? 0),
    author: { name: handbook.name, link: toAddress(handbook.address, '/') },
    copyright: handbook.licence.name,
    generator: false,
  });
  for (const { title: name, link, by, html, tags, published, updated } of entries)
    feed.addItem({
      title: toHtmlText(name),
      id: link,
      link,
      content: html,
      author: [{ name: by }],
      category: tags.map((tag) => ({ name: tag, term: tag })),
      published: new Date(published),
      date: new Date(updated),
    });
  // The writer has no way to say which language a feed is in.
  return feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
}

/** Version 1.1, which says who wrote what and in which language; the package writes version 1. */
function toJsonFeed({ title, description, language, page, self }: Head, entries: FeedEntry[]) {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: page,
    feed_url: self,
    language,
    items: entries.map((entry) => ({
      id: entry.link,
      url: entry.link,
      title: entry.title,
      content_html: entry.html,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: [{ name: entry.by }],
      tags: entry.tags,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** The page somebody comes to from the feed. */
function toPagePath({ subject }: Followed, language: Language): string {
  const parts = readSubject(subject ?? '');
  if (parts === undefined) return toPath({ kind: 'home' }, language);
  const kind = parts.kind === 'cases' ? 'case' : 'practice';
  const hash = parts.step === undefined ? '' : `#${parts.step}`;
  return `${toPath({ kind, id: parts.id }, language)}${hash}`;
}

/** Addresses that are told from the page, told from anywhere. */
const withAbsoluteLinks = (html: string, page: string): string =>
  html.replaceAll(
    /(\s(?:href|src|cite)=")((?!\/\/)[/#][^"]*)/g,
    (_, before: string, path: string) => before + toHtmlAddress(path, page),
  );

const toHtmlAddress = (path: string, page: string): string =>
  URL.canParse(path.replaceAll('&amp;', '&'), page)
    ? new URL(path.replaceAll('&amp;', '&'), page).href.replaceAll('&', '&amp;')
    : path;

/** XML has no place for some signs, not even as a reference; nobody sees them anywhere. */
const withoutUnseen = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** What a feed is served as. */
export const toVoiceFeedHeaders = (format: VoiceFeedFormat): Record<string, string> => ({
  'Content-Type': `${voiceFeedFormats[format].type}; charset=utf-8`,
});
