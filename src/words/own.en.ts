import type { Words } from './nl.ts';

/** What the components of an author's own say, in English; one entry for each. */
export const ownEn: Words['own'] = {
  silence: {
    start: (seconds) => `Practise: ${String(seconds)} seconds of silence`,
    count: 'How far the silence is',
    done: 'That was the silence.',
  },
};
