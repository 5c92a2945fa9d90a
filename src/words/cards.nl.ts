/** What stands on cards and on the pages they are printed from, in Dutch. */
export const cardsNl = {
  title: 'Kaarten om te printen',
  description:
    'Stapkaarten voor begeleiders: alle stappen, alle werkvormen en elke casus, om te printen op A4 of Letter.',
  lead: 'Een kaart in je hand: wat je doet, wat je zegt, en ruimte voor de nee. Kies een stapel en druk op Ctrl+P. Alles werkt ook zwart-wit.',
  decks: 'Kies een stapel',
  caseDecks: 'De kaarten van een casus',
  ownDecks: 'Jouw eigen stapels',
  deck: {
    steps: {
      title: 'De vijf stappen',
      description: 'Kaarten van de vijf stappen van de methode, om te printen.',
    },
    practices: {
      title: 'Alle werkvormen',
      description: 'Kaarten van alle stappen en werkvormen, om te printen.',
    },
    favourites: {
      title: 'Wat je bewaarde',
      description: 'Kaarten van wat je in deze browser bewaarde, om te printen.',
    },
    'own-guide': {
      title: 'Je eigen draaiboek',
      description: 'Kaarten van het draaiboek dat je zelf maakte, om te printen.',
    },
  },
  caseTitle: (title: string) => `Kaarten: ${title}`,
  caseDescription: (title: string) =>
    `Een kaart voor elke stap van de casus ‘${title}’, om te printen.`,
  deckLead: (subjects: number, cards: number) =>
    subjects === cards
      ? `${cards} kaarten van A6.`
      : `${subjects} onderwerpen op ${cards} kaarten van A6. Wat niet op één kaart past, gaat verder op de volgende.`,
  print: 'Print deze kaarten',
  toPrint: 'Print de kaarten',
  printNow: 'Print',
  printHow: 'Ctrl+P werkt ook. Alleen de kaarten komen op papier.',
  onlyOne: 'Je print nu alleen deze kaart.',
  toAll: 'Print alle kaarten',
  format: 'Hoe wil je printen?',
  paper: 'Papier',
  papers: { a4: 'A4', letter: 'US Letter' },
  formats: {
    duplex: {
      name: 'A6, dubbelzijdig, omslaan over de lange zijde',
      how: 'Vier kaarten op een vel. De meeste printers doen dit.',
    },
    'short-edge': {
      name: 'A6, dubbelzijdig, omslaan over de korte zijde',
      how: 'Voor printers die een blad zo omslaan. De achterkanten staan op hun kop.',
    },
    fold: {
      name: 'A6, enkelzijdig, vouwen en plakken',
      how: 'Voor- en achterkant naast elkaar. Snijd overdwars, vouw in het midden en plak.',
    },
    wall: {
      name: 'A5, voor aan de wand',
      how: 'Twee grote kanten op een liggend vel, enkelzijdig.',
    },
    shop: {
      name: 'Drukker, 111 bij 154 mm',
      how: 'Elke kant een eigen bladzijde, met 3 mm afloop rondom.',
    },
    large: {
      name: 'Grote letters',
      how: 'Elke kant een heel vel. De stappen staan in 26 punt.',
    },
  },
  sheets: (n: number) => (n === 1 ? '1 vel' : `${n} vellen`),
  pages: (n: number) => `${n} bladzijden`,
  help: 'Zo gaat het goed',
  helpLines: [
    'Kies in het printvenster ware grootte, of 100%. Niet ‘passend maken’.',
    'Kies dubbelzijdig, en dezelfde zijde als hierboven: lang of kort.',
    'Stevig papier van 160 tot 200 gram is fijn in de hand. Begin met één vel.',
    'Snijd twee keer: langs de streepjes boven en onder, en langs de streepjes links en rechts.',
    'Kleur hoeft niet. Elke stap heeft een eigen nummer, woord en patroon.',
  ],
  ruler:
    'Op het eerste vel staat tussen de bovenste kaarten een lijn van precies 100 mm. Meet hem na.',
  test: 'Proefvel',
  testLead:
    'Komt de achterkant recht achter de voorkant? Print deze bladzijde dubbelzijdig. Je krijgt alleen het proefvel.',
  testHow: [
    'Houd het vel tegen het licht. De kruizen van voor- en achterkant vallen samen, of staan iets uit elkaar.',
    'Lees op de liniaal af hoeveel. Eén millimeter is gewoon, en de kaarten kunnen daartegen: tot 6 mm van de rand staat niets.',
    'Meet de lijn van 100 mm na. Is hij korter? Dan staat je printer niet op ware grootte.',
  ],
  testFront: 'Proefvel, voorkant',
  testBack: 'Proefvel, achterkant',
  testLine: 'Deze lijn is 100 mm',
  front: 'Voorkant',
  back: 'Achterkant',
  part: (at: number, of: number) => `${at}/${of}`,
  partOf: (title: string, at: number, of: number) => `${title}, kaart ${at} van ${of}`,
  goesOn: 'gaat verder op de volgende kaart',
  number: (n: string) => `Stap ${n}`,
  numbers: (n: string) => `Stappen ${n}`,
  family: {
    step: 'stap van de methode',
    activity: 'werkvorm',
    frame: 'manier van kijken',
    'case-step': 'stap uit een casus',
  },
  phases: { before: 'vooraf', during: 'tijdens', after: 'na afloop' },
  heats: {
    heat0: 'vraagt geen vertrouwen',
    heat1: 'vraagt een beetje vertrouwen',
    heat2: 'vraagt behoorlijk wat vertrouwen',
    heat3: 'vraagt veel vertrouwen',
  },
  invitation: 'Vraag',
  does: 'Ik doe',
  says: 'Ik zeg',
  goOn: 'Ga door als',
  wait: 'Wacht als',
  watch: 'Pas op',
  space: 'Ruimte',
  bring: 'Neem mee',
  write: {
    none: 'Hier schrijft niemand iets op.',
    topics: 'Schrijf op: onderwerpen, geen namen.',
    decision: 'Schrijf op: het besluit, geen namen.',
  },
  no: 'Tegengeluid',
  noAt: 'Gezegd bij een stap van een casus',
  needs: 'Nodig om mee te gaan:',
  yourNo: 'Wat zegt jouw nee?',
  textOf: (day: string) => `Tekst van ${day}`,
  borrowed: (titles: string) => `Met delen van: ${titles}`,
  /** The parts of a card, as a message names them. */
  parts: {
    title: 'de titel met het doel',
    purpose: 'het doel',
    invitation: 'de vraag',
    facts: 'de ruimte',
    does: 'een regel bij ‘Ik doe’',
    says: 'een regel bij ‘Ik zeg’',
    signs: 'een teken om door te gaan of te wachten',
    pitfall: 'de valkuil',
    materials: 'wat je meeneemt',
    notes: 'wat je opschrijft',
  },
  tooLong: (subject: string, title: string, part: string, signs: number) =>
    `De kaart “${title}” (${subject}) past niet op papier: ${part} telt ${signs} tekens, en dat is te lang voor één kant. Maak de tekst korter, of verdeel hem over meer regels.`,
  kept: {
    noScript: 'Deze stapel werkt alleen met JavaScript, want wat je bewaart staat in je browser.',
    loading: 'De kaarten worden opgehaald.',
    ready: '{n} kaarten staan klaar.',
    empty: 'Je hebt nog niets bewaard waar kaarten van zijn.',
    emptyOwn: 'Je eigen draaiboek is nog leeg.',
    toCases: 'Kijk bij de casussen',
    toOwn: 'Maak een draaiboek',
    missing: 'Hiervan is geen kaart: {titles}.',
    unreachable: 'De kaarten konden niet worden opgehaald. Probeer het straks nog eens.',
  },
};
