import type { APIRoute } from 'astro';
import { listTerms } from '../library.ts';
import { toFoundTerms } from '../components/terms.ts';

/** The Dutch terms, for the explanation beside a word and for near words in search. */
export const GET: APIRoute = async () => Response.json(toFoundTerms(await listTerms('nl'), 'nl'));
