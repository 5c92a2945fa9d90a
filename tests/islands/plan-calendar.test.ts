import { Buffer } from 'node:buffer';
import process from 'node:process';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPlan, type OwnPlanNow } from '../../src/islands/own-plan.ts';
import { toCalendar } from '../../src/islands/plan-calendar.ts';
import { toMarkdown, toPlainAgenda } from '../../src/islands/plan-sheet.ts';
import { layPlan } from '../../src/model/plan-lay.ts';
import { toPlanTextFromGuide } from '../../src/model/plan-code.ts';
import { toPlanParams } from '../../src/model/plan.ts';
import { nl } from '../../src/words/nl.ts';
import { guide, serve } from './plan-shelf.ts';

beforeEach(() => {
  serve();
});

const { said } = nl.plan;
const title = 'Één; twee, drie \\ vier 🙂';
const origin = {
  id: '0abc',
  address: 'https://onderstroom.example/eigen-draaiboek/?p=1_check-in',
  now: new Date('2026-11-25T08:00:00Z'),
};

async function toPlan(query: string): Promise<OwnPlanNow> {
  const plan = await readPlan(new URLSearchParams(query), 'nl');
  return { ...plan, laid: layPlan(plan.rows, plan.session) };
}

const all = `p=${toPlanTextFromGuide(guide)}_-15_.Een-lang-eigen-onderdeel-voor-de-lunch.30`;
const dated = async () => ({ ...(await toPlan(`${all}&date=2026-12-15&start=0915`)), title });

describe('a plan in a calendar', () => {
  it('is one date at the hour of the place itself, and a whole day for each step beforehand', async () => {
    const text = toCalendar(await dated(), said, origin) ?? '';
    const events = new ICAL.Component(ICAL.parse(text) as [])
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));
    expect(
      events.map(({ summary, startDate, endDate }) => [
        summary,
        startDate.toString(),
        endDate.toString(),
      ]),
    ).toEqual([
      [title, '2026-12-15T09:15:00', '2026-12-15T11:00:00'],
      ['Vooraf: De vraag; met, komma \\ en streep', '2026-12-01', '2026-12-02'],
    ]);
    expect(events[0]?.startDate.zone.tzid).toBe('floating');
    expect(events[1]?.startDate.isDate).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it('has the agenda in its description, sign for sign', async () => {
    const plan = await dated();
    const [event] = new ICAL.Component(
      ICAL.parse(toCalendar(plan, said, origin) ?? '') as [],
    ).getAllSubcomponents('vevent');
    expect(event && new ICAL.Event(event).description).toBe(
      `${toPlainAgenda(plan, said)}\n\nHet hele draaiboek: ${origin.address}`,
    );
  });

  it('keeps the letter of the standard: line ends, lines of at most 75 octets, whole letters', async () => {
    const text = toCalendar(await dated(), said, origin) ?? '';
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
    }
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:Één\\; twee\\, drie \\\\ vier 🙂');
    expect(unfolded).toMatch(/DESCRIPTION:09:15 Eerst hoor je iedereen \(20 minuten\)\\n/);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).toContain('DTSTAMP:20261125T080000Z');
  });

  it('is the same each time, so that a calendar changes its dates and adds none', async () => {
    expect(toCalendar(await dated(), said, origin)).toBe(toCalendar(await dated(), said, origin));
  });

  it('has the same hours whatever the zone of the browser, also on the day its clock is put forward', async () => {
    const zone = process.env['TZ'];
    const plan = await toPlan(`${all}&date=2026-03-29&start=0215`);
    try {
      for (const other of ['Europe/Amsterdam', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC']) {
        process.env['TZ'] = other;
        const text = toCalendar(plan, said, origin) ?? '';
        expect(text).toContain('DTSTART:20260329T021500\r\n');
        expect(text).toContain('DTEND:20260329T040000\r\n');
        expect(text).toContain('DTSTART;VALUE=DATE:20260315\r\n');
        expect(text).toContain('DTEND;VALUE=DATE:20260316\r\n');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is nothing without a day', async () => {
    expect(toCalendar(await toPlan(all), said, origin)).toBeUndefined();
  });
});

describe('a plan as Markdown', () => {
  it('says what is done when, what is asked, what may be written down and what to bring', async () => {
    expect(toMarkdown(await dated(), said, 'nl')).toBe(`# Één; twee, drie \\\\ vier 🙂

15 december 2026. 09:15–11:00. Met 7 mensen.

## Vooraf, telt niet mee in de tijd

- **De vraag; met, komma \\\\ en streep**, 1 december 2026, 2 weken van tevoren\\
  *Zou het andere team deze vraag ook zo stellen?*

## De bijeenkomst

- **09:15** Eerst hoor je iedereen (20 minuten)\\
  *Hoe zit je erbij?*\\
  Schrijf op: onderwerpen
- **09:35** De stoelen aan de kant (20 minuten)\\
  Niets opschrijven
- **09:55** Oogst (20 minuten)\\
  Schrijf op: onderwerpen
- **10:15** Pauze (15 minuten)\\
  Niets opschrijven
- **10:30** Een lang eigen onderdeel voor de lunch (30 minuten)

## Meenemen

- Stiften, 7
`);
  });

  it('has everything its address has', async () => {
    const plan = await dated();
    const params = toPlanParams({ ...plan, rows: plan.rows.map((each) => each.plan) }, 7);
    expect((await toPlan(params.toString())).title).toBe(title);
  });
});
