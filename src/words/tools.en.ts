import type { Words } from './nl.ts';

/** What the small tools say, in English. */
export const toolsEn: Words['tools'] = {
  title: 'Tools',
};
