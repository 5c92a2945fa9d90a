import { describe, expect, it } from 'vitest';
import { choosePlans, OrderError, readOrder } from '../../scripts/cards-order.ts';
import { createProgress, toBar } from '../../scripts/cards-progress.ts';
import type { PdfPlan } from '../../scripts/pdf-plan.ts';

const toPlan = (
  deck: string | undefined,
  format: string,
  language: 'nl' | 'en' = 'nl',
): PdfPlan => ({
  kind: deck === undefined ? 'case' : 'deck',
  language,
  path: `/pdf/${deck ?? 'casus'}-${format}-${language}.pdf`,
  ...(deck === undefined ? {} : { deck, format }),
  sources: [],
  prepare: () => Promise.resolve({ nothing: 'has no cards' }),
});

const plans = [
  toPlan(undefined, ''),
  toPlan('sla', 'a6'),
  toPlan('sla', 'wall'),
  toPlan('roosterwissel', 'a6'),
  toPlan('sla', 'a6', 'en'),
];

describe('npm run cards', () => {
  it('makes everything when nothing is chosen', () => {
    expect(choosePlans(plans, readOrder([]))).toEqual(plans);
  });

  it('makes only the decks, formats and languages that were chosen', () => {
    const choose = (...given: string[]) =>
      choosePlans(plans, readOrder(given)).map((plan) => plan.path);
    expect(choose('--deck=sla')).toHaveLength(3);
    expect(choose('--deck=sla', '--format=a6', '--language=en')).toEqual(['/pdf/sla-a6-en.pdf']);
    expect(choose('--deck', 'sla', '--deck', 'roosterwissel', '--language=nl')).toHaveLength(3);
    expect(choose('--language=en')).toHaveLength(1);
  });

  it('says which decks there are when one is misspelt', () => {
    expect(() => choosePlans(plans, readOrder(['--deck=roosterwisel']))).toThrow(
      'There is no deck “roosterwisel”. Did you mean “roosterwissel”? Known: sla, roosterwissel.',
    );
  });

  it('says which formats and languages there are', () => {
    expect(() => choosePlans(plans, readOrder(['--format=a9']))).toThrow('Known: a6, wall.');
    expect(() => choosePlans(plans, readOrder(['--language=fr']))).toThrow('Languages: nl, en.');
  });

  it('reads how far backs must move, with a comma or a minus as people type them', () => {
    expect(readOrder(['--shift=0.5,-1']).shift).toEqual({ dx: 0.5, dy: -1 });
    expect(readOrder(['--shift=−0.25,0']).shift).toEqual({ dx: -0.25, dy: 0 });
  });

  it.each(['1', '1,2,3', 'a,b', '99,0', '', ','])('refuses “%s” as a shift', (text) => {
    expect(() => readOrder([`--shift=${text}`])).toThrow(OrderError);
  });

  it('shows how it is used when it is asked something it does not know', () => {
    expect(() => readOrder(['--decks=sla'])).toThrow('npm run cards');
  });
});

describe('progress', () => {
  const [plan] = plans;
  if (!plan) throw new Error('There are plans.');
  const made = { plan, outcome: 'made', done: 1, of: 4 } as const;

  it('is a bar that fits the window where somebody looks on', () => {
    expect(toBar(made, 80)).toBe('██████░░░░░░░░░░░░░░░░░░ 1/4 /pdf/casus--nl.pdf');
    expect(toBar(made, 20)).toHaveLength(19);
  });

  it('is a line for each PDF that was made where nobody does', () => {
    let shown = '';
    const show = createProgress({ write: (text) => (shown += text) });
    show(made);
    show({ ...made, outcome: 'unchanged', done: 2 });
    expect(shown).toBe('/pdf/casus--nl.pdf\n');
  });
});
