import type { findingNl } from './finding.nl.ts';

/** What search says beside the usual: what it narrows by, what it did not find, and what to try then, in English. */
export const findingEn: typeof findingNl = {
  facets: { phase: 'When?', sector: 'Sector' },
  phases: { before: 'Beforehand', during: 'During', after: 'Afterwards' },
  have: 'What do you have?',
  time: 'Minutes',
  people: 'People',
  chipTime: '{n} minutes',
  chipPeople: '{n} people',
  wholeNumber: 'A whole number, from 1',
  without: '{words} does not occur in this handbook. This was found with the other words.',
  withoutMany: '{words} do not occur in this handbook. This was found with the other words.',
  apart: 'No page has all of these words. This was found with some of them.',
  understood: 'This fits {facts}.',
  common: 'These words are nearly everywhere. Add a word that says what it is about.',
  zeroWithFilters: 'Nothing found for “{text}” with these filters.',
  spelled: 'Did you mean',
  near: 'Or do you look for',
  begin: 'Begin with, for example,',
  starts: ['undercurrent', 'the no', 'polarity', 'trust', 'check-in'],
  recent: 'You searched before for',
  forget: 'Forget this',
  keptHere: 'This is in this browser only.',
  ask: 'Do you miss this in the handbook?',
  askLink: 'Ask this question',
};
