import type { Case, Practice } from '../model/entry.ts';
import { sourceLanguage } from '../model/language.ts';
import type { Material } from '../model/material.ts';
import type { Step } from '../model/step.ts';
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
  const shape = toShape(source, file);
  return toShape(file, source).flatMap(([what, mine], index) => {
    const theirs = shape[index]?.[1] ?? '';
    if (mine === theirs) return [];
    return [
      problem(
        'translation-differs',
        file.file,
        start,
        `${what}: ${theirs === '' ? 'none' : theirs}`,
        mine === '' ? 'none' : mine,
        `Make ${what} the same as in ${source.file}.`,
      ),
    ];
  });
}

/** What must be the same in every language: ids and numbers, never words. */
function toShape({ collection, entry }: Compiled, other: Compiled): [string, string][] {
  if (collection === 'cases') return toCaseShape(entry as Case, other.entry as Case);
  if (collection === 'practices') return toPracticeShape(entry as Practice);
  return [];
}

function toCaseShape(entry: Case, other: Case): [string, string][] {
  const { steps, contributions, people, total } = entry;
  // A step that only one of the two has is told once, in the first line.
  const isShared = (id: string) => other.steps.some((step) => step.id === id);
  const shared = steps.filter(({ id }) => isShared(id));
  const tell = (some: readonly Step[], toText: (step: Step) => string) =>
    some.flatMap((step) => (toText(step) === '' ? [] : `${step.id} ${toText(step)}`)).join(', ');
  const order = shared.filter(({ skip }) => skip !== undefined);
  return [
    ['the steps with their minutes', tell(steps, toMinutes)],
    ['the people and the total', [people, total ?? '-'].join(', ')],
    ['the minutes each person adds', tell(shared, ({ perPerson }) => String(perPerson ?? ''))],
    ['the phases and days ahead', tell(shared, toMoment)],
    [
      'the order of the steps',
      tell(shared, ({ after }) => toLater(after.filter((id) => isShared(id)))),
    ],
    [
      'the order in which steps may be left out',
      tell(
        order.sort((a, b) => (a.skip ?? 0) - (b.skip ?? 0)),
        ({ skip }) => String(skip),
      ),
    ],
    ['the amounts of materials', tell(shared, ({ materials }) => toAmounts(materials))],
    [
      'the answered voices',
      Object.keys(entry.answered ?? {})
        .sort()
        .join(', '),
    ],
    [
      'the voices',
      contributions
        .map(({ id, stance, defends }) => [id, stance, ...toDefended(defends)].join(' '))
        .sort()
        .join(', '),
    ],
  ];
}

const toMinutes = ({ minutes: time }: Step): string =>
  time ? `${String(time.min)}/${String(time.ideal)}/${String(time.max)}` : '-';

const toMoment = ({ phase, daysAhead }: Step): string =>
  phase === 'during' ? '' : [phase, daysAhead ?? '-'].join(' ');

const toLater = (after: readonly string[]): string =>
  after.length === 0 ? '' : `after ${after.join(' and ')}`;

const toDefended = (id: string | undefined): string[] => (id === undefined ? [] : ['defends', id]);

function toPracticeShape(practice: Practice): [string, string][] {
  const { minutes, groupSize } = practice;
  return [
    ['the number of lines in says', String(practice.says.length)],
    ['kind, lewis and notes', [practice.kind, practice.lewis ?? '-', practice.notes].join(', ')],
    [
      'minutes and group size',
      [
        minutes.min,
        minutes.max,
        ...(minutes.perPerson === undefined ? [] : [`${String(minutes.perPerson)} per person`]),
        groupSize.min,
        groupSize.max ?? '-',
      ].join(', '),
    ],
    ['the amounts of materials', toAmounts(practice.materials)],
  ];
}

/** The amounts of materials, each in its place. @example `1, 1 per person, 3 per person used` */
const toAmounts = (materials: readonly Material[]): string =>
  materials
    .map(({ count, per, used }) =>
      [count, ...(per === 'person' ? ['per person'] : []), ...(used ? ['used'] : [])].join(' '),
    )
    .join(', ');
