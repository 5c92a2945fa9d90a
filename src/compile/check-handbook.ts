import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Case, GlossaryTerm, Practice } from '../model/entry.ts';
import { sourceLanguage, type Language } from '../model/language.ts';
import type { Problem, ProblemName } from '../problems.ts';
import type { Collection, Compiled } from './compile-file.ts';
import type { Point } from './document.ts';
import type { Reference } from './resolve-links.ts';
import { suggest, toList } from './suggest.ts';

/** Everything that has been read, before the files are held against each other. */
export interface Shelf {
  root: string;
  files: readonly Compiled[];
  terms: Record<Language, GlossaryTerm[]>;
  glossaryFiles: Record<Language, string>;
  sources: string[];
}

/** Finds what only shows when all files are on the table: dead links, missing images, translations that differ. */
export function checkHandbook(shelf: Shelf): Problem[] {
  const index = toIndex(shelf);
  return [
    ...shelf.files.flatMap((file) =>
      file.references.flatMap((reference) => checkReference(index, file, reference)),
    ),
    ...shelf.files.flatMap((file) => checkImages(shelf.root, file)),
    ...shelf.files.flatMap((file) => checkTranslation(index, file)),
    ...shelf.files.flatMap((file) => checkFormerIds(index, file)),
    ...checkGlossary(shelf),
  ];
}

/** Look-ups that make every check one pass, however many files there are. */
interface Index {
  find: (collection: Collection, id: string, language: Language) => Compiled | undefined;
  ids: (collection: Collection) => string[];
  terms: Record<Language, ReadonlySet<string>>;
  sources: readonly string[];
}

function toIndex({ files, terms, sources }: Shelf): Index {
  const byPlace = new Map(
    files.map((file) => [`${file.collection}/${file.language}/${file.id}`, file]),
  );
  const ids = new Map<Collection, Set<string>>();
  for (const { collection, id } of files)
    ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  return {
    find: (collection, id, language) => byPlace.get(`${collection}/${language}/${id}`),
    ids: (collection) => [...(ids.get(collection) ?? [])],
    terms: { nl: new Set(terms.nl.map(({ id }) => id)), en: new Set(terms.en.map(({ id }) => id)) },
    sources,
  };
}

const problem = (
  name: ProblemName,
  file: string,
  at: Point,
  expected: string,
  found: string,
  hint: string,
): Problem => ({ name, file, ...at, expected, found, hint });
const start: Point = { line: 1, column: 1 };

function checkReference(
  index: Index,
  { file, language }: Compiled,
  reference: Reference,
): Problem[] {
  const { kind, id, anchor, written, at } = reference;
  if (kind === 'glossary') {
    if (id === '' || index.terms[language].has(id)) return [];
    return [
      problem(
        'unknown-term',
        file,
        at,
        'the id of a term in glossary.yml',
        `“${written}”`,
        suggest(
          id,
          [...index.terms[language]],
          'Add the term to glossary.yml in every language, or use another id.',
        ),
      ),
    ];
  }
  if (kind === 'sources') {
    if (index.sources.includes(id)) return [];
    return [
      problem(
        'unknown-source',
        file,
        at,
        'an id from content/sources.yml',
        `“${id}”`,
        suggest(id, index.sources, 'Add the source to content/sources.yml.'),
      ),
    ];
  }
  const target = index.find(kind, id, language) ?? index.find(kind, id, sourceLanguage);
  const isField = written === id;
  if (!target) {
    const ids = index.ids(kind);
    return [
      problem(
        isField ? 'unknown-practice' : 'dead-link',
        file,
        at,
        isField ? 'the id of a practice' : `the id of something in ${kind}`,
        `“${written}”`,
        suggest(id, ids, `Known here: ${toList(ids)}.`),
      ),
    ];
  }
  if (anchor === undefined || target.anchors.includes(anchor)) return [];
  const anchors = target.anchors.filter((other) => !/^p-[0-9a-f]{8}/.test(other));
  return [
    problem(
      'dead-anchor',
      file,
      at,
      `a place on ${kind}/${id}: ${toList(anchors)}`,
      `“#${anchor}”`,
      suggest(anchor, anchors, 'Link to one of these places, or to the page as a whole.'),
    ),
  ];
}

function checkImages(root: string, { file, images }: Compiled): Problem[] {
  return images.flatMap((image) => {
    const isBeside = /^\.\/[\w.-]+\.(svg|png|jpe?g|webp|avif|gif)$/i.test(image);
    if (isBeside && existsSync(path.join(root, path.dirname(file), image))) return [];
    return [
      problem(
        'image-missing',
        file,
        start,
        'an image beside the text, written as ./name.svg (or .png, .jpg, .webp, .avif)',
        image,
        'Put the image in the folder of the text, and check its name.',
      ),
    ];
  });
}

function checkTranslation(index: Index, file: Compiled): Problem[] {
  if (file.language === sourceLanguage) return [];
  const source = index.find(file.collection, file.id, sourceLanguage);
  if (!source) {
    const known = index
      .ids(file.collection)
      .filter((id) => index.find(file.collection, id, sourceLanguage));
    return [
      problem(
        'translation-without-source',
        file.file,
        start,
        `content/${sourceLanguage}/${file.collection}/ with the id “${file.id}”`,
        'no such text',
        suggest(
          file.id,
          known,
          `Write the ${sourceLanguage} text first, or give this file the id of its source.`,
        ),
      ),
    ];
  }
  if (!source.entry || !file.entry) return [];
  return toShape(file).flatMap(([what, mine], index) => {
    const theirs = toShape(source)[index]?.[1] ?? '';
    if (mine === theirs) return [];
    return [
      problem(
        'translation-differs',
        file.file,
        start,
        `${what}: ${theirs}`,
        mine === '' ? 'none' : mine,
        `Make ${what} the same as in ${source.file}.`,
      ),
    ];
  });
}

/** What must be the same in every language: ids and numbers, never words. */
function toShape({ collection, entry }: Compiled): [string, string][] {
  if (collection === 'cases') {
    const { steps, contributions } = entry as Case;
    const minutes = steps.map(
      ({ id, minutes: time }) =>
        `${id} ${time ? `${String(time.min)}/${String(time.ideal)}/${String(time.max)}` : '-'}`,
    );
    return [
      ['the steps with their minutes', minutes.join(', ')],
      [
        'the voices',
        contributions
          .map(({ id, stance }) => `${id} ${stance}`)
          .sort()
          .join(', '),
      ],
    ];
  }
  if (collection !== 'practices') return [];
  const practice = entry as Practice;
  return [
    ['the number of lines in says', String(practice.says.length)],
    ['kind, lewis and notes', [practice.kind, practice.lewis ?? '-', practice.notes].join(', ')],
    [
      'minutes and group size',
      [
        practice.minutes.min,
        practice.minutes.max,
        practice.groupSize.min,
        practice.groupSize.max ?? '-',
      ].join(', '),
    ],
  ];
}

function checkFormerIds(
  index: Index,
  { file, collection, language, formerIds, entry }: Compiled,
): Problem[] {
  const pages = formerIds.flatMap((id) => {
    const other = index.find(collection, id, language);
    return other
      ? [
          problem(
            'former-id-in-use',
            file,
            start,
            'a former id that nothing uses now',
            `“${id}”, used by ${other.file}`,
            'Remove it from formerIds, or rename the other text.',
          ),
        ]
      : [];
  });
  const steps = entry && 'steps' in entry ? entry.steps : [];
  const present = new Set(steps.map(({ id }) => id));
  const inSteps = steps
    .flatMap((step) => step.formerIds)
    .filter((id) => present.has(id))
    .map((id) =>
      problem(
        'former-id-in-use',
        file,
        start,
        'a former step id that no step uses now',
        `“${id}”`,
        'Remove it from formerIds of the step.',
      ),
    );
  return [...pages, ...inSteps];
}

function checkGlossary({ terms, glossaryFiles, files }: Shelf): Problem[] {
  const practices = files
    .filter(({ collection }) => collection === 'practices')
    .map(({ id }) => id);
  return (Object.keys(terms) as Language[]).flatMap((language) => {
    const file = glossaryFiles[language];
    const ids = terms[language].map(({ id }) => id);
    const sourceIds = terms[sourceLanguage].map(({ id }) => id);
    const doubles = ids.filter((id, index) => ids.indexOf(id) !== index);
    const strangers = ids.filter((id) => !sourceIds.includes(id));
    return [
      ...doubles.map((id) =>
        problem(
          'duplicate-id',
          file,
          start,
          'every term once',
          `“${id}” twice`,
          'Make one entry of the two.',
        ),
      ),
      ...strangers.map((id) =>
        problem(
          'translation-without-source',
          file,
          start,
          `a term that is also in ${glossaryFiles[sourceLanguage]}`,
          `“${id}”`,
          suggest(id, sourceIds, 'Add it to the Dutch glossary first.'),
        ),
      ),
      ...terms[language].flatMap(({ id, related }) =>
        related
          .filter((other) => !ids.includes(other))
          .map((other) =>
            problem(
              'unknown-term',
              file,
              start,
              `a term in ${file}`,
              `related: “${other}” at “${id}”`,
              suggest(other, ids, 'Remove it.'),
            ),
          ),
      ),
      ...terms[language].flatMap(({ id, practice }) =>
        practice !== undefined && !practices.includes(practice)
          ? [
              problem(
                'unknown-practice',
                file,
                start,
                'the id of a practice',
                `“${practice}” at “${id}”`,
                suggest(practice, practices, 'Remove it.'),
              ),
            ]
          : [],
      ),
    ];
  });
}
