import { beforeEach, describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/islands/own-plan.ts';
import { PlanDesk } from '../../src/islands/plan-desk.ts';
import { createDraft } from '../../src/islands/own-plan.ts';
import { toPlanTextFromGuide, toStepCode } from '../../src/model/plan-code.ts';
import { forbidden, MemoryStorage } from './memory-storage.ts';
import { guide, serve } from './plan-shelf.ts';

let line: ReturnType<typeof serve>;
beforeEach(() => {
  line = serve();
});

function setUp(own = '') {
  const storage = new MemoryStorage();
  const draft = createDraft({ storage: () => storage, tabs: new EventTarget() });
  if (own !== '') draft.update(() => own);
  const shown: string[] = [];
  const desk = new PlanDesk({ language: 'nl', draft, show: (query) => shown.push(query) });
  return { desk, draft, shown };
}

const titles = (desk: PlanDesk) => desk.now.rows.map(({ row }) => row.title);
const checkIn = `sla.${toStepCode('check-in')}`;

describe('a plan that is worked on', () => {
  it('is in the address and in this browser after every change', async () => {
    const { desk, draft, shown } = setUp();
    await desk.open('');
    expect(shown).toEqual([]);
    await desk.addNamed({ kind: 'practice', practice: 'check-in' });
    expect(shown.at(-1)).toBe('p=1_check-in');
    expect(draft.read().value).toBe('p=1_check-in');
    desk.setSession({ start: 600, people: 8, date: '2026-12-01' });
    desk.setTitle('Teamdag');
    expect(shown.at(-1)).toBe('p=1.Teamdag_check-in&start=1000&people=8&date=2026-12-01');
    const { desk: later } = setUp(shown.at(-1));
    await later.open('');
    expect(later.now).toEqual(desk.now);
  });

  it('asks only for what it needs', async () => {
    const { desk } = setUp();
    await desk.open('');
    expect(line.asked).toEqual([]);
  });

  it('comes back from its address as it was, whatever was done to it', async () => {
    const { desk } = setUp();
    await desk.open(`?p=${toPlanTextFromGuide(guide)}&people=9`);
    await desk.addNamed({ kind: 'break', minutes: 15 });
    const [, second] = desk.now.rows;
    const id = second?.row.id ?? '';
    desk.setMinutes(id, 35);
    const copy = desk.double(id);
    desk.move(copy?.row.id ?? '', 2);
    desk.remove(id);
    const { desk: other } = setUp();
    await other.open(`?${desk.query}`);
    expect(other.query).toBe(desk.query);
    expect(titles(other)).toEqual(titles(desk));
    expect(other.now.laid.rows.map(({ start, now }) => [start, now])).toEqual(
      desk.now.laid.rows.map(({ start, now }) => [start, now]),
    );
  });

  it('names minutes in the address only when they are the reader’s own', async () => {
    const { desk } = setUp();
    await desk.open(`?p=1_${checkIn}`);
    const id = desk.now.rows[0]?.row.id ?? '';
    desk.setMinutes(id, 25);
    expect(desk.query).toBe(`p=1_${checkIn}25`);
    desk.setMinutes(id, 20);
    expect(desk.query).toBe(`p=1_${checkIn}`);
  });

  it('puts back what was taken away', async () => {
    const { desk } = setUp();
    await desk.open(`?p=1_check-in_-15_${checkIn}`);
    const { query } = desk;
    desk.remove(desk.now.rows[1]?.row.id ?? '');
    expect(desk.canUndo).toBe(true);
    desk.undo();
    expect(desk.query).toBe(query);
    desk.clear();
    expect(desk.query).toBe('');
    desk.undo();
    expect(desk.query).toBe(query);
  });

  it('holds no more than sixty rows', async () => {
    const { desk } = setUp();
    await desk.open(`?p=1${'_-5'.repeat(59)}`);
    const two = [...desk.now.rows.slice(0, 2)];
    expect(desk.add(two)).toMatchObject({ refused: 1 });
    expect(desk.now.rows).toHaveLength(60);
    expect(desk.double(desk.now.rows[0]?.row.id ?? '')).toBeUndefined();
  });
});

describe('a plan from a link', () => {
  it('lies on top of the reader’s own and changes nothing until it is taken over', async () => {
    const { desk, draft, shown } = setUp('p=1_check-in');
    await desk.open(`?p=1_${checkIn}`);
    expect(desk.isShared).toBe(true);
    expect(desk.isFixed).toBe(true);
    expect(draft.read().value).toBe('p=1_check-in');
    expect(shown).toEqual([]);
    await desk.adopt();
    expect(desk.isShared).toBe(false);
    expect(draft.read().value).toBe(`p=1_${checkIn}`);
    desk.undo();
    expect(draft.read().value).toBe('p=1_check-in');
    expect(titles(desk)).toEqual(['Check-in']);
  });

  it('can be left for the reader’s own', async () => {
    const { desk, shown } = setUp('p=1_check-in');
    await desk.open(`?p=1_${checkIn}`);
    await desk.open('');
    expect(desk.isShared).toBe(false);
    expect(titles(desk)).toEqual(['Check-in']);
    expect(shown).toEqual(['p=1_check-in']);
  });

  it('is the reader’s own when it is the same, or when there is none', async () => {
    const { desk } = setUp('p=1_check-in&people=8');
    await desk.open('?p=1_check-in&people=8');
    expect(desk.isShared).toBe(false);
    const { desk: fresh, draft } = setUp();
    await fresh.open('?p=1_check-in');
    expect(fresh.isShared).toBe(false);
    expect(draft.read().value).toBe('');
  });

  it('names what could not be read, and has the rest', async () => {
    const { desk } = setUp();
    await desk.open('?p=1_check-in_weg_sla.zzzz_%3Cb%3E&people=veel&start=99');
    expect(titles(desk)).toEqual(['Check-in']);
    expect(desk.unread).toEqual([
      { token: '<b>', why: 'shape' },
      { token: 'weg', why: 'practice' },
      { token: 'sla.zzzz', why: 'step' },
      { token: '99', why: 'session' },
      { token: 'veel', why: 'session' },
    ]);
  });

  it('can be changed only when all of it is there, or that part would be lost', async () => {
    const { desk, draft } = setUp('p=1_check-in');
    // The files of another language are not in memory yet.
    const english = new PlanDesk({ language: 'en', draft, show: () => undefined });
    line.isDown = true;
    await english.open('');
    expect(english.unread).toEqual([{ token: 'check-in', why: 'unreachable' }]);
    expect(english.isFixed).toBe(true);
    expect(draft.read().value).toBe('p=1_check-in');
    await desk.open('');
    expect(desk.isFixed).toBe(false);
  });

  it('is still in the address where nothing can be kept', async () => {
    const shown: string[] = [];
    const draft = createDraft({ storage: forbidden, tabs: new EventTarget() });
    const desk = new PlanDesk({ language: 'nl', draft, show: (query) => shown.push(query) });
    await desk.open('');
    await desk.addNamed({ kind: 'own', title: 'Lunch', minutes: 30 });
    expect(desk.kept).toBe('blocked');
    expect(shown.at(-1)).toBe('p=1_.Lunch.30');
  });
});

it('a plan is ready to be run: rows with the minutes each gets, without those there is no time for', async () => {
  const params = new URLSearchParams(`p=1.Samen_${checkIn}_-10_sla.${toStepCode('oogst')}&time=25`);
  const { title, session, rows, problems } = await loadPlan(params, 'nl');
  expect(title).toBe('Samen');
  expect(session).toEqual({ start: 570, people: 7, time: 25 });
  expect(rows.map(({ title: name, now }) => [name, now])).toEqual([
    ['Eerst hoor je iedereen', 15],
    ['Pauze', 10],
  ]);
  expect(problems).toEqual([]);
});
