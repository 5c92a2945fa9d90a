import type { APIRoute } from 'astro';
import { handbook } from '../handbook.ts';
import { toRobots } from '../machine/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(toRobots(handbook.address), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
