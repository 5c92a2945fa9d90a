import type { Words } from './nl.ts';

/** What is said on paper and about PDFs, in English. */
export const printEn: Words['print'] = {
  title: 'PDFs to print',
  description: 'Cards, session plans and cases of this handbook as PDFs, ready to print.',
  lead: 'Everything here is ready for paper: the right size, page numbers and working links.',
  how: 'Print at actual size (100 %), and cards on both sides, turned over the long edge.',
  none: 'No PDFs have been made yet.',
  yourself:
    'Every page prints like this too: open the page, press Ctrl+P (⌘P on a Mac) and choose “Save as PDF”.',
  changed: 'The text has changed since.',
  facts: (pages, size) => `${String(pages)} ${pages === 1 ? 'page' : 'pages'}, ${size}`,
  kinds: {
    handbook: 'The whole handbook',
    case: 'Cases',
    'run-sheet': 'Sheets for the facilitator',
    'hand-out': 'Programmes for participants',
    deck: 'Cards',
    calibration: 'Calibration sheets for printing on both sides',
  },
  files: {
    handbook: 'handbook',
    case: (id) => `case-${id}`,
    'run-sheet': (id) => `sheet-${id}`,
    'hand-out': (id) => `participants-${id}`,
    deck: (id, format) => `cards-${id}-${format}`,
    calibration: (paper) => `calibration-${paper}`,
  },
  contents: 'Contents',
  page: 'page',
  from: (address) => `This also stands at ${address}. There you read what has changed since.`,
  textOf: (date) => `Text of ${date}.`,
  licence: (name) => `You may copy and adapt it (${name}).`,
  calibration: {
    title: (paper) => `Calibration sheet ${paper}`,
    front: 'Front',
    back: 'Back',
    how: [
      'Print this sheet on both sides, turned over the long edge, at actual size (100 %).',
      'The line below is exactly 100 mm. Is yours shorter or longer? Then the printer still changes the size.',
      'Hold the sheet against the light with the back towards you. You see the lines of the front through it.',
      'Look which number of its ruler each line falls on: once sideways, once down. Zero twice? Then you are done.',
      'Otherwise type those two numbers once, with their minus or plus. The backs of the cards then move along:',
    ],
    command: 'npm run cards -- --shift=SIDEWAYS,DOWN',
    right: 'to the right',
    down: 'down',
    ruler: '100 mm',
  },
};
