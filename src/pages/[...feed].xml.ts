import type { APIRoute, GetStaticPaths } from 'astro';
import { handbook } from '../handbook.ts';
import { listCases, listPractices } from '../library.ts';
import { toFeed } from '../machine/feeds.ts';
import { feedFormats, toFeedPath, type FeedFormat } from '../model/feed.ts';
import { languages, type Language } from '../model/language.ts';

interface Props {
  format: FeedFormat;
  language: Language;
}

export const getStaticPaths = (() =>
  languages.flatMap((language) =>
    (Object.keys(feedFormats) as FeedFormat[]).map((format) => ({
      params: { feed: toFeedPath(format, language).slice(1, -'.xml'.length) },
      props: { format, language },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { format, language } }) => {
  const [cases, practices] = await Promise.all([listCases(language), listPractices(language)]);
  const xml = toFeed(format, language, { cases, practices }, handbook);
  return new Response(xml, {
    headers: { 'Content-Type': `${feedFormats[format].type}; charset=utf-8` },
  });
};
