import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceLanguage } from '../model/language.ts';
import { SubjectList, subjectListPath } from '../model/subject-list.ts';
import { severityOf, type Problem } from '../problems.ts';
import type { Compiled } from './compile-file.ts';
import { problem, start, type Index } from './shelf.ts';
import { suggest } from './suggest.ts';

/** Where a site stands once it has been built. */
const siteFolder = 'dist';
const listFile = `${siteFolder}${subjectListPath}`;

/** What the site that was built last had addresses for; nothing when nothing was built. */
export async function readPublished(root: string): Promise<SubjectList> {
  const text = await readFile(path.join(root, listFile), 'utf8').catch(() => '');
  try {
    return SubjectList.parse(JSON.parse(text));
  } catch {
    // Not built yet, or built by a version that kept another list: then there is nothing to hold this against.
    return { subjects: [] };
  }
}

/**
 * What was published stays, or leaves word: cases, practices and steps keep their ids or name them in `formerIds`, and
 * a voice against the text stays or is answered. Everything that ever linked there depends on it.
 */
export function checkPublished(index: Index, published: SubjectList): Problem[] {
  return published.subjects.flatMap((whole) => {
    const { kind, id } = whole;
    const ids = index.ids(kind);
    const now =
      index.find(kind, id, sourceLanguage) ??
      ids
        .flatMap((other) => index.find(kind, other, sourceLanguage) ?? [])
        .find(({ formerIds }) => formerIds.includes(id));
    if (!now) return [toLostWhole(whole, ids)];
    // A text with mistakes in it has its own problems, and may only seem to miss something.
    if (now.problems.some(({ name }) => severityOf(name) === 'problem')) return [];
    return [...listLostSteps(whole, now), ...listLostVoices(whole, now)];
  });
}

type Whole = SubjectList['subjects'][number];

const toLostWhole = ({ kind, id }: Whole, ids: readonly string[]): Problem =>
  problem(
    'lost-id',
    toFile(kind, id),
    start,
    `${kind}/${id}, which was published`,
    'no such text, and no text that names it in formerIds',
    suggest(
      id,
      ids,
      'Put it back, or write “formerIds: [id]” in the text that took its place.',
    ).replace(/^Did you mean (.*)\?$/, `Is it $1 now? Then write there: formerIds: [${id}].`) +
      neverPublished,
  );

function listLostSteps({ steps }: Whole, { file, entry }: Compiled): Problem[] {
  if (!entry || !('steps' in entry)) return [];
  const present = new Set(entry.steps.flatMap((step) => [step.id, ...step.formerIds]));
  return steps
    .filter(({ id }) => !present.has(id))
    .map(({ id }) =>
      problem(
        'lost-id',
        file,
        start,
        `the step “${id}”, which was published`,
        'no such step, and no step that names it in formerIds',
        `Put it back, or write formerIds={["${id}"]} on the step that took its place.${neverPublished}`,
      ),
    );
}

function listLostVoices({ voices }: Whole, { file, entry }: Compiled): Problem[] {
  if (!entry || !('contributions' in entry)) return [];
  const present = new Set(entry.contributions.map(({ id }) => id));
  const answered = new Set(Object.keys(entry.answered ?? {}));
  return voices
    .filter((id) => !present.has(id) && !answered.has(id))
    .map((id) =>
      problem(
        'lost-voice',
        file,
        start,
        `the voice “${id}”, which was published, or what was done with it`,
        'neither',
        `Put it back, or write in the frontmatter “answered:” with “  ${id}: what was done with it”.${neverPublished}`,
      ),
    );
}

const neverPublished = ` Was it never published? Take it out of ${listFile}.`;

const toFile = (kind: Whole['kind'], id: string): string =>
  kind === 'cases'
    ? `content/${sourceLanguage}/cases/${id}/index.mdx`
    : `content/${sourceLanguage}/practices/${id}.mdx`;
