import type { APIRoute, GetStaticPaths } from 'astro';
import { toFirstSentences } from '../components/excerpt.ts';
import { toPlainTitle } from '../components/title.ts';
import { listFindables } from '../library.ts';
import { packFindables, toFindablesPath, type ToldStep } from '../model/findable.ts';
import { languages, type Language } from '../model/language.ts';

interface Props {
  language: Language;
}

export const getStaticPaths = (() =>
  languages.map((language) => ({
    params: { findables: toFindablesPath(language).slice(1, -'.json'.length) },
    props: { language },
  }))) satisfies GetStaticPaths;

/** What the finder finds in. It is fetched when somebody uses the finder, and not before. */
export const GET: APIRoute<Props> = async ({ props: { language } }) => {
  const findables = (await listFindables(language)).map((each) => ({
    ...each,
    title: toPlainTitle(each.title),
    steps: each.steps.map(toShortStep),
  }));
  return Response.json(packFindables(findables, language));
};

/** The result of a search has no room for a whole voice; the link leads to it. */
const toShortStep = (step: ToldStep): ToldStep => ({
  ...step,
  title: toPlainTitle(step.title),
  warnings: step.warnings.map(({ id, text }) => ({ id, text: toFirstSentences(text) })),
});
