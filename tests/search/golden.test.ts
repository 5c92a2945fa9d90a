import { expect, test } from 'vitest';
import { gradeWords, isPassed, toGradeTable } from '../golden/grade.ts';

test('finds inflections, compounds from both ends and other names, as a consultant expects', async () => {
  const grades = await gradeWords();
  const failed = grades.filter((grade) => !isPassed(grade));
  expect(
    failed.flatMap(({ wrong }) => wrong),
    toGradeTable(grades),
  ).toEqual([]);
});
