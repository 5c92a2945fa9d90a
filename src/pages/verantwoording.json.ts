import type { APIRoute } from 'astro';
import { listLedger } from '../library.ts';
import { howToCheck, noDigest, type PublicLedger } from '../model/ledger.ts';

/** The whole ledger, for whoever wants to check it. */
export const GET: APIRoute = async () => {
  const entries = await listLedger();
  const head = entries.at(-1)?.digest ?? noDigest;
  return Response.json({ how: howToCheck, head, entries } satisfies PublicLedger);
};
