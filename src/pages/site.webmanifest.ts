import type { APIRoute } from 'astro';
import { handbook } from '../handbook.ts';
import { toManifest } from '../machine/manifest.ts';
import { sourceLanguage } from '../model/language.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(toManifest(handbook, sourceLanguage), null, 2), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
