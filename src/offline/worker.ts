/** What the program needs of the browser it runs in. */
export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Pick<Location, 'origin'>;
  caches: Pick<CacheStorage, 'open'>;
  fetch(request: Request): Promise<Response>;
  setTimeout(wake: () => void, milliseconds: number): unknown;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asking extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** How to look in the store: `?start=1000` is the same page, and packing does not matter. */
interface Loosely {
  ignoreSearch: true;
  ignoreVary: true;
}

/**
 * Serves what a page put in the store. Files with a digest in their name never change, so the store goes first; of
 * anything else the network has the newest and goes first, unless it fails or takes too long. It never writes: a page
 * is put in the store together with its files, or the page of today would wait for the files of yesterday.
 *
 * This function goes to the browser as text, so it uses nothing from outside itself.
 */
export function serveOffline(worker: WorkerScope, storeName: string): void {
  // A room may have wifi that takes every question and answers none.
  const patience = 4000;
  const loosely: Loosely = { ignoreSearch: true, ignoreVary: true };

  worker.addEventListener('install', (event) => {
    event.waitUntil(worker.skipWaiting());
  });
  worker.addEventListener('activate', (event) => {
    event.waitUntil(worker.clients.claim());
  });
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== worker.location.origin) return;
    event.respondWith(
      pathname.startsWith('/_astro/') ? storeFirst(request) : networkFirst(request, pathname),
    );
  });

  async function storeFirst(request: Request): Promise<Response> {
    return (await find(new URL(request.url).pathname)) ?? worker.fetch(request);
  }

  async function networkFirst(request: Request, pathname: string): Promise<Response> {
    const kept = await find(pathname);
    if (!kept) return worker.fetch(request);
    const slow = new Promise<Response>((resolve) => {
      worker.setTimeout(() => {
        resolve(kept);
      }, patience);
    });
    const fresh = worker
      .fetch(request)
      .then((response) => (response.status < 500 ? response : kept));
    return Promise.race([fresh.catch(() => kept), slow]);
  }

  /** The same page is asked for with and without a slash at its end. */
  async function find(pathname: string): Promise<Response | undefined> {
    const store = await worker.caches.open(storeName);
    const other = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
    return (
      (await store.match(pathname, loosely)) ??
      (other === '' ? undefined : await store.match(other, loosely))
    );
  }
}
