import type { Words } from './nl.ts';

/** What the page for making a session plan of your own says, in English. */
export const planEn: Words['plan'] = {
  title: 'Your own session plan',
};
