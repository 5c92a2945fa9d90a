import { toPath } from './address.ts';
import type { Case, Practice } from './entry.ts';
import type { Findable, FindableStep } from './finder.ts';
import type { GuideRows } from './guide-row.ts';
import type { Language } from './language.ts';

/** A step with what to say when it is left out. */
export interface ToldStep extends FindableStep {
  title: string;
  /** What is lost; always there for a step that may be left out. */
  lost?: string;
  /** Dissent about the step, or against leaving it out. */
  warnings: { id: string; text: string }[];
}

/** Something to find, as the site shows it. */
export interface Listed extends Findable<ToldStep> {
  /** The language its words are really in. */
  language: Language;
  /** True for the plan of a case that was made up. */
  exercise: boolean;
}

type Described = Pick<Practice, 'id' | 'purposes'>;

/** The session plan of a case, to be found by what the practices used during the session are for. */
export function toGuideFindable(
  { id, short, language, status }: Pick<Case, 'id' | 'short' | 'language' | 'status'>,
  { rows, people, group }: Pick<GuideRows, 'rows' | 'people' | 'group'>,
  practices: readonly Described[],
): Listed {
  const during = rows.filter(({ phase }) => phase === 'during');
  const used = new Set(during.flatMap((row) => row.practices.map((practice) => practice.id)));
  const purposes = practices.filter((each) => used.has(each.id)).flatMap((each) => each.purposes);
  return {
    kind: 'guide',
    id,
    title: short,
    language,
    exercise: status === 'exercise',
    purposes: [...new Set(purposes)],
    group,
    people,
    steps: during.map((row) => ({
      id: row.id,
      title: row.title,
      minutes: row.minutes,
      perPerson: row.perPerson,
      ...(row.skip === undefined ? {} : { skip: row.skip }),
      ...(row.lost === undefined ? {} : { lost: row.lost }),
      warnings: row.warnings.map((voice) => ({ id: voice.id, text: voice.text })),
    })),
  };
}

/** A practice by itself: a plan of one step, planned halfway between its least and its most, in fives. */
export function toPracticeFindable({
  id,
  title,
  language,
  purposes,
  groupSize: { min, max },
  minutes,
}: Pick<Practice, 'id' | 'title' | 'language' | 'purposes' | 'groupSize' | 'minutes'>): Listed {
  const middle = Math.round((minutes.min + minutes.max) / 10) * 5;
  const ideal = Math.min(Math.max(middle, minutes.min), minutes.max);
  const { perPerson = 0 } = minutes;
  // Where each person takes their time, the least minutes are enough for so many people and no more.
  const enough = perPerson === 0 ? min : Math.max(min, Math.floor(minutes.min / perPerson));
  return {
    kind: 'practice',
    id,
    title,
    language,
    exercise: false,
    purposes: [...new Set(purposes)],
    group: max === undefined ? { min } : { min, max },
    people: enough,
    steps: [
      {
        id,
        title,
        minutes: { min: minutes.min, ideal, max: minutes.max },
        perPerson,
        warnings: [],
      },
    ],
  };
}

/** Where the finder fetches what it finds in. @example toFindablesPath('nl') // => '/draaiboeken.json' */
export const toFindablesPath = (language: Language): string =>
  `${toPath({ kind: 'guides' }, language).slice(0, -1)}.json`;

/** Every purpose once, by the alphabet of the language. */
export const listPurposes = (
  findables: readonly Pick<Findable, 'purposes'>[],
  language: Language,
): string[] =>
  [...new Set(findables.flatMap(({ purposes }) => purposes))].sort((a, b) =>
    a.localeCompare(b, language),
  );

/** What the browser fetches to find in: kept small, because it holds every case. */
export interface FindableData {
  language: Language;
  purposes: string[];
  findables: PackedFindable[];
}

/** Places in `packedKinds` and `purposes` instead of words; a `max` of 0 is none. */
type PackedFindable = [
  kind: number,
  id: string,
  title: string,
  purposes: number[],
  min: number,
  max: number,
  people: number,
  steps: PackedStep[],
  language?: Language,
];

type PackedMinutes = [min: number, ideal: number, max: number, perPerson: number];
/** A step that stays has no name: nobody asks for it. */
type PackedStep =
  | PackedMinutes
  | [
      ...PackedMinutes,
      skip: number,
      id: string,
      title: string,
      lost: string,
      ...warnings: [id: string, text: string][],
    ];

const packedKinds = [
  { kind: 'guide', exercise: false },
  { kind: 'guide', exercise: true },
  { kind: 'practice', exercise: false },
] as const;

/** Packs for the way to the browser. */
export function packFindables(findables: readonly Listed[], language: Language): FindableData {
  const purposes = listPurposes(findables, language);
  return {
    language,
    purposes,
    findables: findables.map((each): PackedFindable => [
      packedKinds.findIndex(
        ({ kind, exercise }) => kind === each.kind && exercise === each.exercise,
      ),
      each.id,
      each.title,
      each.purposes.map((purpose) => purposes.indexOf(purpose)),
      each.group.min,
      each.group.max ?? 0,
      each.people,
      each.steps.map(packStep),
      ...(each.language === language ? ([] as const) : ([each.language] as const)),
    ]),
  };
}

function packStep({ minutes, perPerson, skip, id, title, lost, warnings }: ToldStep): PackedStep {
  const packed: PackedMinutes = [minutes.min, minutes.ideal, minutes.max, perPerson];
  if (skip === undefined) return packed;
  const voices = warnings.map((voice): [string, string] => [voice.id, voice.text]);
  return [...packed, skip, id, title, lost ?? '', ...voices];
}

/** Unpacks in the browser. Steps that stay get their place for an id. */
export const unpackFindables = ({ language, purposes, findables }: FindableData): Listed[] =>
  findables.map(([place, id, title, served, min, max, people, steps, written = language]) => ({
    ...(packedKinds[place] ?? packedKinds[0]),
    id,
    title,
    language: written,
    purposes: served.map((purpose) => purposes[purpose] ?? ''),
    group: max === 0 ? { min } : { min, max },
    people,
    steps: steps.map(unpackStep),
  }));

function unpackStep(packed: PackedStep, place: number): ToldStep {
  const [min, ideal, max, perPerson, skip, id, title = '', lost = '', ...voices] = packed;
  const minutes = { min, ideal, max };
  if (skip === undefined) return { id: String(place), title, minutes, perPerson, warnings: [] };
  const warnings = voices.map(([voice, text]) => ({ id: voice, text }));
  return { id: id ?? '', title, minutes, perPerson, skip, lost, warnings };
}
