import { hash } from 'node:crypto';
import process from 'node:process';
import { listCases, listRoutes } from './library.ts';
import { languages } from './model/language.ts';
import { toLadder } from './model/ladder.ts';

/** What is made once for each case, of that case and of what all cases share, and of no other case. */
type OfOneCase = 'case' | 'guide' | 'run-sheet' | 'hand-out' | 'run';

/**
 * The route of every case in every language, with a key: a page whose key is what it was when the last site was built
 * is taken from that one and not drawn again.
 */
export async function listCaseRoutes<P extends string>(kind: OfOneCase, param: P) {
  const routes = await listRoutes(kind, param);
  return Promise.all(
    routes.map(async (route) => ({ ...route, ...(await toCaseKey(route.props.id)) })),
  );
}

/** The key of a page that is made of one case: everything such a page can be made of, in all languages. */
export async function toCaseKey(id: string): Promise<{ cacheKey?: string }> {
  if (shared === undefined) return {};
  return toKey((await (keysOfCases ??= listCaseKeys())).get(id));
}

/** The key of a page that is made of nothing but this, and of what all pages share. */
export const toKey = (source: unknown): { cacheKey?: string } =>
  shared === undefined ? {} : { cacheKey: hash('sha256', JSON.stringify([shared, source])) };

/** A digest of all that is written but cases, and of all programs; a build by hand has none, and draws every page. */
const shared = process.env['SHARED_INPUTS'];

let keysOfCases: Promise<Map<string, string>> | undefined;

async function listCaseKeys(): Promise<Map<string, string>> {
  const inLanguages = await Promise.all(languages.map(listCases));
  // A text may lead to any other case. What is said about a practice stands on no page of a case.
  const ids = inLanguages.map((cases) => cases.map(({ id }) => id));
  const byId = Map.groupBy(inLanguages.flat(), ({ id }) => id);
  const now = new Date();
  return new Map(
    [...byId].map(([id, versions]) => {
      const told = versions.map(({ images, ...version }) => ({
        ...version,
        images: images.map(({ src, width, height }) => [src, width, height]),
        // How long a no is open stands on the page, and changes by itself.
        open: version.voices.map(
          (voice) => voice.state === 'published' && toLadder(voice, [], now),
        ),
      }));
      return [id, hash('sha256', JSON.stringify([ids, told]))];
    }),
  );
}
