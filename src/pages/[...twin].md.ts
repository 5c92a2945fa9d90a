import type { APIRoute, GetStaticPaths } from 'astro';
import { toCaseKey } from '../case-routes.ts';
import { handbook } from '../handbook.ts';
import { listSources } from '../library.ts';
import type { SitePlace } from '../machine/places.ts';
import { toTwin } from '../machine/twin.ts';
import { toMarkdownPath, type Place } from '../model/address.ts';
import { readAllPlaces, readPlaces, readShelves, readVoicesOf } from '../shelves.ts';

interface Props {
  site: SitePlace;
}

export const getStaticPaths = (async () =>
  Promise.all(
    (await readAllPlaces()).map(async (site) => ({
      params: { twin: toMarkdownPath(site.place, site.language).slice(1, -'.md'.length) },
      props: { site },
      ...(isOfOneCase(site.place) ? await toCaseKey(site.place.id) : {}),
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { site } }) => {
  const [shelves, places, sources, voices] = await Promise.all([
    readShelves(site.language),
    readPlaces(site.language),
    listSources(),
    readVoicesOf(site.place, site.language),
  ]);
  return new Response(toTwin(site, { shelves, places, sources, handbook, voices }), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

const isOfOneCase = (place: Place): place is Place & { kind: 'case' | 'guide' } =>
  place.kind === 'case' || place.kind === 'guide';
