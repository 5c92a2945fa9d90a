import { existsSync } from 'node:fs';
import path from 'node:path';
import { sourceLanguage } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import { checkFormerAddresses } from './check-former-addresses.ts';
import { checkGlossary } from './check-glossary.ts';
import { checkTranslation } from './check-translation.ts';
import type { Compiled } from './compile-file.ts';
import type { Reference } from './resolve-links.ts';
import { problem, start, toIndex, type Index, type Shelf } from './shelf.ts';
import { suggest, toList } from './suggest.ts';

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
    ...checkFormerAddresses(shelf),
    ...checkGlossary(shelf),
  ];
}

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
  if (reference.writes && target.entry && 'notes' in target.entry && target.entry.notes === 'none')
    return [
      problem(
        'notes-differ',
        file,
        at,
        `notes="none", for in “${id}” nothing is written down`,
        'a step in which something may be written down',
        'Write notes="none" on the step.',
      ),
    ];
  // A text that could not be read has its own problem; what leads to it is not wrong for that.
  if (anchor === undefined || !target.entry || target.anchors.includes(anchor)) return [];
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
