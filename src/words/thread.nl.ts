/** What the conversation on a page says, in Dutch. Days are those of the moment the page was made. */
export const threadNl = {
  languages: { nl: 'in het Nederlands', en: 'in het Engels' },
  speakers: { nobody: 'een lezer' },
  wholes: { cases: 'bij de hele casus', practices: 'bij de werkvorm' },
  goneStep: 'bij een stap die er niet meer is',
  stepAnd: (words: string) => `, over ${words}`,
  edited: (date: string) => `aangepast op ${date}`,
  answers: 'in antwoord op',
  answersTo: 'een andere stem',
  permalink: 'Link naar deze stem',
  recognise: 'Ik herken dit, een beetje',
  answer: 'Antwoord',
  react: 'Begin met je nee',
  recognitions: 'Herkend door anderen',
  replies: 'Antwoorden',
  open: (days: number) =>
    days === 0
      ? 'Staat sinds vandaag open.'
      : days === 1
        ? 'Staat 1 dag open.'
        : `Staat ${days} dagen open.`,
  late: (days: number) => `Langer dan ${days} dagen: hier hoort een antwoord op.`,
  was: (days: number) => (days === 1 ? 'Stond 1 dag open.' : `Stond ${days} dagen open.`),
  thanks: 'Gewijzigd dankzij een nee',
  changedAt: 'Gewijzigd dankzij een nee, bij',
  board: 'Zet beide kanten op een polariteitenbord',
  then: 'Toen',
  now: 'Nu',
  onlyAround: 'De zin zelf staat er nog. Er is iets omheen veranderd.',
  goneBy: (who: string) => `Weggehaald door: ${who}.`,
  feet: {
    start: 'Lees op voeten',
    lead: 'Stemmen zonder personen, in een willekeurige volgorde. Print je nu, dan staan er ook geen personen bij.',
    title: 'Op voeten: stemmen zonder personen',
    again: 'Schud opnieuw',
    back: 'Terug naar het gesprek',
    shuffled: 'De volgorde is nieuw.',
  },
  practice: {
    noes: 'Wat anderen anders zagen, in de casussen',
    noesLead: 'Elke nee over deze werkvorm, waar hij ook staat. Open eerst, dan de oudste.',
    where: (step: string, title: string) => `${step}, in ${title}`,
    quiet: 'Hier zei nog niemand nee',
    quietLead: 'Misschien klopt het. Misschien durfde nog niemand. Zie jij het anders?',
    more: (count: number) => (count === 1 ? 'en nog 1 stap' : `en nog ${count} stappen`),
    own: 'Over de werkvorm zelf',
    open: 'open',
    settled: { added: 'toegevoegd', below: 'onder de waterlijn' },
  },
  inPractice: 'Lees bij de werkvorm',
};
