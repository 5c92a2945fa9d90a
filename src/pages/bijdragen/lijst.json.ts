import type { APIRoute } from 'astro';
import { listSaid } from '../../library.ts';
import { toSaidList } from '../../model/said-list.ts';

/** Every contribution that was ever published, by id, and what it is about: the next build must know them all. */
export const GET: APIRoute = async () => Response.json(toSaidList(await listSaid()));
