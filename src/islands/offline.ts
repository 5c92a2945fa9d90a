import { offlineStore, offlineWorkerPath } from '../model/offline.ts';

/**
 * Keeps a page with everything it needs for a room without wifi, and tells whether it is kept. Without a network an
 * earlier copy is as good. Browsers that cannot, or may not, keep pages give `false`.
 */
export async function keepOffline(path: string): Promise<boolean> {
  try {
    await navigator.serviceWorker.register(offlineWorkerPath);
    await navigator.serviceWorker.ready;
    const store = await caches.open(offlineStore);
    await putPage(store, path).catch(() => undefined);
    return (await store.match(path)) !== undefined;
  } catch {
    return false;
  }
}

/** The page goes in last: a page that is there has its files there too. */
async function putPage(store: Cache, path: string): Promise<void> {
  const page = await fetch(path);
  if (!page.ok || page.redirected) return;
  const files = new Set([...readFiles(await page.clone().text()), ...listLoaded()]);
  for (const file of files) if (!(await store.match(file))) await store.add(file);
  await store.put(path, page);
}

/** The files a page names, such as fonts that nobody has needed yet. */
const readFiles = (html: string): string[] => html.match(/\/_astro\/[\w.~-]+/g) ?? [];

/** The programs and data this page has loaded; programs name further programs, which its HTML does not. */
const listLoaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .filter(({ pathname }) => pathname.startsWith('/_astro/') || pathname.endsWith('.json'))
    .map(({ pathname }) => pathname);
