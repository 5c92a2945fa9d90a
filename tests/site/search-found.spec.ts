import { expect } from '@playwright/test';
import { gradeSite, isPassed, toGradeTable } from '../golden/grade.ts';
import { test } from './discussion-site.ts';

test('search finds the right step first, what only readers said, and nothing for words that are not there', async ({
  site,
}) => {
  const grades = await gradeSite(site.dir, site.ids);
  const failed = grades.filter((grade) => !isPassed(grade));
  expect(
    failed.flatMap(({ set, wrong }) => [set, ...wrong]),
    toGradeTable(grades),
  ).toEqual([]);
});
