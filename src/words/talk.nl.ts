/** What the discussion says, in Dutch: what can be wrong with a field, where a no stands, and why one was declined. */
export const talkNl = {
  fields: {
    subject: 'Waar het over gaat',
    language: 'Taal',
    stance: 'Waar je staat',
    words: 'Je woorden',
    needs: 'Wat heb je nodig om mee te gaan?',
    role: 'Je rol',
    name: 'Je naam',
    email: 'Je e-mailadres',
    on: 'De zin waar het over gaat',
    to: 'De bijdrage waar je op antwoordt',
    key: 'Het kenmerk van dit formulier',
    code: 'De code van je bijdrage',
    form: 'Het formulier',
  },
  problems: {
    missing: (field: string) => `${field}: vul dit nog in.`,
    'too-long': (field: string) => `${field}: dit is te lang. Maak het korter.`,
    unknown: (field: string) => `${field}: dit kennen we niet. Kies iets anders.`,
    malformed: (field: string) => `${field}: dit is niet goed geschreven. Kijk het nog eens na.`,
    'not-asked': (field: string) => `${field}: dit vragen we hier niet. Haal het weg.`,
    unexpected: (field: string) => `“${field}” kun je niet meesturen.`,
    'too-deep': (field: string) =>
      `${field}: dit gesprek gaat al diep. Antwoord op de bijdrage erboven.`,
    elsewhere: (field: string) => `${field}: die bijdrage gaat over een andere plek.`,
    'too-late': (field: string) =>
      `${field}: aanpassen kan alleen in het eerste kwartier. Terugnemen kan altijd.`,
    gone: (field: string) => `${field}: deze bijdrage is al teruggenomen.`,
    confirm: (field: string) => `${field}: kijk je bijdrage na en verstuur haar dan.`,
    'not-kept': (field: string) =>
      `${field}: je bijdrage is niet aangekomen. Alles staat er nog. Probeer het straks weer.`,
  },
  refusals: {
    'other-site':
      'Dit formulier kwam niet van deze site. Ga naar de pagina zelf en probeer het daar.',
    'no-origin':
      'We kunnen niet zien of dit formulier van deze site kwam. Gebruik een nieuwere browser. Je woorden staan hieronder, zodat je ze kunt kopiëren.',
    'too-large': 'Dit is te veel in één keer. Je woorden mogen samen 64 kB zijn.',
    'wrong-type': 'Dit kunnen we niet lezen. Gebruik het formulier op de pagina.',
    'wrong-method': 'Dit kan hier niet.',
    'wrong-place': 'Hier is niets om naar te sturen.',
  },
  states: {
    pending: 'Wacht op lezen',
    published: 'Staat op de pagina',
    declined: 'Niet geplaatst',
    withdrawn: 'Door jou teruggenomen',
  },
  rungs: {
    found: 'Gevonden',
    spread: 'Verspreid',
    'coming-along': 'Meegaan',
    added: 'Toegevoegd',
    below: 'Onder de waterlijn',
  },
  reasons: {
    'names-people': 'Er stonden namen in, of details waaraan je mensen herkent.',
    insults: 'Er stond een belediging, bedreiging of discriminatie in.',
    advertising: 'Het was reclame of spam.',
    'off-topic': 'Het ging niet over de tekst.',
    'against-the-law': 'Dit mag volgens de wet niet.',
  },
  gone: {
    withdrawn: (date: string) => `Hier stond een bijdrage. De schrijver nam haar terug op ${date}.`,
    declined: (date: string) => `Hier stond een bijdrage. Ze is weggehaald op ${date}.`,
    edited: (date: string) =>
      `De schrijver paste deze bijdrage aan op ${date}. We lezen haar opnieuw.`,
    reread: (date: string) => `Hier stond kort een bijdrage. We lezen haar opnieuw sinds ${date}.`,
  },
  anchors: {
    changed: 'Gewijzigd sinds deze bijdrage',
    gone: 'De stap waar dit over ging, is er niet meer',
  },
};
