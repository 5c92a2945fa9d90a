import type { APIRoute } from 'astro';
import { handbook } from '../handbook.ts';
import { toLlmsText } from '../machine/llms.ts';
import { readAllPlaces } from '../shelves.ts';

export const GET: APIRoute = async () =>
  new Response(toLlmsText(await readAllPlaces(), handbook), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
