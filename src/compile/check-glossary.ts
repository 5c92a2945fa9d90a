import { sourceLanguage, type Language } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import { problem, start, type Shelf } from './shelf.ts';
import { suggest } from './suggest.ts';

/** Terms are there once, in the source language too, and refer to terms and practices that exist. */
export function checkGlossary({ terms, glossaryFiles, files }: Shelf): Problem[] {
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
