import type { Case, Practice } from '../model/entry.ts';
import { sourceLanguage } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import type { Compiled } from './compile-file.ts';
import { problem, start, type Index } from './shelf.ts';
import { suggest } from './suggest.ts';

/** A translation has a source, and the same ids and numbers as its source. */
export function checkTranslation(index: Index, file: Compiled): Problem[] {
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
