import type { Words } from './nl.ts';

/** What run mode says, in English. */
export const runEn: Words['run'] = {
  title: 'Run',
};
