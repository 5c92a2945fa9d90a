import type { APIRoute, GetStaticPaths } from 'astro';
import { toCaseKey } from '../case-routes.ts';
import { listCases, readGuide, type LibraryCase } from '../library.ts';
import { toGuideDataPath, toGuideListPath } from '../model/address.ts';
import { languages, type Language } from '../model/language.ts';
import { toPlanGuide } from '../model/plan-data.ts';

/**
 * The session plan of every case as data, in every language, also at the ids a case had before; and the list of them.
 * Programs in a page fetch only the one that is asked for.
 */
type Props = { list: Language } | { entry: LibraryCase };

export const getStaticPaths = (async () => {
  const routes = await Promise.all(
    languages.map(async (language) => {
      const cases = await listCases(language);
      const list = {
        params: { guideData: toGuideListPath(language).slice(1, -'.json'.length) },
        props: { list: language } as Props,
      };
      const guides = cases.map(async (entry) => {
        const key = await toCaseKey(entry.id);
        return [entry.id, ...entry.formerIds].map((id) => ({
          params: { guideData: toGuideDataPath(id, language).slice(1, -'.json'.length) },
          props: { entry },
          ...key,
        }));
      });
      return [list, ...(await Promise.all(guides)).flat()];
    }),
  );
  return routes.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) => {
  if ('entry' in props)
    return Response.json(toPlanGuide(await readGuide(props.entry), props.entry.steps));
  const cases = await listCases(props.list);
  return Response.json(cases.map(({ id, short }) => ({ id, title: short })));
};
