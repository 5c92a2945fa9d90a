import type { APIRoute } from 'astro';
import { offlineStore } from '../model/offline.ts';
import { serveOffline } from '../offline/worker.ts';

/** The program that serves kept pages without a network; pages ask for it at this address. */
export const GET: APIRoute = () =>
  new Response(`(${serveOffline.toString()})(self, ${JSON.stringify(offlineStore)});\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
