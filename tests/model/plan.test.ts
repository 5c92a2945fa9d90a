import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPath } from '../../src/model/address.ts';
import { readPlanFile, toPlanFile } from '../../src/model/plan-file.ts';
import {
  toPlanId,
  toPlanTextFromGuide,
  toStepCode,
  toStepCodes,
} from '../../src/model/plan-code.ts';
import {
  mostRows,
  readPlanText,
  toPlanParams,
  toPlanText,
  type Plan,
} from '../../src/model/plan.ts';
import { mostTitle, toPlanTitle } from '../../src/model/plan-title.ts';
import { readSession } from '../../src/model/session.ts';
import { plan, title } from './plans.ts';

describe('a plan in an address', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(plan, (any) => {
        const { title: name, rows, unread } = readPlanText(toPlanText(any));
        expect({ title: name, rows, unread }).toEqual({
          title: any.title,
          rows: any.rows,
          unread: [],
        });
      }),
    );
  });

  it('has only characters that an address need not escape', () => {
    fc.assert(
      fc.property(plan, (any) => {
        const text = toPlanText(any);
        expect(text).toMatch(/^[\w\-.*]+$/);
        expect(new URLSearchParams({ p: text }).toString()).toBe(`p=${text}`);
      }),
    );
  });

  it('comes back with its session', () => {
    fc.assert(
      fc.property(plan, (any) => {
        const params = new URLSearchParams(toPlanParams(any, 12).toString());
        expect(readSession(params, { people: 12 })).toEqual({
          session: any.session,
          unreadable: [],
        });
      }),
    );
  });

  it('of twelve steps from twelve cases with long names takes no more than 400 characters, with its site', () => {
    const rows = Array.from({ length: 12 }, (_each, at) => ({
      kind: 'step' as const,
      case: `${'abcdefghijkl'.charAt(at)}-casus-over-teams-x`.padEnd(20, 'y'),
      code: toStepCode(`stap-${String(at)}`),
      minutes: 45,
    }));
    expect(rows.every((row) => row.case.length === 20)).toBe(true);
    const params = toPlanParams({ session: { start: 555, people: 12 }, rows }, 12);
    const address = `https://onderstroom.example${toPath({ kind: 'own-guide' }, 'nl')}?${params.toString()}`;
    expect(address.length).toBeLessThanOrEqual(400);
    expect(readPlanText(params.get('p') ?? '').rows).toEqual(rows);
  });

  it('never stops anybody: what cannot be read is named, and the rest is kept', () => {
    expect(readPlanText('1_check-in.15_%00_sla.aaaa_-0_.x_debat')).toEqual({
      rows: [
        { kind: 'practice', practice: 'check-in', minutes: 15 },
        { kind: 'practice', practice: 'debat' },
      ],
      unread: ['%00', 'sla.aaaa', '-0', '.x'].map((token) => ({ token, why: 'shape' })),
    });
    expect(readPlanText('7_check-in')).toEqual({
      rows: [],
      unread: [{ token: '7', why: 'version' }],
    });
    expect(readPlanText('')).toEqual({ rows: [], unread: [] });
  });

  it('made up by anybody is read without harm', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 400, unit: 'binary' }),
      fc
        .array(
          fc.oneof(
            fc.string({ maxLength: 12 }),
            fc.constantFrom(
              '-5',
              'check-in',
              '.*1f600*.3',
              '.*ffffff*.3',
              '.*202e*x.3',
              '..',
              '.-.5',
            ),
          ),
          { maxLength: 200 },
        )
        .map((tokens) => ['1', ...tokens].join('_')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const { rows, unread } = readPlanText(text);
        expect(rows.length).toBeLessThanOrEqual(mostRows);
        expect(unread.length).toBeLessThanOrEqual(mostRows);
        for (const row of rows) {
          if (row.kind === 'own')
            expect(Array.from(row.title).length).toBeLessThanOrEqual(mostTitle);
          expect(row.minutes ?? 1).toBeGreaterThan(0);
        }
        // What was kept can be shared again.
        expect(readPlanText(toPlanText({ rows }))).toEqual({ rows, unread: [] });
      }),
    );
  });

  it('of more than sixty rows keeps the first sixty', () => {
    const { rows, unread } = readPlanText(`1${'_-5'.repeat(62)}`);
    expect(rows).toHaveLength(60);
    expect(unread).toEqual([
      { token: '-5', why: 'too-many' },
      { token: '-5', why: 'too-many' },
    ]);
  });

  it('has a short name of its own among favourites', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }),
        ([one = '', other = '']) => {
          expect(toPlanId(one)).toMatch(/^[a-z0-9]{14}$/);
          expect(toPlanId(one)).not.toBe(toPlanId(other));
        },
      ),
    );
  });

  it('can begin as the session plan of a case', () => {
    const steps = ['vraag', 'check-in', 'check-uit'];
    const text = toPlanTextFromGuide({ id: 'sla', rows: steps.map((id) => ({ id })) as never });
    expect(readPlanText(text).rows).toEqual(
      steps.map((id) => ({ kind: 'step', case: 'sla', code: toStepCode(id) })),
    );
  });
});

describe('the title of a plan', () => {
  it('is one line of at most sixty characters, and stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const line = toPlanTitle(text);
        if (line === undefined) return;
        expect(Array.from(line).length).toBeLessThanOrEqual(60);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        expect(toPlanTitle(line)).toBe(line);
      }),
    );
    fc.assert(
      fc.property(title, (line) => {
        expect(toPlanTitle(line)).toBe(line);
      }),
    );
  });
});

describe('the code of a step', () => {
  it('has four letters that do not look alike, and is always the same', () => {
    expect(toStepCode('check-in')).toBe('gtff');
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(toStepCode(id)).toMatch(/^[bcdfghjkmnpqrstvwxz]{4}$/);
      }),
    );
  });

  it('is its own within a case, however many steps there are, and leads old links to the step of today', () => {
    const steps = Array.from({ length: 900 }, (_each, at) => ({ id: `stap-${String(at)}` }));
    expect(Object.keys(toStepCodes(steps))).toHaveLength(900);
    const codes = toStepCodes([{ id: 'nieuw', formerIds: ['oud'] }, { id: 'ander' }]);
    expect(codes[toStepCode('oud')]).toBe('nieuw');
    expect(codes[toStepCode('nieuw')]).toBe('nieuw');
    expect(Object.keys(codes)[0]).toBe(toStepCode('nieuw'));
  });
});

describe('a plan as a file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(plan, (any: Plan) => {
        const file = readPlanFile(toPlanFile(any, [], []));
        expect(file).toEqual({
          ...(any.title === undefined ? {} : { title: any.title }),
          session: any.session,
          rows: any.rows,
          unread: [],
        });
      }),
    );
  });

  it('made up by anybody is read without harm', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.jsonValue(), { maxLength: 70 }), (text, rows) => {
        readPlanFile(text);
        const file = readPlanFile(JSON.stringify({ format: 'onderstroom-plan', version: 1, rows }));
        expect(file?.rows.length).toBeLessThanOrEqual(mostRows);
      }),
    );
    expect(readPlanFile('no plan')).toBeUndefined();
    expect(readPlanFile('{"format":"onderstroom-plan","version":9,"rows":[]}')?.unread).toEqual([
      { token: '9', why: 'version' },
    ]);
  });

  it('may name a step by its id alone', () => {
    const text = JSON.stringify({
      format: 'onderstroom-plan',
      version: 1,
      rows: [{ kind: 'step', case: 'sla', step: 'check-in' }],
    });
    expect(readPlanFile(text)?.rows).toEqual([
      { kind: 'step', case: 'sla', code: toStepCode('check-in') },
    ]);
  });
});
