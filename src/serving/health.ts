import type { RebuildState } from './rebuilds.ts';
import { sendJson, type Handler } from './site.ts';
import type { StoreState } from './keeper.ts';

/** How the running site is. It says nothing of anybody, and names no file. */
export interface Health {
  /** Whether all is well: what is sent is kept. */
  ok: boolean;
  store: StoreState;
  /** When the site that is served was built, as an ISO date and time. */
  built?: string;
  rebuild: RebuildState;
}

/** Where whoever watches over the site asks how it is. */
export const healthPath = '/gezondheid';

/** Tells how the site is: 200 when all is well, 503 when what is sent cannot be kept. */
export function createHealthDoor(read: () => Promise<Health>): Handler {
  return async (request, response) => {
    const [asked] = (request.url ?? '').split('?', 1);
    if (asked !== healthPath || (request.method !== 'GET' && request.method !== 'HEAD'))
      return false;
    const health = await read();
    sendJson(response, health.ok ? 200 : 503, health);
    return true;
  };
}
