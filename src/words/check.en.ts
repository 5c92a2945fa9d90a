/** What a case says of voices that got an answer, in English. */
export const checkEn = {
  answered: 'What was done with an earlier no',
  answeredWhy:
    'These voices stood in an earlier version. The author tells for each what was done with it.',
} as const;
