import type { Language } from '../src/model/language.ts';

/** What generated cases are made of. Arrays of the two languages run side by side, so that both tell the same. */
export interface BenchWords {
  title: (group: string, occasion: string, number: number) => string;
  summary: (group: string, occasion: string) => string;
  groups: readonly string[];
  occasions: readonly string[];
  sectors: readonly string[];
  /** Titles of steps, in the order in which a session has them. */
  steps: readonly string[];
  subjects: readonly string[];
  verbs: readonly string[];
  objects: readonly string[];
  addings: readonly string[];
  headings: readonly [before: string, after: string];
  parties: readonly [string, string, string];
  inTheRoom: string;
  initiative: string;
  facilitator: string;
  fits: string;
  caution: string;
  questionBy: string;
  question: (occasion: string) => string;
  ask: string;
  lost: string;
  say: string;
  tip: string;
  seeAlso: (target: string) => string;
  reference: string;
  voice: { on: string; paragraph: string; role: string; needs: string; text: string };
  voices: { title: string; pairs: readonly string[] };
  checklist: { title: string; checks: readonly string[] };
  polarity: {
    title: string;
    purpose: string;
    fear: string;
    poles: readonly [string, string];
    upsides: readonly string[];
    downsides: readonly string[];
    actions: readonly string[];
    signals: readonly string[];
  };
}

/** Made-up texts with the words, lengths and components of real ones; no case of the handbook is in them. */
export const benchWords: Record<Language, BenchWords> = {
  nl: {
    title: (group, occasion, number) => `Oefening ${String(number)}: ${group} en ${occasion}`,
    summary: (group, occasion) =>
      `Een verzonnen oefening over ${group} en ${occasion}. Iedereen wil verder, maar niet op dezelfde manier.`,
    groups: ['het wijkteam', 'de planners', 'het keukenteam', 'de vrijwilligers', 'het bestuur'],
    occasions: [
      'de nieuwe ruimte',
      'het weekrooster',
      'de verhuizing',
      'het spreekuur',
      'de ploeg',
    ],
    sectors: ['zorg', 'onderwijs', 'cultuur', 'techniek', 'welzijn'],
    steps: [
      'De vraag op tafel leggen',
      'Kijken wie er zit',
      'Iedereen komt binnen',
      'Alle invalshoeken horen',
      'De andere stem zoeken',
      'Samen een keuze maken',
      'Kijken wat eronder zit',
      'De ronde aan het eind',
    ],
    subjects: [
      'De groep',
      'Een van de oudste leden',
      'Wie net begon',
      'De begeleider',
      'Bijna iedereen',
    ],
    verbs: ['vertelde over', 'zocht naar', 'bleef lang bij', 'had vragen over', 'noemde'],
    objects: [
      'de drukte van vorig jaar',
      'een afspraak die niemand opschreef',
      'de overdracht op maandag',
    ],
    addings: [
      'en dat gaf eerst stilte',
      'terwijl een ander juist iets anders zag',
      'en pas later werd duidelijk waarom',
      'maar de tijd liet daar weinig ruimte voor',
    ],
    headings: ['Wat eraan voorafging', 'Hoe het verderging'],
    parties: ['mensen van de dag', 'mensen van de avond', 'bezoekers'],
    inTheRoom: 'Twee ploegen en een begeleider',
    initiative: 'De ploeg van de dag vroeg om het gesprek.',
    facilitator: 'Kende geen van beide ploegen.',
    fits: 'Twee ploegen hebben elkaar nodig en willen verder.',
    caution: 'Dit is een verzonnen oefening, geen bewijs dat het zo gaat.',
    questionBy: 'de ploeg van de dag',
    question: (occasion) => `Wat hebben wij allebei nodig rond ${occasion}?`,
    ask: 'Wat heb jij nodig om mee te gaan?',
    lost: 'Wie weinig zegt, komt dan later aan het woord.',
    say: 'We nemen hier de tijd voor. Er hoeft nu nog niets te worden besloten.',
    tip: 'Schrijf op een groot vel alleen onderwerpen, nooit wie wat zei.',
    seeAlso: (target) => `In [een andere oefening](${target}) ging het om dezelfde vraag.`,
    reference: 'Dit is de vraag die bij stap 4 hoort, en niet bij de stappen 1-3.',
    voice: {
      on: 'iedereen was het eens',
      paragraph: 'Aan het eind leek het of iedereen was het eens de uitkomst mocht heten.',
      role: 'de schrijver, tegen de eigen tekst in',
      needs: 'Een tweede ronde, een week later.',
      text: 'Eens zijn kan ook moe zijn. Ik zou een week later nog een keer vragen hoe het is.',
    },
    voices: {
      title: 'Wat er binnenkwam',
      pairs: [
        'Rust, maar ook haast',
        'Trots, maar ook twijfel',
        'Zin om te beginnen, maar ook zorg',
      ],
    },
    checklist: {
      title: 'Voordat je begint',
      checks: [
        'De vraag is voor beide ploegen gelijk',
        'De stoelen staan in een kring',
        'De eindtijd is bekend',
      ],
    },
    polarity: {
      title: 'Vast rooster, maar ook ruimte',
      purpose: 'Werk dat af komt en dat je volhoudt.',
      fear: 'Niemand weet nog wie er is.',
      poles: ['Vastleggen', 'Ruimte laten'],
      upsides: ['Je weet waar je aan toe bent', 'Overdragen gaat snel'],
      downsides: ['Ruilen wordt lastig', 'Niemand denkt nog mee'],
      actions: ['Leg de weekenden een maand vooraf vast'],
      signals: ['Mensen ruilen buiten het rooster om'],
    },
  },
  en: {
    title: (group, occasion, number) => `Exercise ${String(number)}: ${group} and ${occasion}`,
    summary: (group, occasion) =>
      `A made-up exercise about ${group} and ${occasion}. Everybody wants to go on, but not in the same way.`,
    groups: [
      'the district team',
      'the planners',
      'the kitchen team',
      'the volunteers',
      'the board',
    ],
    occasions: ['the new room', 'the weekly rota', 'the move', 'the open hour', 'the shift'],
    sectors: ['care', 'education', 'culture', 'engineering', 'welfare'],
    steps: [
      'Putting the question on the table',
      'Seeing who is here',
      'Everybody arrives',
      'Hearing every angle',
      'Looking for the other voice',
      'Making a choice together',
      'Looking at what lies below',
      'The round at the end',
    ],
    subjects: [
      'The group',
      'One of the oldest members',
      'Whoever had just begun',
      'The facilitator',
      'Almost everybody',
    ],
    verbs: ['spoke about', 'looked for', 'stayed long with', 'had questions about', 'named'],
    objects: ['the rush of last year', 'an agreement nobody wrote down', 'the handover on Mondays'],
    addings: [
      'and at first that brought silence',
      'while somebody else saw something different',
      'and only later it became clear why',
      'but there was little time for that',
    ],
    headings: ['What came before', 'How it went on'],
    parties: ['people of the day', 'people of the evening', 'visitors'],
    inTheRoom: 'Two shifts and a facilitator',
    initiative: 'The day shift asked for the conversation.',
    facilitator: 'Knew neither of the shifts.',
    fits: 'Two shifts need each other and want to go on.',
    caution: 'This is a made-up exercise and no proof that it goes like this.',
    questionBy: 'the day shift',
    question: (occasion) => `What do we both need around ${occasion}?`,
    ask: 'What do you need to come along?',
    lost: 'Those who say little will be heard later.',
    say: 'We take our time for this. Nothing has to be decided yet.',
    tip: 'On a large sheet write topics only, never who said what.',
    seeAlso: (target) => `In [another exercise](${target}) it was about the same question.`,
    reference: 'This is the question that belongs to step 4, and not to steps 1-3.',
    voice: {
      on: 'everybody agreed',
      paragraph: 'In the end it seemed that everybody agreed might be called the outcome.',
      role: 'the writer, against the text itself',
      needs: 'A second round, a week later.',
      text: 'Agreeing can also be tiredness. I would ask again a week later how it is.',
    },
    voices: {
      title: 'What came in',
      pairs: ['Calm, but also haste', 'Pride, but also doubt', 'Eager to begin, but also worried'],
    },
    checklist: {
      title: 'Before you begin',
      checks: [
        'The question is the same for both shifts',
        'The chairs stand in a circle',
        'Everybody knows the end',
      ],
    },
    polarity: {
      title: 'A fixed rota, but also room',
      purpose: 'Work that gets done and that you can keep up.',
      fear: 'Nobody knows any more who is there.',
      poles: ['Fixing things', 'Leaving room'],
      upsides: ['You know where you stand', 'Handing over is quick'],
      downsides: ['Swapping gets hard', 'Nobody thinks along any more'],
      actions: ['Fix the weekends a month ahead'],
      signals: ['People swap outside the rota'],
    },
  },
};
