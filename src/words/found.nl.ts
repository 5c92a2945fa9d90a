/** What feeds, search and Markdown say about contributions, in Dutch. */
export const foundNl = {
  /** What a voice is about, in one line. */
  about: (step: string, whole: string) => (step === '' ? whole : `${step} (${whole})`),
  title: (stance: string, about: string) => `${stance}: ${about}`,
  somebody: 'Iemand',
  answers: 'Bij deze zin',
  needs: 'Nodig om mee te gaan',
  states: { open: 'Nog open', added: 'Toegevoegd', below: 'Ligt onder de waterlijn' },
  /** Where a found voice stands, and what came of it. */
  atStep: (step: string) => `bij ‘${step}’`,
  came: {
    open: (day: string) => `open sinds ${day}`,
    added: () => 'de tekst is hierdoor veranderd',
    below: () => 'ligt onder de waterlijn',
  } as Record<'open' | 'added' | 'below', (day: string) => string>,
  feeds: {
    all: (name: string) => `${name}: bijdragen`,
    allOpen: (name: string) => `${name}: nee’s die nog open staan`,
    about: (name: string, about: string) => `${name}: bijdragen bij ${about}`,
    aboutOpen: (name: string, about: string) => `${name}: nee’s die nog open staan bij ${about}`,
    here: 'Bijdragen bij deze tekst',
    everywhere: 'Alle bijdragen',
    description: 'Wat lezers en schrijvers bijdragen: wat zij anders zien en wat zij herkennen.',
    descriptionOpen: 'Elke nee waar nog geen antwoord op is.',
  },
  follow: {
    lead: 'Volg dit gesprek:',
    leadAll: 'Volg alle gesprekken:',
    open: 'Alleen wat nog open staat:',
    openAll: 'Alleen wat nog open staat, overal:',
    steps: 'Volg één stap',
    or: 'of',
    atom: 'Atom',
    json: 'JSON',
  },
  filters: {
    dissent: 'Alleen tegengeluid',
    stance: 'Wat zegt de bijdrage?',
    state: 'Waar staat de nee?',
  },
  contributions: 'Bijdragen',
  said: 'Wat lezers hierover zeggen',
};
