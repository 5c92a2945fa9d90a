/** What is said on paper and about PDFs, in Dutch. */
export const printNl = {
  title: 'PDF’s om te printen',
  description: 'Kaarten, draaiboeken en casussen van dit handboek als PDF, klaar om te printen.',
  lead: 'Alles hier is klaar voor papier: het goede formaat, bladzijdenummers en werkende links.',
  how: 'Print op werkelijke grootte (100 %), en kaarten dubbelzijdig over de lange zijde.',
  none: 'Er zijn nog geen PDF’s gemaakt.',
  yourself:
    'Elke pagina is ook zo te printen: open de pagina, druk op Ctrl+P (op een Mac ⌘P) en kies “Opslaan als PDF”.',
  changed: 'De tekst is sindsdien veranderd.',
  facts: (pages: number, size: string) =>
    `${String(pages)} ${pages === 1 ? 'bladzijde' : 'bladzijden'}, ${size}`,
  kinds: {
    handbook: 'Het hele handboek',
    case: 'Casussen',
    'run-sheet': 'Bladen voor de begeleider',
    'hand-out': 'Programma’s voor deelnemers',
    deck: 'Kaarten',
    calibration: 'IJkbladen voor dubbelzijdig printen',
  },
  files: {
    handbook: 'handboek',
    case: (id: string) => `casus-${id}`,
    'run-sheet': (id: string) => `blad-${id}`,
    'hand-out': (id: string) => `deelnemers-${id}`,
    deck: (id: string, format: string) => `kaarten-${id}-${format}`,
    calibration: (paper: string) => `ijkblad-${paper}`,
  },
  contents: 'Inhoud',
  page: 'bladzijde',
  from: (address: string) =>
    `Dit staat ook op ${address}. Daar lees je wat er sindsdien veranderde.`,
  textOf: (date: string) => `Tekst van ${date}.`,
  licence: (name: string) => `Overnemen en aanpassen mag (${name}).`,
  calibration: {
    title: (paper: string) => `IJkblad ${paper}`,
    front: 'Voorkant',
    back: 'Achterkant',
    how: [
      'Print dit blad dubbelzijdig over de lange zijde, op werkelijke grootte (100 %).',
      'De lijn hieronder is precies 100 mm. Is jouw lijn korter of langer? Dan past de printer de grootte nog aan.',
      'Houd het blad met de achterkant naar je toe tegen het licht. Je ziet de lijnen van de voorkant erdoorheen.',
      'Kijk op welk getal van de liniaal elke lijn valt: één keer opzij, één keer omlaag. Twee keer nul? Dan ben je klaar.',
      'Anders typ je die twee getallen één keer in, met hun min of plus. De achterkanten van de kaarten schuiven dan mee:',
    ],
    command: 'npm run cards -- --shift=OPZIJ,OMLAAG',
    right: 'naar rechts',
    down: 'naar beneden',
    ruler: '100 mm',
  },
} as const;
