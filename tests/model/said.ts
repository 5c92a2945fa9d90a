import fc from 'fast-check';
import { stances, type Stance } from '../../src/model/contribution.ts';
import type { Said, SaidContribution } from '../../src/model/said.ts';

/** A published contribution, as the store gives it. */
export const toSaid = (given: Partial<SaidContribution> = {}): SaidContribution => ({
  id: 'r-een',
  subject: 'cases/sla#check-in',
  language: 'nl',
  stance: 'insight',
  sent: '2026-10-01T09:00:00.000Z',
  state: 'published',
  html: '<p>Dat gaat bij ons anders.</p>',
  role: 'participant',
  decisions: [],
  ...given,
});

/** What is left of a contribution that was taken back. */
export const toGone = (given: { id: string; stance: Stance; sent: string; to?: string }): Said => ({
  subject: 'cases/sla#check-in',
  language: 'nl',
  state: 'gone',
  why: 'withdrawn',
  since: '2026-11-01T09:00:00.000Z',
  ...given,
});

const moment = fc
  .integer({ min: 0, max: 60 })
  .map((day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString());

/** Anything that may stand on one subject, also what answers something unknown, or in a circle. */
export const randomThread: fc.Arbitrary<Said[]> = fc
  .array(
    fc.record({
      stance: fc.constantFrom(...stances),
      sent: moment,
      to: fc.option(fc.nat(24), { nil: undefined }),
      gone: fc.boolean(),
      outcome: fc.constantFrom('none', 'below'),
    }),
    { maxLength: 24 },
  )
  .map((drawn) =>
    drawn.map(({ stance, sent, to, gone, outcome }, index): Said => {
      const link = to === undefined ? {} : { to: `r-${to}` };
      const id = `r-${index}`;
      if (gone) return toGone({ id, stance, sent, ...link });
      return toSaid({
        id,
        stance,
        sent,
        ...link,
        decisions: outcome === 'below' ? [{ as: 'below', by: 'redactie', at: sent }] : [],
      });
    }),
  );
