import type { GuideData, GuideRow } from './guide-row.ts';
import type { Language } from './language.ts';
import type { PlanRow, Unread } from './plan.ts';

/** A session plan as `/draaiboeken/<case>.json` gives it: also how a plan of one’s own names its steps. */
export interface PlanGuide extends GuideData {
  /** The ids of its steps by code; what a step was called before has a code too. */
  codes: Record<string, string>;
}

/** A practice as a row of a plan. */
export interface PracticeRow {
  row: GuideRow;
  language: Language;
  formerIds: string[];
  group: { min: number; max?: number };
  /** Whether only someone trained in it can lead it. */
  trained: boolean;
}

/** What `/eigen-draaiboek.json` holds. */
export interface PlanPractices {
  /** What a break is called. */
  break: string;
  practices: PracticeRow[];
}

/** Where the rows of a plan are looked up: the guides by the case id the plan has. */
export interface PlanShelf extends PlanPractices {
  guides: ReadonlyMap<string, PlanGuide | 'missing' | 'unreachable'>;
}

/** A row of a plan with all that is known of it. */
export interface PlannedRow {
  /** As it stands in the plan, with the ids of today. */
  plan: PlanRow;
  /** Its `id` is its own in this plan; a break and a row of one’s own have no subject. */
  row: GuideRow;
  /** The number of people its minutes are written for. */
  written: number;
  language?: Language;
  /** The name of the case, for a step. */
  origin?: string;
  /** The practices in it, with what they ask of the group and of who leads. */
  asks: { title: string; group: PracticeRow['group']; trained: boolean }[];
}

/** The number of people in a plan when neither the reader nor a case in it tells. */
export const usualPeople = 12;

/** Looks up the rows of a plan; those that are not there are named and left out. */
export function findRows(
  rows: readonly PlanRow[],
  shelf: PlanShelf,
): { rows: PlannedRow[]; unread: Unread[] } {
  const found: PlannedRow[] = [];
  const unread: Unread[] = [];
  for (const each of rows) {
    const planned = findRow(each, shelf);
    if ('why' in planned) unread.push(planned);
    else found.push(withFreeId(planned, found));
  }
  return { rows: found, unread };
}

/** The row with an id that none of the others has. */
export function withFreeId(planned: PlannedRow, others: readonly PlannedRow[]): PlannedRow {
  const taken = new Set(others.map(({ row }) => row.id));
  const [base = ''] = planned.row.id.split('~');
  let id = base;
  for (let turn = 2; taken.has(id); turn += 1) id = `${base}~${String(turn)}`;
  return { ...planned, row: { ...planned.row, id } };
}

/** Looks up one row. */
export function findRow(plan: PlanRow, shelf: PlanShelf): PlannedRow | Unread {
  switch (plan.kind) {
    case 'step':
      return findStep(plan, shelf);
    case 'practice':
      return findPractice(plan, shelf);
    case 'break':
      return toFree(plan, shelf.break, { id: 'break', posture: 'free', notes: 'none' });
    case 'own':
      return toFree(plan, plan.title, { id: 'own', posture: 'seated', notes: 'topics' });
  }
}

function findStep(
  plan: Extract<PlanRow, { kind: 'step' }>,
  { guides, practices }: PlanShelf,
): PlannedRow | Unread {
  const guide = guides.get(plan.case) ?? 'missing';
  if (guide === 'unreachable') return { token: plan.case, why: 'unreachable' };
  if (guide === 'missing') return { token: plan.case, why: 'case' };
  const step = Object.hasOwn(guide.codes, plan.code) ? guide.codes[plan.code] : undefined;
  const row = guide.rows.find(({ id }) => id === step);
  if (!row) return { token: `${plan.case}.${plan.code}`, why: 'step' };
  const [code = plan.code] = Object.entries(guide.codes).find(([, id]) => id === step) ?? [];
  const used = new Set(row.practices.map(({ id }) => id));
  return {
    plan: { ...plan, case: guide.id, code },
    row,
    written: guide.people,
    language: guide.language,
    origin: guide.title,
    asks: practices.filter((each) => used.has(each.row.id)).map(toAsk),
  };
}

function findPractice(
  plan: Extract<PlanRow, { kind: 'practice' }>,
  { practices }: PlanShelf,
): PlannedRow | Unread {
  const practice =
    practices.find(({ row }) => row.id === plan.practice) ??
    practices.find(({ formerIds }) => formerIds.includes(plan.practice));
  if (!practice) return { token: plan.practice, why: 'practice' };
  return {
    plan: { ...plan, practice: practice.row.id },
    row: practice.row,
    written: usualPeople,
    language: practice.language,
    asks: [toAsk(practice)],
  };
}

const toAsk = ({ row, group, trained }: PracticeRow) => ({ title: row.title, group, trained });

/** A break or a row of one’s own: nobody wrote it, so it has no subject and asks nothing. */
function toFree(
  plan: Extract<PlanRow, { kind: 'break' | 'own' }>,
  title: string,
  facts: Pick<GuideRow, 'id' | 'posture' | 'notes'>,
): PlannedRow {
  const { minutes } = plan;
  return {
    plan,
    row: {
      ...facts,
      subject: '',
      phase: 'during',
      title,
      heading: title,
      practices: [],
      minutes: { min: minutes, ideal: minutes, max: minutes },
      perPerson: 0,
      timing: 'proposal',
      from: 'proposal',
      heat: 0,
      says: [],
      materials: [],
      after: [],
      warnings: [],
    },
    written: usualPeople,
    asks: [],
  };
}
