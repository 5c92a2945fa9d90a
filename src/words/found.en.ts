import type { foundNl } from './found.nl.ts';

/** What feeds, search and Markdown say about contributions, in English. */
export const foundEn: typeof foundNl = {
  about: (step, whole) => (step === '' ? whole : `${step} (${whole})`),
  title: (stance, about) => `${stance}: ${about}`,
  somebody: 'Somebody',
  answers: 'About this sentence',
  needs: 'Needed to come along',
  states: { open: 'Still open', added: 'Added', below: 'Lies under the waterline' },
  atStep: (step) => `at ‘${step}’`,
  came: {
    open: (day) => `open since ${day}`,
    added: () => 'the text changed because of this',
    below: () => 'lies under the waterline',
  },
  feeds: {
    all: (name) => `${name}: contributions`,
    allOpen: (name) => `${name}: noes that are still open`,
    about: (name, about) => `${name}: contributions about ${about}`,
    aboutOpen: (name, about) => `${name}: noes that are still open about ${about}`,
    here: 'Contributions about this text',
    everywhere: 'All contributions',
    description:
      'What readers and writers contribute: what they see differently and what they recognise.',
    descriptionOpen: 'Every no that has no answer yet.',
  },
  follow: {
    lead: 'Follow this conversation:',
    leadAll: 'Follow all conversations:',
    open: 'Only what is still open:',
    openAll: 'Only what is still open, everywhere:',
    steps: 'Follow one step',
    or: 'or',
    atom: 'Atom',
    json: 'JSON',
  },
  filters: {
    dissent: 'Only dissent',
    stance: 'What does the contribution say?',
    state: 'Where does the no stand?',
  },
  contributions: 'Contributions',
  said: 'What readers say about this',
};
