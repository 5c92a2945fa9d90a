import { expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import type { Case, Practice } from '../../src/model/entry.ts';
import { fit } from '../../src/model/fit.ts';
import { toGuideRows } from '../../src/model/guide-row.ts';
import { languages, type Language } from '../../src/model/language.ts';
import { addMaterials } from '../../src/model/add-materials.ts';

const { files } = await readHandbook({ root: '.', cache: false });

const listOf = <E>(collection: string, language: Language): E[] =>
  files.flatMap((file) =>
    file.collection === collection && file.language === language ? [file.entry as E] : [],
  );

const plans = languages.flatMap((language) =>
  listOf<Case>('cases', language).map((entry) => {
    const { rows, people } = toGuideRows(entry, listOf<Practice>('practices', language));
    return {
      id: entry.id,
      language,
      people,
      during: rows.filter(({ phase }) => phase === 'during'),
    };
  }),
);
const planOf = (id: string, language: Language) =>
  plans.find((plan) => plan.id === id && plan.language === language) ?? { people: 0, during: [] };

it('the SLA session fits into an hour and a half, and keeps its check-in, summary and harvest', () => {
  const { fits, dropped, total } = fit(planOf('sla', 'nl').during, 90);
  expect({ fits, dropped, total }).toEqual({
    fits: true,
    dropped: ['stevige-discussie', 'pauze', 'welkom'],
    total: 90,
  });
});

it.each(plans)('no plan leaves out a check-in: $id in $language', ({ during }) => {
  const checkIn = during.find(({ practices }) => practices.some(({ id }) => id === 'check-in'));
  expect(checkIn && fit(during, 1).minutes.has(checkIn.id)).toBe(true);
});

it.each(plans)('leaving a row out has its own place in the order: $id in $language', (plan) => {
  const order = plan.during.flatMap(({ skip }) => skip ?? []).sort((a, b) => a - b);
  expect(order).toEqual(order.map((_, index) => index + 1));
});

it('brings the same things in every language, under one name each', () => {
  const [english, dutch] = [
    listOf<Practice>('practices', 'en'),
    listOf<Practice>('practices', 'nl'),
  ];
  const names = new Map<string, Set<string>>();
  for (const { id, materials } of dutch) {
    const theirs = english.find((practice) => practice.id === id)?.materials ?? [];
    for (const [index, { name }] of materials.entries())
      names.set(name, (names.get(name) ?? new Set()).add(theirs[index]?.name ?? ''));
  }
  expect([...names].filter(([, others]) => others.size !== 1)).toEqual([]);
  expect(new Set([...names.values()].flatMap((others) => [...others])).size).toBe(names.size);
  const toCounts = (language: Language) => {
    const { during, people } = planOf('sla', language);
    return addMaterials(during, people).map(({ count }) => count);
  };
  expect(toCounts('en')).toEqual(toCounts('nl'));
});
