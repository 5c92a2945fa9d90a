import type { Case, GlossaryTerm, Practice } from '../../src/model/entry.ts';
import { DiscussionSettings } from '../../src/model/discussion-settings.ts';
import type { Handbook } from '../../src/model/handbook.ts';
import type { Language } from '../../src/model/language.ts';
import type { Source } from '../../src/model/source.ts';
import type { Step } from '../../src/model/step.ts';
import type { Shelves } from '../../src/machine/places.ts';

/** A small handbook with every sign in it that XML, HTML, JSON or Markdown may stumble over. */
export const handbook: Handbook = {
  name: 'Stroom & Co',
  address: 'https://handboek.example',
  tagline: {
    nl: 'Een handboek voor <moeilijke> gesprekken',
    en: 'A handbook for <difficult> conversations',
  },
  licence: { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  discussion: DiscussionSettings.parse({}),
};

export const sources: Source[] = [{ id: 'boek', title: 'Het boek & de rest', by: 'Een schrijver' }];

/** A shelf per language: the second practice has not been translated. */
export const toShelves = (language: Language): Shelves => ({
  cases: [toCase(language)],
  practices: [
    toPractice('zoek-de-nee', language, {
      lewis: 2,
      kind: 'step',
      formerIds: ['zoek-het-alternatief'],
    }),
    toPractice('check-in', 'nl'),
  ],
  pages: [
    {
      ...toEntry('about', language),
      title: 'Over & uit',
      summary: 'Wie dit handboek maakt.',
      updated: '2026-11-01',
    },
  ],
  helps: [{ ...toEntry('dead-link', language), title: 'Een link leidt nergens heen' }],
  terms: [
    toTerm('consent', language),
    { ...toTerm('nee', language), related: ['consent'], practice: 'zoek-de-nee' },
  ],
});

const toEntry = (id: string, language: Language) => ({
  id,
  language,
  translation: language === 'nl' ? ('source' as const) : ('current' as const),
  digest: '0123456789ab',
  blocks: [],
  headings: [],
  markdown: `Gewone tekst over ${id}.`,
  terms: [],
  images: [],
});

const toCase = (language: Language): Case & { images: { src: string }[] } => ({
  ...toEntry('sla', language),
  title: 'Samen&shy;werking in R&D: <wie> *wil* "wat"?',
  short: 'Samen in R&D',
  summary: 'Twee teams & één vraag: is 3 < 4? ]]> Ja.',
  status: 'exercise',
  published: '2026-10-01',
  updated: '2026-10-20',
  sector: 'HR',
  moment: 'Vlak voor de verlenging',
  occasion: 'Het liep redelijk',
  initiative: 'De klant',
  tension: 1,
  interdependent: true,
  parties: [
    { name: 'klant', headcount: 4, inRoom: true },
    { name: 'publiek', inRoom: false },
  ],
  people: 7,
  inTheRoom: 'Twee teams',
  facilitator: 'Een oud-collega',
  fits: ['Als het loopt'],
  cautions: ['Niet bij een geschil'],
  notTold: ['Hoe het afliep'],
  closing: 'Zo ging het.',
  topics: ['samenwerking'],
  author: '',
  licence: 'CC BY-SA 4.0',
  formerIds: ['samenwerking-sla'],
  formerAddresses: language === 'nl' ? ['/2019/05/twee-teams/'] : [],
  steps: [step],
  contributions: [],
});

const step: Step = {
  id: 'agenda',
  title: 'De agenda ontstaat',
  practice: 'check-in',
  lewis: '1-3',
  phase: 'during',
  minutes: { min: 5, ideal: 10, max: 15 },
  timing: 'proposal',
  from: 'case',
  posture: 'seated',
  notes: 'none',
  heat: 1,
  ask: 'Wat moet erbij?',
  skip: 1,
  lost: 'een eigen agenda',
  formerIds: [],
  after: [],
  materials: [],
  summary: 'De groep maakte een lijst.',
  says: [],
};

const toPractice = (
  id: string,
  language: Language,
  fields: Partial<Practice> = {},
): Practice & { images: { src: string }[] } => ({
  ...toEntry(id, language),
  title: `Werkvorm ${id} & meer`,
  kind: 'activity',
  aliases: ['ook dit'],
  purpose: 'Maak het veilig om <nee> te zeggen.',
  tagline: 'Vraag naar wat nog niet gezegd is.',
  purposes: ['nee horen'],
  when: 'Als iedereen knikt',
  notWhen: 'Als er angst is',
  heat: 2,
  facilitator: 'trained',
  groupSize: { min: 3 },
  minutes: { min: 5, max: 20 },
  space: 'Een kring',
  materials: [{ name: 'stift', count: 1, per: 'group', used: false }],
  posture: 'free',
  accessibleVariant: 'Iedereen mag schrijven.',
  invitation: 'Wie ziet het anders?',
  does: ['Vraag', 'Wacht', 'Bedank'],
  says: ['Eén', 'Twee', 'Drie'],
  signsToMoveOn: ['Er is een nee'],
  signsNotYet: ['Er wordt gelachen'],
  pitfalls: ['Te snel', 'Te vaak'],
  output: 'Een nee',
  notes: 'topics',
  attribution: 'never',
  next: ['check-in'],
  variants: [{ name: 'Op papier', how: 'Schrijf het op', source: 'boek' }],
  differences: [{ about: 'naam', one: 'nee | nee', other: 'alternatief' }],
  provenance: {
    purpose: 'method',
    does: 'method',
    says: 'proposal',
    signs: 'method',
    pitfalls: 'method',
    minutes: 'proposal',
    accessible: 'proposal',
  },
  sources: ['boek'],
  reviewed: '2026-11-10',
  licence: 'CC BY-SA 4.0',
  formerIds: [],
  ...fields,
});

const toTerm = (id: string, language: Language): GlossaryTerm => ({
  id,
  language,
  term: `${id} & zo`,
  definition: 'Een woord dat hier iets eigens betekent.',
  synonyms: ['ander woord'],
  searchOnly: [],
  mark: true,
  related: [],
});
