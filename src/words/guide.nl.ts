/** What session plans say: the list, the plan, the sheet and the hand-out, in Dutch. */
export const guideNl = {
  title: 'Draaiboeken',
} as const;
