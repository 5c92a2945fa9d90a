import { isDissent, type Contribution } from './contribution.ts';
import { addDurations } from './add-durations.ts';
import type { Duration } from './duration.ts';
import type { Case, Practice } from './entry.ts';
import type { Language } from './language.ts';
import { toLewisSteps, type LewisStep } from './lewis.ts';
import type { Material } from './material.ts';
import type { SaidContribution } from './said.ts';
import { toSummary } from './spoken-text.ts';
import type { Step } from './step.ts';

const facts = [
  'id',
  'phase',
  'daysAhead',
  'lewis',
  'timing',
  'from',
  'label',
  'posture',
  'notes',
  'heat',
  'lead',
  'ask',
  'skip',
  'lost',
  'after',
] as const;

/** A voice that warns about leaving a step out, as a plan shows it; with its language when that is another one. */
export type Warning = Pick<Contribution, 'id' | 'role' | 'text' | 'needs' | 'language'>;

/**
 * A row of a session plan: a step of a case with what its practice adds. Everything in it is plain data, so the same
 * row serves the page, the sheet, run mode, a plan of one's own and the files these are exported to.
 */
export interface GuideRow extends Pick<Step, (typeof facts)[number]> {
  /** `cases/sla#check-in`: the one address of a step. */
  subject: string;
  /** The name of the row in a plan. */
  title: string;
  /** The heading of the step in the story. */
  heading: string;
  /** The practices used, the step's own first, then those of its Lewis steps. */
  practices: { id: string; title: string }[];
  /** Minutes for the number of people of the case; all zero for a row outside the session. */
  minutes: Duration;
  /** Minutes each person more adds, and each person fewer takes away. */
  perPerson: number;
  /** Lines to say, those of the case first. */
  says: string[];
  room?: string;
  materials: Material[];
  /** How everybody can take part in a practice that asks something of the body. */
  accessible?: string;
  /** Open dissent about this row, or against leaving it out. */
  warnings: Warning[];
}

/** A session plan with its rows: all of `rows` in the order of the case, whatever their phase. */
export interface GuideRows {
  rows: GuideRow[];
  /** Sum over the rows during the session, for `people` people. */
  minutes: Duration;
  /** The number of people the minutes are written for. */
  people: number;
  /** For how many people every practice in it can be used; no `max` when there is none. */
  group: { min: number; max?: number };
}

/** What `/draaiboeken/<case>.json` holds. */
export interface GuideData extends GuideRows {
  id: string;
  language: Language;
  title: string;
  /** Path of the case. */
  href: string;
  /** The question in the middle, when the case quotes one. */
  question?: string;
}

type Described = Pick<
  Practice,
  | 'id'
  | 'title'
  | 'lewis'
  | 'says'
  | 'space'
  | 'materials'
  | 'minutes'
  | 'groupSize'
  | 'accessibleVariant'
  | 'posture'
  | 'notes'
>;

type Told = Pick<Case, 'id' | 'people' | 'steps' | 'contributions'> &
  Partial<Pick<Case, 'language'>>;

/**
 * Compiles a case into the rows of its session plan. `practices` are all practices, in the language of the case;
 * `open` is every no that still waits, oldest first.
 */
export function toGuideRows(
  entry: Told,
  practices: readonly Described[],
  open: readonly SaidContribution[] = [],
): GuideRows {
  const rows = entry.steps.map((step) => toRow(entry, step, findUsed(step, practices), open));
  const during = entry.steps.filter(({ phase }) => phase === 'during');
  return {
    rows,
    minutes: addDurations(during.flatMap(({ minutes }) => minutes ?? [])),
    people: entry.people,
    group: toGroup(
      entry.people,
      during.flatMap((step) => findUsed(step, practices)),
    ),
  };
}

function toRow(
  entry: Told,
  step: Step,
  used: readonly Described[],
  open: readonly SaidContribution[],
): GuideRow {
  const subject = `cases/${entry.id}#${step.id}`;
  const own = used.find((each) => each.id === step.practice);
  const room = step.room ?? own?.space;
  return {
    ...toFacts(step),
    subject,
    title: step.short ?? step.title,
    heading: step.title,
    practices: used.map((each) => ({ id: each.id, title: each.title })),
    minutes: step.phase === 'during' && step.minutes ? step.minutes : { min: 0, ideal: 0, max: 0 },
    perPerson: step.perPerson ?? own?.minutes.perPerson ?? 0,
    says: [...step.says, ...used.flatMap(({ says }) => says)],
    ...(room === undefined ? {} : { room }),
    materials: [...step.materials, ...used.flatMap(({ materials }) => materials)],
    ...(own && own.posture !== 'seated' ? { accessible: own.accessibleVariant } : {}),
    warnings: toWarnings(entry, step, subject, open),
  };
}

/** So many noes of readers fit beside a part of a plan: those that wait longest. The others stand in the case. */
const mostWarnings = 3;

function toWarnings(
  { language, contributions }: Told,
  step: Step,
  subject: string,
  open: readonly SaidContribution[],
): Warning[] {
  const own = contributions
    .filter((voice) => isDissent(voice.stance))
    .filter((voice) => voice.step === step.id || voice.defends === step.id)
    .map(({ id, role, text, needs }) => ({ id, role, text, needs }));
  const said = open
    .filter((no) => no.subject === subject && !no.isAuthor)
    .slice(0, mostWarnings)
    .map((no) => ({
      id: no.id,
      role: no.role ?? no.name ?? '',
      text: toSummary(no.html),
      needs: no.needs,
      ...(no.language === language ? {} : { language: no.language }),
    }));
  return [...own, ...said].map(({ needs, ...voice }) => ({
    ...voice,
    ...(needs === undefined ? {} : { needs }),
  }));
}

/** What a row has as its step has it. */
function toFacts(step: Step): Pick<GuideRow, (typeof facts)[number]> {
  const given = facts.filter((fact) => step[fact] !== undefined);
  return Object.fromEntries(given.map((fact) => [fact, step[fact]])) as Pick<
    GuideRow,
    (typeof facts)[number]
  >;
}

/** The practices of a step: the one it names, then those of its Lewis steps, each once. */
function findUsed(step: Step, practices: readonly Described[]): Described[] {
  const numbers: readonly LewisStep[] = step.lewis ? toLewisSteps(step.lewis) : [];
  const named = practices.filter(({ id }) => id === step.practice);
  const numbered = practices.filter(
    ({ id, lewis }) => id !== step.practice && lewis !== undefined && numbers.includes(lewis),
  );
  return [...named, ...numbered];
}

/** A case that was held with so many people shows that it can be. */
function toGroup(people: number, practices: readonly Described[]): GuideRows['group'] {
  const min = Math.min(people, Math.max(2, ...practices.map(({ groupSize }) => groupSize.min)));
  const most = practices.flatMap(({ groupSize }) => groupSize.max ?? []);
  return most.length === 0 ? { min } : { min, max: Math.max(people, Math.min(...most)) };
}
