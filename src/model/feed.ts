import type { Language } from './language.ts';

/** The two formats the news of the handbook is offered in, with what each is called on the wire. */
export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml' },
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

/** Where a feed stands. @example toFeedPath('atom', 'en') // => '/en/atom.xml' */
export const toFeedPath = (format: FeedFormat, language: Language): string =>
  `${language === 'nl' ? '' : `/${language}`}/${feedFormats[format].file}`;
