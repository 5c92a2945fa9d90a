import type { APIRoute } from 'astro';
import { handbook } from '../handbook.ts';
import { toSitemap } from '../machine/sitemap.ts';
import { readAllPlaces } from '../shelves.ts';

export const GET: APIRoute = async () =>
  new Response(await toSitemap(await readAllPlaces(), handbook.address), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
