import type { Words } from './nl.ts';

/** What session plans say: the list, the plan, the sheet and the hand-out, in English. */
export const guideEn: Words['guide'] = {
  title: 'Session plans',
};
