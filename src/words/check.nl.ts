/** What a case says of voices that got an answer, in Dutch. */
export const checkNl = {
  answered: 'Wat met een eerdere nee gebeurde',
  answeredWhy:
    'Deze stemmen stonden in een vorige versie. De schrijver vertelt per stem wat ermee is gedaan.',
} as const;
