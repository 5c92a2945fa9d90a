import { Readable } from 'node:stream';
import { ErrorLevel, SitemapStream, streamToPromise, type LinkItem } from 'sitemap';
import { toPath } from '../model/address.ts';
import { sourceLanguage } from '../model/language.ts';
import { isWritten, type SitePlace } from './places.ts';
import { toAddress } from './plain-text.ts';

/**
 * The sitemap of every page a search engine should know, each with its twins in other languages.
 * Pages that only repeat a text of the other language, and tools that hold no text, are left out.
 */
export async function toSitemap(places: readonly SitePlace[], site: string): Promise<string> {
  const twins = Map.groupBy(places.filter(isListed), ({ place }) => toPath(place, sourceLanguage));
  const items = [...twins.values()].flatMap((same) => {
    const links = toLinks(same, site);
    return same.map(({ place, language, changed }) => ({
      url: toAddress(site, toPath(place, language)),
      links,
      ...(changed === undefined ? {} : { lastmod: changed }),
    }));
  });
  const stream = new SitemapStream({
    hostname: site,
    level: ErrorLevel.THROW,
    lastmodDateOnly: true,
    xmlns: { news: false, video: false, image: false, xhtml: true },
  });
  const bytes = await streamToPromise(Readable.from(items).pipe(stream));
  return bytes.toString('utf8');
}

/** Tells crawlers they are welcome everywhere, and where the sitemap is. */
export const toRobots = (site: string): string =>
  ['User-agent: *', 'Allow: /', '', `Sitemap: ${toAddress(site, '/sitemap.xml')}`, ''].join('\n');

const isListed = (place: SitePlace): boolean => place.group !== 'tools' && isWritten(place);

/** Every language a page is in, itself included; readers of other languages get the source when there is one. */
function toLinks(same: readonly SitePlace[], site: string): LinkItem[] {
  const links: LinkItem[] = same.map(({ place, language }) => ({
    lang: language,
    url: toAddress(site, toPath(place, language)),
  }));
  const source = links.find(({ lang }) => lang === sourceLanguage) ?? links[0];
  return source ? [...links, { lang: 'x-default', url: source.url }] : links;
}
