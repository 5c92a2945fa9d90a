import type { APIRoute } from 'astro';
import { toFoundTerms } from '../../components/terms.ts';
import { listTerms } from '../../library.ts';

/** The English terms, for the explanation beside a word and for near words in search. */
export const GET: APIRoute = async () => Response.json(toFoundTerms(await listTerms('en'), 'en'));
