import { randomUUID } from 'node:crypto';
import type { ContributionDraft } from '../../src/model/draft.ts';
import { newContributionId, toReferenceCode } from '../../src/discussion/reference-code.ts';
import type { NewContribution } from '../../src/discussion/store.ts';

/** The moment everything in these tests begins. */
export const start = new Date('2026-11-25T12:00:00.000Z');

/** So many minutes after the beginning. */
export const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

/** A new contribution with a key of its own, as http hands it to a store. */
export function toNew(draft: Partial<ContributionDraft> = {}, at = start): NewContribution {
  const full: ContributionDraft = {
    subject: 'cases/sla#check-in',
    language: 'nl',
    stance: 'insight',
    words: 'Bij ons ging dat <b>anders</b>.',
    needs: 'Meer tijd vooraf.',
    role: 'participant',
    key: randomUUID(),
    ...draft,
  };
  return {
    id: newContributionId(at),
    code: toReferenceCode(full.key),
    draft: full,
    html: '<p>Bij ons ging dat <b>anders</b>.</p>',
    cleaner: 'test 1',
    answered: { digest: 'a1b2c3', text: 'Iedereen zegt iets. De begeleider luistert.' },
    at,
  };
}
