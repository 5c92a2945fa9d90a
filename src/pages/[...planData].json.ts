import type { APIRoute, GetStaticPaths } from 'astro';
import { toPlainTitle } from '../components/title.ts';
import { listPractices } from '../library.ts';
import { toPath } from '../model/address.ts';
import { languages, type Language } from '../model/language.ts';
import { toPracticeRow } from '../model/plan-data.ts';
import type { PlanPractices } from '../model/plan-row.ts';
import { toWords } from '../words/index.ts';

/** The practices as rows of a plan, in every language. */
interface Props extends Record<string, unknown> {
  language: Language;
}

export const getStaticPaths = (() =>
  languages.map((language) => ({
    params: { planData: toPath({ kind: 'own-guide' }, language).slice(1, -1) },
    props: { language },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { language } }) => {
  const data: PlanPractices = {
    break: toWords(language).plan.break,
    practices: (await listPractices(language)).map((practice) =>
      toPracticeRow({ ...practice, title: toPlainTitle(practice.title) }),
    ),
  };
  return Response.json(data);
};
