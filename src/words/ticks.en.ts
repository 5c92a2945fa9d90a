import type { Words } from './nl.ts';

/** What lists to tick off say, in English. */
export const ticksEn: Words['ticks'] = {
  progress: '{n} of {total} done',
  reset: 'Open everything again',
  undo: 'Put the ticks back',
  print: 'Print with ticks',
  full: 'The storage of this browser is full. These ticks go when you close the page.',
  blocked: 'This browser keeps nothing for this site. Your ticks go when you close the page.',
  asideTitle: 'Earlier ticks could not be read.',
  asideWhy:
    'They have been put aside and not thrown away. Save them as a file if you want to keep them.',
  asideSave: 'Save the old ticks',
  asideForget: 'Throw them away',
  outcome: 'Outcome of this question',
  needed: 'Something is needed',
  nothing: 'Asked, nothing needed',
  prepare: 'Get ready',
};
