import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultStart,
  readDay,
  readSession,
  toDayBefore,
  writeSession,
  type Session,
} from '../../src/model/session.ts';

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.nat(1439);
const people = fc.integer({ min: 1, max: 999 });
const session: fc.Arbitrary<Session> = fc.record(
  { start: clock, people, time: fc.integer({ min: 1, max: 1440 }), date: day },
  { requiredKeys: ['start', 'people'] },
);
const usual = fc.record({ people, start: clock }, { requiredKeys: ['people'] });
const names = ['start', 'people', 'time', 'date'] as const;

describe('a session in the address', () => {
  it('reads back what was written, and leaves the rest of the address alone', () => {
    fc.assert(
      fc.property(session, session, usual, (former, now, plan) => {
        const params = new URLSearchParams('purpose=goed+beginnen');
        writeSession(params, former, plan);
        writeSession(params, now, plan);
        const read = readSession(new URLSearchParams(params.toString()), plan);
        expect(read).toEqual({ session: now, unreadable: [] });
        expect(params.get('purpose')).toBe('goed beginnen');
      }),
      { numRuns: 1000 },
    );
  });

  it('is empty for the plan as it is', () => {
    fc.assert(
      fc.property(usual, (plan) => {
        const params = new URLSearchParams();
        writeSession(params, { people: plan.people, start: plan.start ?? defaultStart }, plan);
        expect(params.toString()).toBe('');
        expect(readSession(params, plan).session).toEqual({ start: defaultStart, ...plan });
      }),
    );
  });

  it('never throws, keeps what it cannot read as the plan has it, and names it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('-3', 'abc', '<script>', '1e3', '0x10', '∞', ' 7', '7 ', '9999', '0', '1.5'),
      fc.constantFrom('2026-02-30', '0000-00-00', '0000-01-01', '+12026-01-01', '2026-1-1'),
    );
    fc.assert(
      fc.property(
        fc.record({ start: hostile, people: hostile, time: hostile, date: hostile }),
        usual,
        (texts, plan) => {
          const { session: read, unreadable } = readSession(new URLSearchParams(texts), plan);
          const before: Partial<Session> = { start: defaultStart, ...plan };
          for (const name of unreadable) expect(read[name]).toEqual(before[name]);
          expect(read.start >= 0 && read.start < 1440).toBe(true);
          expect(Number.isInteger(read.people) && read.people >= 1).toBe(true);
          expect(read.time === undefined || (read.time >= 1 && read.time <= 1440)).toBe(true);
          expect(read.date === undefined || readDay(read.date) === read.date).toBe(true);
          // What is not named is read, or was not there.
          for (const name of names)
            if (texts[name] !== '' && !unreadable.includes(name))
              expect(read[name]).not.toBeUndefined();
        },
      ),
      { numRuns: 1000 },
    );
    const bad = new URLSearchParams('time=abc&people=-3&start=25:00&date=2026-11-31');
    expect(readSession(bad, { people: 7 })).toEqual({
      session: { start: defaultStart, people: 7 },
      unreadable: ['start', 'people', 'time', 'date'],
    });
  });
});

describe('a day', () => {
  it('is one of the calendar', () => {
    fc.assert(fc.property(day, (text) => readDay(text) === text));
    expect(readDay('2028-02-29')).toBe('2028-02-29');
    for (const text of ['2026-02-29', '2026-13-01', '2026-11-31', '26-11-01', '', 'morgen'])
      expect(readDay(text)).toBeUndefined();
  });

  it('so many days before another is a day, and so many days earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 365 }), (text, days) => {
        const before = toDayBefore(text, days);
        expect(before).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(Date.parse(text) - Date.parse(before)).toBe(days * 86_400_000);
      }),
    );
    expect(toDayBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(toDayBefore('2027-01-05', 7)).toBe('2026-12-29');
  });
});
