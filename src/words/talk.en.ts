import type { Words } from './nl.ts';

/** What the discussion says, in English. */
export const talkEn: Words['talk'] = {
  fields: {
    subject: 'What it is about',
    language: 'Language',
    stance: 'Where you stand',
    words: 'Your words',
    needs: 'What do you need to come along?',
    role: 'Your role',
    name: 'Your name',
    email: 'Your e-mail address',
    on: 'The sentence it is about',
    to: 'The contribution you answer',
    key: 'The mark of this form',
    code: 'The code of your contribution',
    form: 'The form',
  },
  problems: {
    missing: (field) => `${field}: please fill this in.`,
    'too-long': (field) => `${field}: this is too long. Make it shorter.`,
    unknown: (field) => `${field}: we do not know this one. Choose another.`,
    malformed: (field) => `${field}: this is not written as it should be. Look again.`,
    'not-asked': (field) => `${field}: we do not ask for this here. Take it away.`,
    unexpected: (field) => `You cannot send “${field}”.`,
    'too-deep': (field) =>
      `${field}: this conversation is deep already. Answer the contribution above it.`,
    elsewhere: (field) => `${field}: that contribution is about another place.`,
    'too-late': (field) =>
      `${field}: you can change it in the first quarter of an hour only. You can always take it back.`,
    gone: (field) => `${field}: this contribution was taken back already.`,
    confirm: (field) => `${field}: read your contribution once more, then send it.`,
    'not-kept': (field) =>
      `${field}: your contribution did not arrive. Everything is still here. Try again later.`,
  },
  refusals: {
    'other-site': 'This form did not come from this site. Go to the page itself and try there.',
    'no-origin':
      'We cannot see whether this form came from this site. Use a newer browser. Your words are below, so that you can copy them.',
    'too-large': 'This is too much at once. Your words may be 64 kB in all.',
    'wrong-type': 'We cannot read this. Use the form on the page.',
    'wrong-method': 'That cannot be done here.',
    'wrong-place': 'There is nothing here to send to.',
  },
  states: {
    pending: 'Waiting to be read',
    published: 'On the page',
    declined: 'Not published',
    withdrawn: 'Taken back by you',
  },
  rungs: {
    found: 'Found',
    spread: 'Spread',
    'coming-along': 'Coming along',
    added: 'Added',
    below: 'Under the waterline',
  },
  reasons: {
    'names-people': 'It held names, or details by which people can be recognised.',
    insults: 'It held an insult, a threat or discrimination.',
    advertising: 'It was advertising or spam.',
    'off-topic': 'It was not about the text.',
    'against-the-law': 'The law does not allow this.',
  },
  gone: {
    withdrawn: (date) => `A contribution stood here. Its writer took it back on ${date}.`,
    declined: (date) => `A contribution stood here. It was taken away on ${date}.`,
    edited: (date) => `The writer changed this contribution on ${date}. We are reading it again.`,
    reread: (date) =>
      `A contribution stood here for a moment. We are reading it again since ${date}.`,
  },
  anchors: {
    changed: 'Changed since this contribution',
    gone: 'The step this was about is no longer there',
  },
};
