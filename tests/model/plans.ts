import fc from 'fast-check';
import { toPlanTitle } from '../../src/model/plan-title.ts';
import { mostRows, type Plan, type PlanRow } from '../../src/model/plan.ts';

const id = fc
  .stringMatching(/^[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,8}){0,3}$/)
  .filter((text) => text.length <= 80);
const minutes = fc.integer({ min: 1, max: 999 });
const code = fc.stringMatching(/^[bcdfghjkmnpqrstvwxz]{4}$/);

/** Any title as a reader may type it and the plan keeps it. */
export const title: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('Lunch', 'Één – ’s middags *_*'),
  )
  .map((text) => toPlanTitle(text) ?? 'Lunch');

/** Any row: what it takes by itself, or minutes of the reader’s own. */
export const row: fc.Arbitrary<PlanRow> = fc.oneof(
  fc.record(
    { kind: fc.constant('step' as const), case: id, code, minutes },
    { requiredKeys: ['kind', 'case', 'code'] },
  ),
  fc.record(
    { kind: fc.constant('practice' as const), practice: id, minutes },
    { requiredKeys: ['kind', 'practice'] },
  ),
  fc.record({ kind: fc.constant('break' as const), minutes }),
  fc.record({ kind: fc.constant('own' as const), title, minutes }),
);

/** Any plan. */
export const plan: fc.Arbitrary<Plan> = fc.record(
  {
    title,
    session: fc.record(
      {
        start: fc.integer({ min: 0, max: 1439 }),
        people: fc.integer({ min: 1, max: 999 }),
        time: fc.integer({ min: 1, max: 1440 }),
        date: fc
          .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      },
      { requiredKeys: ['start', 'people'] },
    ),
    rows: fc.array(row, { maxLength: mostRows }),
  },
  { requiredKeys: ['session', 'rows'] },
);
