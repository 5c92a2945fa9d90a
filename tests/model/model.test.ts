import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  toMarkdownPath,
  toPath,
  toRangePath,
  toStepPath,
  type Place,
} from '../../src/model/address.ts';
import { ContributionProps, isDissent, stances } from '../../src/model/contribution.ts';
import { addDurations } from '../../src/model/add-durations.ts';
import { Duration } from '../../src/model/duration.ts';
import { toGuide, toUsedLewisSteps } from '../../src/model/guide.ts';
import { languages } from '../../src/model/language.ts';
import { lewisRanges, toLewisSteps } from '../../src/model/lewis.ts';
import { StepProps, type Step } from '../../src/model/step.ts';

describe('addresses', () => {
  const kinds = [
    'home',
    'cases',
    'practices',
    'steps',
    'glossary',
    'search',
    'favourites',
    'contents',
    'helps',
    'missing',
  ] as const;
  const places: Place[] = [
    ...kinds.map((kind): Place => ({ kind })),
    ...(['case', 'practice', 'page', 'help'] as const).flatMap((kind) =>
      ['sla', 'about', 'cases'].map((id): Place => ({ kind, id })),
    ),
  ];
  it('are different for every place and language, and so are their Markdown twins', () => {
    const paths = languages.flatMap((language) => places.map((place) => toPath(place, language)));
    const twins = languages.flatMap((language) =>
      places.map((place) => toMarkdownPath(place, language)),
    );
    // A page with the id “cases” would take the place of the list: the one clash there can be, and no such page exists.
    expect(new Set(paths).size).toBeGreaterThanOrEqual(paths.length - 1);
    expect(new Set(twins).size).toBe(new Set(paths).size);
  });
  it('have a slash at both ends, and an English one says so', () => {
    for (const place of places) {
      expect(toPath(place, 'nl')).toMatch(/^\/([^/].*\/)?$/);
      expect(toPath(place, 'en')).toMatch(/^\/en\//);
    }
  });
  it('of steps and ranges point inside their page', () => {
    expect(toStepPath('sla', 'check-in', 'en')).toBe('/en/cases/sla/#check-in');
    expect(toRangePath('1-3', 'nl')).toBe('/stappen/#stappen-1-3');
    expect(toMarkdownPath({ kind: 'home' }, 'nl')).toBe('/index.md');
    expect(toMarkdownPath({ kind: 'home' }, 'en')).toBe('/en.md');
  });
});

describe('a duration', () => {
  const minutes = fc
    .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
    .map((three) => [...three].sort((a, b) => a - b));
  it('reads back what was written', () => {
    fc.assert(
      fc.property(minutes, ([min, ideal, max]) => {
        expect(Duration.parse(`${String(min)}/${String(ideal)}/${String(max)}`)).toEqual({
          min,
          ideal,
          max,
        });
      }),
    );
    expect(Duration.parse('10')).toEqual({ min: 10, ideal: 10, max: 10 });
  });
  it.each(['', '5/10', '10/5/15', 'tien', '-5', '5.5', '5/10/15/20', ' 5'])(
    '“%s” is refused',
    (text) => {
      expect(Duration.safeParse(text).success).toBe(false);
    },
  );
});

describe('a guide', () => {
  const step = (id: string, more: object): Step => ({
    ...StepProps.parse({ id, title: 'Een stap', from: 'case', ...more }),
    summary: '',
    says: [],
  });
  const steps = [
    step('kennismaken', { phase: 'before', daysAhead: 7, minutes: '30', lewis: '4' }),
    step('check-in', { minutes: '5/10/20' }),
    step('agenda', { minutes: '15/25/40', lewis: '1-3' }),
    step('bedanken', { phase: 'after' }),
  ];
  it('counts only what happens during the session', () => {
    const guide = toGuide(steps);
    expect(guide.minutes).toEqual({ min: 20, ideal: 35, max: 60 });
    expect(
      [guide.before, guide.during, guide.after].map((phase) => phase.map(({ id }) => id)),
    ).toEqual([['kennismaken'], ['check-in', 'agenda'], ['bedanken']]);
    expect(guide.minutes).toEqual(addDurations(guide.during.flatMap((each) => each.minutes ?? [])));
  });
  it('knows its Lewis steps, each once and in order', () => {
    expect(toUsedLewisSteps(steps)).toEqual([1, 2, 3, 4]);
    expect(lewisRanges.map((range) => toLewisSteps(range).length)).toEqual([3, 2, 4, 5]);
  });
  it.each([
    ['no minutes during the session', {}],
    ['days ahead during the session', { minutes: '5', daysAhead: 3 }],
    ['a place in the skip order without what is lost', { minutes: '5', skip: 1 }],
    ['a question without a question mark', { minutes: '5', ask: 'Wie nog' }],
  ])('refuses a step with %s', (_what, more) => {
    expect(StepProps.safeParse({ id: 'x', title: 'Een stap', from: 'case', ...more }).success).toBe(
      false,
    );
  });
});

it('dissent says what it needs, recognition need not', () => {
  const voice = { id: 'v', on: 'woorden', role: 'een lezer', date: '2026-11-23' };
  for (const stance of stances) {
    expect(ContributionProps.safeParse({ ...voice, stance }).success).toBe(!isDissent(stance));
    expect(ContributionProps.safeParse({ ...voice, stance, needs: 'tijd' }).success).toBe(true);
  }
});
