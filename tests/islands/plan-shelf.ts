import { vi } from 'vitest';
import type { GuideRow } from '../../src/model/guide-row.ts';
import { toPlanGuide } from '../../src/model/plan-data.ts';
import type { PlanGuide, PracticeRow } from '../../src/model/plan-row.ts';

/** A row with nothing special about it. */
export const toRow = (subject: string, title: string, more: Partial<GuideRow> = {}): GuideRow => ({
  id: subject.split(/[#/]/).at(-1) ?? '',
  subject,
  phase: 'during',
  title,
  heading: title,
  practices: [],
  minutes: { min: 10, ideal: 20, max: 30 },
  perPerson: 0,
  timing: 'proposal',
  from: 'case',
  posture: 'seated',
  notes: 'topics',
  heat: 0,
  says: [],
  materials: [],
  after: [],
  warnings: [],
  ...more,
});

const rows = [
  toRow('cases/sla#vraag', 'De vraag; met, komma \\ en streep', {
    phase: 'before',
    daysAhead: 14,
    minutes: { min: 0, ideal: 0, max: 0 },
    ask: 'Zou het andere team deze vraag ook zo stellen?',
  }),
  toRow('cases/sla#check-in', 'Eerst hoor je iedereen', {
    practices: [{ id: 'check-in', title: 'Check-in' }],
    perPerson: 1,
    ask: 'Hoe zit je erbij?',
  }),
  toRow('cases/sla#op-voeten', 'De stoelen aan de kant', {
    notes: 'none',
    posture: 'standing',
    after: ['check-in'],
    materials: [{ name: 'Stiften', count: 1, per: 'person', used: false }],
  }),
  toRow('cases/sla#oogst', 'Oogst', { skip: 1, lost: 'wat er is geleerd' }),
];

/** The session plan of a case whose third step had another id before. */
export const guide: PlanGuide = toPlanGuide(
  {
    id: 'sla',
    language: 'nl',
    title: 'Twee teams',
    href: '/casussen/sla/',
    rows,
    minutes: { min: 30, ideal: 60, max: 90 },
    people: 7,
    group: { min: 2 },
  },
  rows.map(({ id }) => ({ id, formerIds: id === 'op-voeten' ? ['lopen'] : [] })),
);

/** A practice whose id was another before, for two to twelve people. */
export const practices: PracticeRow[] = [
  {
    row: toRow('practices/check-in', 'Check-in', { minutes: { min: 10, ideal: 15, max: 20 } }),
    language: 'nl',
    formerIds: ['inchecken'],
    group: { min: 2, max: 12 },
    trained: false,
  },
  {
    row: toRow('practices/onder-de-waterlijn', 'Onder de waterlijn'),
    language: 'nl',
    formerIds: [],
    group: { min: 2 },
    trained: true,
  },
];

/** Everything the site would send, by its path. */
export const files: Record<string, unknown> = {
  '/eigen-draaiboek.json': { break: 'Pauze', practices },
  '/draaiboeken/sla.json': guide,
  '/draaiboeken/dienst.json': guide,
};

/** Lets the browser’s `fetch` be answered from memory; gives the paths asked for, and a way to cut the line. */
export function serve(): { asked: string[]; isDown: boolean } {
  const line = { asked: [] as string[], isDown: false };
  vi.stubGlobal('fetch', (path: string) => {
    line.asked.push(path);
    if (line.isDown) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(
      path in files ? Response.json(files[path]) : new Response('', { status: 404 }),
    );
  });
  return line;
}
