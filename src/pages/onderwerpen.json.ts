import type { APIRoute } from 'astro';
import { listCases, listPractices } from '../library.ts';
import type { Language } from '../model/language.ts';
import { toSubjectList, type Written } from '../model/subject-list.ts';

/** Everything that can be spoken about, for the running site: it knows from this what a contribution answers. */
export const GET: APIRoute = async () =>
  Response.json(toSubjectList({ nl: await readWritten('nl'), en: await readWritten('en') }));

const readWritten = async (language: Language): Promise<Written> => ({
  cases: await listCases(language),
  practices: await listPractices(language),
});
