import type { Decision } from '../../src/model/ruling.ts';
import type { ContributionDraft } from '../../src/model/draft.ts';

/** One contribution to seed. Days and minutes count back from now, so that what is open stays open for as long. */
export interface Seed {
  name: string;
  daysAgo: number;
  draft: Partial<Omit<ContributionDraft, 'key' | 'to'>> & { to?: string };
  /** The passage as it was when it was answered, when that is not the passage as it is now. */
  passage?: string;
  /** What becomes of it, in order; without anything it stays pending. */
  then?: readonly Fate[];
}

export type Fate =
  | { decide: Decision; daysAgo?: number }
  /** Changed within the time for it: it is pending again. */
  | { revise: string }
  | { withdraw: number };

const by = 'redactie';
const publish: Fate = { decide: { as: 'publish', by } };

/** Says only what is different from a no about the check-in. */
const seed = (
  name: string,
  daysAgo: number,
  draft: Seed['draft'],
  rest: Partial<Pick<Seed, 'passage' | 'then'>> = {},
): Seed => ({ name, daysAgo, draft, then: [publish], ...rest });

const agreeing = { stance: 'recognition', needs: undefined } as const;
const confirming = { stance: 'confirmation', needs: undefined } as const;

/** A text no page, feed or index may ever hold: it waits to be read. */
export const canary = 'kanarievogeltje';

/** The e-mail addresses that were sent along. */
export const emails = ['sanne.vermeer@voorbeeld.nl', 'wachtend@voorbeeld.nl'];

/** A made-up discussion with everything in it that can be in one. Made up for tests, and never shipped. */
export const seeds: readonly Seed[] = [
  seed('open-old', 41, {
    words: 'Bij ons duurde de check-in juist <strong>een uur</strong>.\n\nToen was de fut eruit.',
    needs: 'Een klok die iedereen kan zien.',
    on: 'Dat maakt de eerste minuten lichter.',
    email: emails[0],
  }),
  seed('recognise-partly', 30, {
    ...agreeing,
    words: 'Ik herken dit, een beetje. Bij ons hielp het om te staan.',
    role: 'facilitator',
    to: 'open-old',
  }),
  seed('answer', 20, {
    ...confirming,
    words: 'Een klok hielp bij ons echt.',
    role: undefined,
    name: 'Bram',
    to: 'open-old',
  }),
  seed('answer-deep', 19, { ...confirming, words: 'Welke klok was dat?', to: 'answer' }),
  seed('open-new', 3, {
    stance: 'counterargument',
    words: 'Wie als laatste spreekt, heeft alles al gehoord.',
    needs: 'Af en toe van de andere kant beginnen.',
    role: undefined,
    name: 'Sanne V.',
  }),
  seed('english', 12, {
    language: 'en',
    stance: 'counterargument',
    words: 'Popcorn style lets the loudest go first.',
    needs: 'A round once in a while.',
    on: 'Begin yourself, and keep it short.',
  }),
  seed(
    'added',
    70,
    {
      subject: 'cases/sla#oogst',
      words: 'Zonder oogst was bij ons na een week alles weg.',
      needs: 'Eén zin op papier.',
    },
    { then: [publish, { decide: { as: 'add', by, step: 'oogst' }, daysAgo: 58 }] },
  ),
  seed(
    'below',
    60,
    {
      subject: 'cases/sla#stevige-discussie',
      stance: 'counterargument',
      words: 'Dit hoort niet in een gesprek over een contract.',
      needs: 'Een aparte dag hiervoor.',
      role: 'supplier-side',
    },
    { then: [publish, { decide: { as: 'below', by }, daysAgo: 50 }] },
  ),
  seed(
    'changed-stands',
    15,
    {
      subject: 'cases/sla#welkom',
      words: 'Ophangen alleen is te weinig.',
      needs: 'De vraag ook hardop laten herhalen.',
      on: 'Lees de vraag voor en hang hem op waar iedereen hem ziet.',
    },
    { passage: 'Lees de vraag voor en hang hem op waar iedereen hem ziet. En schenk koffie.' },
  ),
  seed(
    'changed-words',
    14,
    {
      subject: 'cases/sla#pauze',
      words: 'Ramen open in januari? Liever niet.',
      needs: 'Een warme jas.',
      on: 'Zet alle ramen wijd open, ook in de winter.',
    },
    { passage: 'Zet alle ramen wijd open, ook in de winter. Wacht dan.' },
  ),
  seed(
    'gone-step',
    25,
    {
      subject: 'cases/sla#lunch',
      words: 'Samen eten deed bij ons meer dan het gesprek.',
      needs: 'Een echte lunch.',
      on: 'De lunch slaan we over.',
    },
    { passage: 'De lunch slaan we over.' },
  ),
  seed('whole', 9, {
    subject: 'cases/sla',
    words: 'Dit verhaal hoort ook van de leverancier te komen.',
    needs: 'De andere kant van het verhaal.',
    role: 'supplier-side',
  }),
  seed('recognition', 8, {
    ...agreeing,
    subject: 'cases/sla',
    words: 'Zo ging het bij ons ook, met vijf en twee.',
  }),
  seed('confirmation', 7, {
    ...confirming,
    subject: 'cases/sla#agenda-ontstaat',
    words: 'Dat de agenda ter plekke ontstond, gaf bij ons lucht.',
    on: 'De inhoud stond niet van tevoren vast.',
    role: undefined,
    name: 'Noor',
  }),
  seed('recognise-author', 6, {
    ...agreeing,
    subject: 'cases/sla#kennismaking',
    words: 'Bij ons betaalde de klant ook, en dat wist iedereen.',
    role: 'supplier-side',
    to: 'wie-betaalt',
  }),
  seed(
    'withdrawn',
    33,
    { subject: 'cases/sla#afspraken', words: 'Dit staat er straks niet meer: pimpelpaars.' },
    { then: [publish, { withdraw: 2 }] },
  ),
  seed(
    'declined',
    32,
    { subject: 'cases/sla#afspraken', words: 'Dit is weggehaald: mosterdgeel.' },
    { then: [publish, { decide: { as: 'decline', by, reason: 'names-people' }, daysAgo: 4 }] },
  ),
  seed(
    'edited',
    5,
    { subject: 'cases/sla#afspraken', words: 'Dit was het eerst: smaragdgroen.' },
    { then: [publish, { revise: 'Dit is het later: hemelsblauw.' }] },
  ),
  seed('hostile', 11, {
    subject: 'cases/sla#gelijke-vraag',
    words: [
      '<img src=x onerror="document.title=1"><script>document.title = 1</script>',
      '<svg onload=alert(1)><b>vet</b></article></section><h1>kop</h1>',
      '<a href="javascript:alert(1)">klik</a> <a href="https://voorbeeld.nl">goed</a> a < b & c',
    ].join('\n\n'),
    needs: '<b>"Haakjes" & ’aanhalingen’</b>',
    name: '<i>Mallory</i>',
    on: 'Er zit geen verwijt in',
  }),
  seed('practice', 18, {
    subject: 'practices/zoek-de-nee',
    words: 'Vragen om een nee voelt in een kleine groep als een aanval.',
    needs: 'Eerst zelf een nee geven.',
  }),
  seed('english-practice', 17, {
    ...agreeing,
    language: 'en',
    subject: 'practices/zoek-de-nee',
    words: 'With four people we needed silence first.',
  }),
  seed('other-case', 16, {
    subject: 'cases/roosterwissel',
    words: 'Een rooster is nooit alleen een rooster.',
    needs: 'Tijd voor wat eronder zit.',
  }),
  seed(
    'pending',
    1,
    { words: `Dit wacht nog: ${canary}.`, name: 'Wachtend Iemand', email: emails[1] },
    { then: [] },
  ),
  ...Array.from({ length: 40 }, (_, index) =>
    seed(`many-${String(index)}`, 45 - index, {
      subject: 'cases/sla#op-voeten',
      ...(index % 4 === 3 ? agreeing : {}),
      words: `Stem ${String(index)} over staan en bewegen in een kring.`,
      ...(index % 4 === 3 ? {} : { needs: `Stoelen voor wie dat wil (${String(index)}).` }),
      ...(index === 8 ? { on: 'Daarna ging iedereen staan.' } : {}),
    }),
  ),
];
